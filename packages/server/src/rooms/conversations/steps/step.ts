import type { Locale, OutageResource, ReplyButton, Source } from "@veche/protocol";
import type { NoticedQuestion } from "../../knowledge/index.ts";

/** What the talk is about, for a message that leans on it: «а на Мира?», «а в субботу?», «а телефон?». */
export interface Subject {
  readonly of: "outage" | "organisation" | "hotline" | "article";
  readonly street?: { readonly street: string; readonly type: string };
  readonly house?: string;
  readonly resources?: readonly OutageResource[];
  /** ISO dates in the city. */
  readonly days?: readonly string[];
  /** Slug of a hotline or an organisation. */
  readonly contact?: string;
  /** The resident's question that an article answered, or that articles were offered for. */
  readonly asked?: string;
  /** Slug of the article that answered it. */
  readonly article?: string;
}

/** What answered, kept with the answer: for the next question, for figures, for proof. */
export interface Origin {
  readonly step: string;
  readonly outcome: "answer" | "choose" | "operator";
  readonly topic?: string;
  readonly article?: string;
  readonly version?: number;
  readonly confidence?: number;
  readonly resource?: string;
  /** What the step still needs to know; the next message is read as that. */
  readonly awaits?: "address" | "accident" | "entry";
  /** Articles that were offered as buttons, in order. */
  readonly offered?: readonly { readonly slug: string; readonly title: string }[];
  /** The resident's question that the buttons belong to. */
  readonly question?: string;
  readonly subject?: Subject;
  /** The danger that was answered: «что мне делать» is answered with the same. */
  readonly danger?: string;
  /** Whether calling an operator was offered. */
  readonly offersOperator?: boolean;
}

/** As it is stored with an answer. */
export const originOf = (stored: string | undefined): Origin | undefined =>
  stored === undefined ? undefined : (JSON.parse(stored) as Origin);

/** One question with what came before it. */
export interface Question {
  readonly text: string;
  /** The language of the question itself. */
  readonly locale: Locale;
  readonly previous?: Origin;
  /** What was spoken of before, however many pleasantries ago. */
  readonly subject?: Subject;
  readonly at: Date;
}

export interface Outcome {
  readonly kind: "answer" | "choose" | "operator";
  readonly text: string;
  readonly sources?: readonly Source[];
  readonly replies?: readonly ReplyButton[];
  readonly origin: Omit<Origin, "outcome">;
  /** The conversation goes to an operator now: who comes, and when, is said after the text. */
  readonly handover?: boolean;
  /** What editors may learn from this question. */
  readonly notice?: NoticedQuestion;
}

/** One thing that the assistant can do: an outcome, or nothing and the next step is asked. */
export interface Step {
  readonly name: string;
  readonly answer: (question: Question) => Outcome | undefined | Promise<Outcome | undefined>;
}

export interface Reply {
  /** The steps in order; the first outcome wins. The last step always has one. */
  (question: Question): Promise<Outcome>;
  /** The emergency step alone: it answers in every state, whoever has the conversation. */
  readonly emergency: (text: string) => boolean;
}
