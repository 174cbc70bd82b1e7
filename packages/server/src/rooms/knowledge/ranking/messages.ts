import type { Entry, Ranking, RankOptions } from "@veche/assistant";
import type { Alike, Comparable } from "./alike.ts";

/** What the ranking thread is asked. It does one thing after another, in the order of asking. */
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

export type ThreadRequest = Asked & { readonly id: number };

export type ThreadReply =
  | { readonly id: number; readonly value: Replies[Asked["kind"]] }
  | { readonly id: number; readonly error: unknown };
