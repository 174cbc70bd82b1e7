import type { Author, Campaign, Conversation, Message, OwnEntry, PublicEntry, Winner } from "@veche/protocol";
import type { Say } from "./tongue.ts";

/** What a resident does on the page, one after the other; selectors reach into the elements' shadows. */
export type Act =
  | { readonly click: string }
  | { readonly type: string; readonly into: string }
  | { readonly check: string }
  | { readonly pick: string; readonly into: string }
  | { readonly paste: string; readonly into: string }
  | { readonly scroll: string }
  | { readonly wait: string };

export interface Talk {
  readonly conversation: Omit<Conversation, "id" | "token">;
  readonly messages: readonly Message[];
  /** Who is typing all the time. */
  readonly typing?: Author;
  /** What comes once the resident writes. */
  readonly later?: readonly Message[];
}

export type Refused = {
  readonly code: string;
  readonly message: string;
  readonly retryAfterSeconds?: number;
};

/** What the pretended city knows and does in one state. Whatever is not said is as on a good day. */
export interface City {
  readonly talk?: Talk;
  /** `silent`: never answers; `gone`: cannot be reached. */
  readonly line?: "silent" | "gone";
  /** What comes of saying something; else it is delivered and answered by nobody. */
  readonly says?: "nothing" | Refused;
  /** What comes of everything else that a chat asks. */
  readonly asks?: Refused;
  readonly operatorsOpen?: boolean;
  /** Whether it can tell a device of an answer while the chat is closed. */
  readonly alerts?: boolean;
  readonly campaign?: Campaign;
  readonly entries?: readonly PublicEntry[];
  readonly winners?: readonly Winner[];
  readonly ownEntry?: OwnEntry;
  /** What comes of sending an entry; `nothing` leaves it on its way. */
  readonly takes?: "nothing" | Refused;
  /** What every call is refused with. */
  readonly refuses?: Refused & { readonly status: number };
}

/** One face of the residents' elements. */
export interface State {
  /** In the address. */
  readonly name: string;
  readonly title: string;
  /** The element as a page places it. */
  readonly element: string;
  /** Under the elements' own prefix in the browser's storage. */
  readonly device?: (say: Say) => Readonly<Record<string, string>>;
  readonly city: (say: Say) => City;
  readonly acts?: readonly Act[];
  /** There once the state is reached. */
  readonly shows: string;
  /** A refusal that browsers write to their console by themselves. */
  readonly trouble?: RegExp;
}
