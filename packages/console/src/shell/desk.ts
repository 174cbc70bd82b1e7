import { createContext } from "@lit/context";
import type { StaffMemberView } from "@veche/protocol";
import type { Client } from "../client/client.ts";
import type { Live } from "../client/live.ts";
import type { Notices } from "./notices.ts";

/** What the shell hands to every room. */
export interface Desk {
  readonly me: StaffMemberView;
  readonly client: Client;
  readonly live: Live;
  readonly notices: Notices;
  readonly newId: () => string;
}

export const deskContext = createContext<Desk>(Symbol("desk"));
