import type { Attachment, Message, RefusalReply } from "@veche/protocol";
import type { Locale, LowVision } from "@veche/ui";
import type { ChatState } from "../client/chat-client.ts";
import type { CityConfig } from "./city-config.ts";
import type { Wearer } from "./when-needed.ts";

/** A wish that the city could not fulfil, in words. */
export type Fault = RefusalReply | "unreachable" | undefined;

/** What is unfolded in the panel; one thing at a time. */
export type Drawer = "" | "sight" | "talk" | "erase" | "tools" | "emoji";

/** Pictures that go with the next message. */
export interface Enclosed {
  readonly ready: readonly Attachment[];
  /** Still on their way to the city: the message waits for them. */
  readonly coming: number;
}

/** `told`: it did not, and the resident said why. */
export type Helped = "yes" | "no" | "told";

/** What of the panel is there at least, one after the other. */
export const stages = { client: 1, head: 2, talk: 3, field: 4, window: 5, line: 6 };

/** What the panel shows, and what can be done in it. Templates get this and nothing else. */
export interface View {
  readonly server: string;
  readonly locale: Locale;
  readonly now: Date;
  readonly heading: string;
  readonly config: CityConfig | undefined;
  readonly chat: ChatState;
  readonly sight: LowVision;
  readonly stage: number;
  readonly drawer: Drawer;
  readonly enclosed: Enclosed;
  /** The page's own, else the city's. */
  readonly greeting: string | undefined;
  /** The conversation was just deleted. */
  readonly erased: boolean;
  readonly draft: string;
  readonly fault: Fault;
  /** Whether an answer helped, by message id. */
  readonly helped: ReadonlyMap<string, Helped>;
  readonly stars: { readonly score: number; readonly sent: boolean };
  /** Messages below what the reader looks at. */
  readonly newBelow: boolean;
  /** Read out by screen readers. */
  readonly announcement: string;
  readonly act: Acts;
}

export interface Acts extends Wearer {
  close(): void;
  /** Unfolds, or folds what is unfolded already. */
  draw(drawer: Drawer): void;
  chooseSight(sight: LowVision): void;
  write(text: string): void;
  send(): void;
  /** Pictures for the next message, picked, pasted or dropped. */
  give(files: Iterable<File>): void;
  enclose(enclosed: Enclosed): void;
  say(text: string): void;
  takeBack(clientId: string, text: string): void;
  callOperator(): void;
  /** A phone or an e-mail to be answered at. */
  leaveContact(contact: string): void;
  end(): void;
  startAnew(): void;
  erase(): void;
  /** The conversation's secret, once there is a line. */
  token(): string | undefined;
  /** Where the browser can be asked to tell of an answer, or nothing and the panel says why. */
  alertPage(): Promise<string | undefined>;
  rateMessage(message: Message, helpful: boolean, reason?: string): void;
  chooseStars(score: number): void;
  sendStars(comment: string): void;
  scrolled(): void;
  toNewest(): void;
}
