import { consume } from "@lit/context";
import { property } from "lit/decorators.js";
import { type Desk, deskContext } from "../shell/desk.ts";
import { ConsoleElement } from "./console-element.ts";

/** A room's page, or a part of it that talks to the server. */
export abstract class RoomElement extends ConsoleElement {
  @consume({ context: deskContext })
  @property({ attribute: false })
  desk!: Desk;
}
