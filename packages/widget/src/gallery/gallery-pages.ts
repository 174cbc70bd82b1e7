import type { PublicEntry } from "@veche/protocol";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Address } from "../requests/ask.ts";
import { Problem } from "../requests/problem.ts";
import { type GalleryFilter, galleryPage } from "../campaigns/campaign-client.ts";

export const PAGE_SIZE = 24;

export interface Shelf {
  readonly address: Address;
  readonly campaign: string;
  readonly filter: GalleryFilter;
}

/** Remembers the approved entries that were fetched so far, page after page. */
export class GalleryPages implements ReactiveController {
  items: readonly PublicEntry[] = [];
  isLoading = true;
  problem: Problem | undefined;
  readonly #host: ReactiveControllerHost;
  #shelf: Shelf | undefined;
  #cursor: string | undefined;
  #asking: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get hasMore(): boolean {
    return this.#cursor !== undefined;
  }

  hostDisconnected(): void {
    this.#asking?.abort();
  }

  /** Begins again, with another campaign or filter. */
  async open(shelf: Shelf): Promise<void> {
    this.#shelf = shelf;
    this.#cursor = undefined;
    this.items = [];
    await this.#fetch();
  }

  /** Fetches the next page, or repeats the one that failed. */
  async more(): Promise<void> {
    await this.#fetch();
  }

  /** The reader's own vote came to a work, or left it, since the works were fetched. */
  countVote(entryId: string, by: 1 | -1): void {
    this.items = this.items.map((entry) =>
      entry.id === entryId && entry.votes !== undefined ? { ...entry, votes: entry.votes + by } : entry,
    );
  }

  async #fetch(): Promise<void> {
    if (!this.#shelf) return;
    const { address, campaign, filter } = this.#shelf;
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    this.problem = undefined;
    this.isLoading = true;
    this.#host.requestUpdate();
    try {
      const page = await galleryPage(
        address,
        campaign,
        { ...filter, cursor: this.#cursor, limit: PAGE_SIZE },
        signal,
      );
      // An entry that was approved between two pages may be told twice.
      const known = new Set(this.items.map(({ id }) => id));
      this.items = [...this.items, ...page.items.filter(({ id }) => !known.has(id))];
      this.#cursor = page.nextCursor ?? undefined;
    } catch (problem) {
      if (signal.aborted) return;
      if (!(problem instanceof Problem)) throw problem;
      this.problem = problem;
    }
    this.isLoading = false;
    this.#host.requestUpdate();
  }
}
