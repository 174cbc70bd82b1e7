import type { Locale } from "@veche/protocol";
import type { Offered } from "./store.ts";

interface Asked {
  /** As the resident wrote it; personal data is taken out before it is stored. */
  readonly question: string;
  /** The language of the question. */
  readonly locale: Locale;
  /** What the assistant offered, best first. */
  readonly offered: readonly Offered[];
  /** Of the assistant, 0..1. */
  readonly confidence?: number;
}

/** What a conversation shows of a question that the assistant could have answered better. */
export type NoticedQuestion =
  /** Nothing was sure enough, or the resident pressed "none of these". */
  | (Asked & {
      readonly kind: "unanswered" | "none_of_these";
      /** What an operator answered, where that should become an article. */
      readonly answer?: string;
    })
  /** A resident chose an offered article, or an operator answered with one. */
  | (Asked & { readonly kind: "picked" | "sent_by_operator"; /** Its slug. */ readonly article: string });
