import type { EntryState, StaffEntry } from "@veche/protocol";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Client } from "../../client/client.ts";
import { isRefusal } from "../../client/server-refusal.ts";

export interface EntryFilter {
  readonly campaign: string;
  readonly state: EntryState | undefined;
  readonly nomination: string | undefined;
  /** Only works with reports that nobody has looked into. */
  readonly reported: "true" | undefined;
}

/** The moderated entries of one filter, read page by page and changed in place. */
export class EntriesController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => Client;
  #cursor: string | undefined;
  #reading: AbortController | undefined;

  filter: EntryFilter | undefined;
  entries: readonly StaffEntry[] = [];
  state: "loading" | "ready" | { readonly refused: string } = "loading";

  constructor(host: ReactiveControllerHost, client: () => Client) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.#reading?.abort();
  }

  get hasMore(): boolean {
    return this.#cursor !== undefined;
  }

  /** Reads the first page of another filter; the same one keeps its place. */
  show(filter: EntryFilter): void {
    const { filter: now } = this;
    if (
      now?.campaign === filter.campaign &&
      now.state === filter.state &&
      now.nomination === filter.nomination &&
      now.reported === filter.reported
    )
      return;
    this.filter = filter;
    this.entries = [];
    this.#cursor = undefined;
    this.#reading?.abort();
    void this.#read();
  }

  async more(): Promise<void> {
    if (this.state === "loading" || !this.hasMore) return;
    await this.#read();
  }

  async #read(): Promise<void> {
    if (!this.filter) return;
    const reading = new AbortController();
    this.#reading = reading;
    this.state = "loading";
    this.#host.requestUpdate();
    try {
      const page = await this.#client().campaigns.staffEntries(
        { ...this.filter, cursor: this.#cursor, limit: 60 },
        reading.signal,
      );
      const known = new Set(this.entries.map(({ id }) => id));
      this.entries = [...this.entries, ...page.items.filter(({ id }) => !known.has(id))];
      this.#cursor = page.nextCursor ?? undefined;
      this.state = "ready";
    } catch (error) {
      if (reading.signal.aborted) return;
      if (!isRefusal(error)) throw error;
      this.state = { refused: error.message };
    }
    this.#host.requestUpdate();
  }

  /** Shows decided entries as they are now; those that the filter no longer means leave the list. */
  replace(changed: readonly StaffEntry[]): void {
    const byId = new Map(changed.map((entry) => [entry.id, entry]));
    this.entries = this.entries
      .map((entry) => byId.get(entry.id) ?? entry)
      .filter(
        ({ state, reports }) =>
          (!this.filter?.state || state === this.filter.state) && (!this.filter?.reported || reports),
      );
    this.#host.requestUpdate();
  }

  /** Puts entries back where they stood, after a decision was undone. */
  restore(before: readonly StaffEntry[], changed: readonly StaffEntry[]): void {
    const byId = new Map(changed.map((entry) => [entry.id, entry]));
    const listed = new Set([...this.entries.map(({ id }) => id), ...byId.keys()]);
    const stood = before.filter(({ id }) => listed.has(id));
    const since = this.entries.filter(({ id }) => !before.some((entry) => entry.id === id));
    this.entries = [...stood, ...since];
    this.replace(changed);
  }
}
