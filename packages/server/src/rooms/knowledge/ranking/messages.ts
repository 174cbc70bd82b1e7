import type { Entry, Ranking, RankOptions } from "@veche/assistant";
import type { Alike, Comparable } from "./alike.ts";

/** What the ranking thread is asked. */
export type Asked =
  /** Replaces what it ranks. */
  | { readonly kind: "load"; readonly entries: readonly Entry[] }
  | { readonly kind: "rank"; readonly text: string; readonly options: RankOptions }
  | { readonly kind: "alike"; readonly draft: Comparable; readonly others: readonly Comparable[] };

export interface Replies {
  readonly load: undefined;
  readonly rank: Ranking;
  readonly alike: readonly Alike[];
}
