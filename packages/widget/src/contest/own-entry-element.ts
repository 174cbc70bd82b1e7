import { updateWhenLocaleChanges } from "@lit/localize";
import type { OwnEntry } from "@veche/protocol";
import { LitElement } from "lit";
import { property, state } from "lit/decorators.js";
import type { Address } from "../requests/ask.ts";
import { Problem } from "../requests/problem.ts";
import type { OwnedEntry } from "./own-entries.ts";

/** An element by which the holder of an entry does something with it. */
export abstract class OwnEntryElement extends LitElement {
  @property({ attribute: false }) address!: Address;
  @property({ attribute: false }) owned!: OwnedEntry;

  @state() protected isSending = false;
  /** Why it could not be done the last time. */
  @state() protected problem: Problem | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  /** Asks the server, and tells by the event how the entry stands then; a problem is kept to be shown. */
  protected async send(event: string, act: (entry: OwnedEntry) => Promise<OwnEntry>): Promise<void> {
    this.isSending = true;
    this.problem = undefined;
    try {
      this.dispatchEvent(new CustomEvent(event, { detail: await act(this.owned) }));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
    } finally {
      this.isSending = false;
    }
  }
}
