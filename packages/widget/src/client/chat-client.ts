import type { Attachment, Author, Conversation, Message, RefusalReply } from "@veche/protocol";
import type { Answer, Line, OpenLine, Question, Questions } from "./line.ts";
import { createMemory, type Memory } from "./memory.ts";
import { createOutbox, type Outbox, type Unsent } from "./outbox.ts";
import { Sender, type Pause } from "./sender.ts";
import type { Shelf } from "./shelf.ts";
import { createTimeline } from "./timeline.ts";

/** What came too early waits this long for what goes before it, then that is asked for. */
const GAP_PATIENCE_MS = 300;
const TYPING_SHOWN_MS = 6000;
const TYPING_TOLD_EVERY_MS = 3000;

export type Connection = "closed" | "connecting" | "online" | "offline";

/** What the screen needs to know. */
export interface ChatState {
  readonly connection: Connection;
  readonly conversation: Conversation | undefined;
  readonly messages: readonly Message[];
  /** What was said and is not confirmed yet, oldest first. */
  readonly unsent: readonly Unsent[];
  /** Something else was asked for and waits for the line. */
  readonly asking: boolean;
  readonly typing: Author | undefined;
  /** Messages of others that have not been on screen. */
  readonly unread: number;
  readonly pause: Pause | undefined;
}

/** `unreachable`: no answer came. */
export type Outcome =
  /** `url`: where one goes on, if the answer named that. */
  | { readonly ok: true; readonly url?: string }
  | { readonly ok: false; readonly error: RefusalReply | "unreachable" };

export interface ChatParts {
  readonly openLine: OpenLine;
  readonly shelf: Shelf;
  readonly newId: () => string;
  readonly clock: () => Date;
  /** @returns calls it off */
  readonly later: (run: () => void, milliseconds: number) => () => void;
  /** Runs while no other tab of the site runs its own. */
  readonly alone: (run: () => Promise<void>) => Promise<void>;
  readonly locale: () => string;
  readonly page: () => string;
  /** Something in the state changed. */
  readonly changed: () => void;
  /** A message came that this device had not seen. */
  readonly arrived: (message: Message) => void;
}

/**
 * One resident's talk with the city: what was said is kept on the shelf until it is confirmed, resent with the
 * same id, and shown in the order of `seq`, over any number of broken lines, reloads and tabs.
 */
export class ChatClient {
  readonly #parts: ChatParts;
  readonly #timeline = createTimeline();
  readonly #outbox: Outbox;
  readonly #memory: Memory;
  readonly #line: Line;
  readonly #sender: Sender;
  #connection: Connection = "closed";
  #conversation: Conversation | undefined;
  #token: string | undefined;
  #typing: Author | undefined;
  #arrived: number;
  /** Last `seq` when a gap was asked for. */
  #askedAfter = -1;
  #toldTypingAt = 0;
  readonly #waiting = new Set<() => void>();
  #stopTyping = () => {};
  #stopWatching = () => {};

  constructor(parts: ChatParts) {
    this.#parts = parts;
    this.#outbox = createOutbox(parts.shelf);
    this.#memory = createMemory(parts.shelf);
    this.#token = this.#memory.token;
    this.#arrived = this.#memory.seen;
    this.#line = parts.openLine(
      () => ({ token: this.#token, after: this.#timeline.last, locale: parts.locale(), page: parts.page() }),
      {
        conversation: (conversation) => this.#adopt(conversation),
        message: (message) => this.#take(message),
        typing: (author) => this.#showTyping(author),
        down: () => this.#become("offline"),
      },
    );
    this.#sender = new Sender({
      ...parts,
      line: this.#line,
      outbox: this.#outbox,
      next: () => this.#nextUnsent(),
      mayGo: (unsent, go) => this.#inTurn(unsent, go),
      delivered: (message) => this.#take(message),
      unanswered: () => {
        if (this.#connection === "online") this.#renew();
      },
    });
  }

  get state(): ChatState {
    const { messages } = this.#timeline;
    const { seen } = this.#memory;
    return {
      connection: this.#connection,
      conversation: this.#conversation,
      messages,
      unsent: this.#outbox.all.filter(({ clientId }) => !this.#isSettled(clientId)),
      asking: this.#waiting.size > 0,
      typing: this.#typing,
      unread: messages.filter(({ seq, author }) => seq > seen && author.kind !== "resident").length,
      pause: this.#sender.pause,
    };
  }

  open(): void {
    if (this.#connection !== "closed") return this.#line.hurry();
    this.#stopWatching = this.#parts.shelf.watch((name) => this.#changedElsewhere(name));
    this.#become("connecting");
    this.#line.connect();
  }

  close(): void {
    this.#stopWatching();
    this.#stopTyping();
    this.#sender.stop();
    this.#connection = "closed";
    this.#line.disconnect();
  }

  /** Keeps the words until the city has them, whatever happens meanwhile. */
  say(text: string, attachments: readonly Attachment[] = []): void {
    // Later than all that waits, so that the order of saying outlives a reload within the same millisecond.
    const waiting = this.#outbox.all.map((unsent) => Date.parse(unsent.createdAt) + 1);
    const createdAt = new Date(Math.max(this.#parts.clock().getTime(), ...waiting)).toISOString();
    const pictures = attachments.length > 0 && { attachments };
    this.#outbox.put({ clientId: this.#parts.newId(), text, createdAt, ...pictures });
    this.#remember();
    this.#parts.changed();
    this.#line.hurry();
    void this.#sender.go();
  }

  /** Takes words back that the city refused. */
  takeBack(clientId: string): void {
    this.#outbox.remove(clientId);
    this.#remember();
    this.#parts.changed();
  }

  /** Asks for something else than saying, once there is a line; while it breaks, again over the next one. */
  async ask<Name extends Exclude<Question, "message:send">>(
    name: Name,
    payload: Questions[Name]["ask"],
  ): Promise<Outcome> {
    let answer: Answer<Name> | undefined;
    do {
      await this.#lineUp();
      answer = await this.#line.ask(name, payload).catch(() => undefined);
    } while (!answer && this.#connection !== "online");
    if (!answer) return { ok: false, error: "unreachable" };
    if (!answer.ok) return { ok: false, error: answer.error };
    if ("conversation" in answer) this.#learn(answer.conversation);
    return "url" in answer ? { ok: true, url: answer.url } : { ok: true };
  }

  /** Has the city erase all of it, and keeps nothing here; then the next words begin another. */
  async erase(): Promise<Outcome> {
    const outcome = await this.ask("conversation:delete", {});
    // Another tab was sooner, or nothing had been said.
    if (!outcome.ok && (outcome.error === "unreachable" || outcome.error.code !== "not_found"))
      return outcome;
    for (const { clientId } of this.#outbox.all) this.#outbox.remove(clientId);
    this.startAnew();
    return { ok: true };
  }

  typing(): void {
    const now = this.#parts.clock().getTime();
    if (this.#timeline.last === 0 || now - this.#toldTypingAt < TYPING_TOLD_EVERY_MS) return;
    this.#toldTypingAt = now;
    this.#line.typing();
  }

  /** All messages so far have been on screen. */
  seen(): void {
    if (this.#timeline.last <= this.#memory.seen) return;
    this.#memory.seen = this.#timeline.last;
    this.#parts.changed();
  }

  /** Leaves the conversation behind; the next words begin another. */
  startAnew(): void {
    this.#unlearn();
    this.#join(undefined);
  }

  async #lineUp(): Promise<void> {
    this.#line.hurry();
    while (this.#connection !== "online")
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
        this.#parts.changed();
      });
  }

  #become(connection: Connection): void {
    if (this.#connection === connection) return;
    this.#connection = connection;
    if (connection === "online") {
      for (const goOn of this.#waiting) goOn();
      this.#waiting.clear();
    }
    this.#parts.changed();
  }

  #renew(): void {
    this.#become("connecting");
    this.#line.reconnect();
  }

  #adopt(told: Conversation): void {
    const other = this.#conversation
      ? this.#conversation.id !== told.id
      : this.#token !== undefined && this.#token !== told.token;
    if (other) {
      if (this.#memory.token === this.#token) this.#unlearn();
      this.#leave();
    }
    this.#token = told.token;
    this.#become("online");
    this.#learn(told);
    void this.#sender.go();
  }

  #learn(conversation: Conversation): void {
    this.#conversation = conversation;
    this.#remember();
    this.#parts.changed();
  }

  #leave(): void {
    this.#timeline.clear();
    this.#conversation = undefined;
    this.#arrived = this.#memory.seen;
    this.#askedAfter = -1;
  }

  #unlearn(): void {
    this.#memory.token = undefined;
    this.#memory.seen = 0;
  }

  /** Nothing is kept of a conversation in which nothing was said. */
  #remember(): void {
    if (this.#timeline.last > 0) this.#memory.token = this.#token;
    const state = this.#conversation?.state;
    this.#memory.live = state === "queued" || state === "operator" || this.#outbox.all.length > 0;
  }

  #take(message: Message): void {
    const next = this.#timeline.take(message);
    for (const one of next) {
      if (one.clientId) this.#outbox.remove(one.clientId);
      if (one.author.kind !== "resident") this.#showTyping(undefined);
      if (one.seq > this.#arrived) {
        this.#arrived = one.seq;
        this.#parts.arrived(one);
      }
    }
    if (this.#timeline.gap) this.#fillGap();
    if (next.length > 0) {
      this.#remember();
      this.#parts.changed();
    }
  }

  #fillGap(): void {
    this.#parts.later(() => {
      // Once: what the server does not have cannot be had by asking more often.
      if (!this.#timeline.gap || this.#askedAfter === this.#timeline.last) return;
      this.#askedAfter = this.#timeline.last;
      if (this.#connection === "online") this.#renew();
    }, GAP_PATIENCE_MS);
  }

  #showTyping(author: Author | undefined): void {
    this.#stopTyping();
    if (author) this.#stopTyping = this.#parts.later(() => this.#showTyping(undefined), TYPING_SHOWN_MS);
    if (author === this.#typing) return;
    this.#typing = author;
    this.#parts.changed();
  }

  #nextUnsent(): Unsent | undefined {
    if (this.#connection !== "online") return undefined;
    return this.#outbox.all.find(({ refusal, clientId }) => !refusal && !this.#isSettled(clientId));
  }

  #isSettled(clientId: string): boolean {
    return this.#timeline.messages.some((message) => message.clientId === clientId);
  }

  /** The first words of two tabs make one conversation: the later tab goes over to the earlier one's. */
  #inTurn(unsent: Unsent, go: () => Promise<void>): Promise<void> {
    if (this.#timeline.last > 0) return go();
    return this.#parts.alone(async () => {
      const kept = this.#memory.token;
      if (kept !== undefined && kept !== this.#token) this.#join(kept);
      else if (this.#outbox.has(unsent.clientId)) await go();
    });
  }

  #join(token: string | undefined): void {
    this.#leave();
    this.#token = token;
    if (this.#connection !== "closed") this.#renew();
    this.#parts.changed();
  }

  #changedElsewhere(name: string): void {
    const kept = this.#memory.token;
    if (name === "token" && kept !== this.#token && (kept !== undefined || this.#timeline.last > 0))
      this.#join(kept);
    this.#parts.changed();
  }
}
