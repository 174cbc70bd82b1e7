import { msg } from "@lit/localize";
import type { Note, QueueItem, WatchedMessage } from "@veche/protocol";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { isRefusal } from "../../client/server-refusal.ts";
import type { Live } from "../../client/live.ts";
import { lastSeq, withMessages } from "./transcript.ts";

const TYPING_LASTS_MS = 5_000;

export interface Person {
  readonly id: string;
  readonly name: string;
}

export type WatchState = "loading" | "ready" | { readonly refused: string };

/**
 * Keeps one conversation complete on screen: what was said, then what is said; after a gap or a lost
 * connection it asks for what came since.
 */
export class WatchedConversation implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #live: () => Live;
  #stops: readonly (() => void)[] = [];
  #typingEnds: ReturnType<typeof setTimeout> | undefined;
  #asking = false;

  id: string | undefined;
  state: WatchState = "loading";
  messages: readonly WatchedMessage[] = [];
  /** As told when it was opened; the queue knows later changes. */
  item: QueueItem | undefined;
  residentTyping = false;
  /** A colleague who writes in it too. */
  colleagueTyping: string | undefined;
  notes: readonly Note[] = [];
  looking: readonly Person[] = [];

  constructor(host: ReactiveControllerHost, live: () => Live) {
    this.#host = host;
    this.#live = live;
    host.addController(this);
  }

  hostConnected(): void {
    const live = this.#live();
    this.#stops = [
      live.on("message", (message) => this.add([message])),
      live.on("deleted", ({ conversationId }) => this.#forget(conversationId)),
      live.on("typing", ({ conversationId, author }) => this.#onTyping(conversationId, author)),
      live.on("note", (note) => this.addNote(note)),
      live.on("looking", ({ conversationId, staff }) => {
        if (conversationId !== this.id) return;
        this.looking = staff;
        this.#host.requestUpdate();
      }),
      live.on("connection", (connection) => {
        if (connection === "online") void this.#ask();
      }),
    ];
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    clearTimeout(this.#typingEnds);
    this.open(undefined);
  }

  open(id: string | undefined): void {
    if (id === this.id) return;
    if (this.id) void this.#live().ask("unwatch", { conversationId: this.id }).catch(onlyRefusals);
    this.id = id;
    this.item = undefined;
    this.messages = [];
    this.notes = [];
    this.looking = [];
    this.residentTyping = false;
    this.colleagueTyping = undefined;
    this.state = "loading";
    if (id) void this.#ask();
    this.#host.requestUpdate();
  }

  add(incoming: readonly WatchedMessage[]): void {
    const own = incoming.filter(({ conversationId }) => conversationId === this.id);
    if (own.length === 0) return;
    const { messages, gap } = withMessages(this.messages, own);
    this.messages = messages;
    if (own.some(({ author }) => author.kind === "resident")) this.residentTyping = false;
    if (gap) void this.#ask();
    this.#host.requestUpdate();
  }

  /** The resident deleted it: nothing of it stays on screen. */
  #forget(conversationId: string): void {
    if (conversationId !== this.id) return;
    this.item = undefined;
    this.messages = [];
    this.residentTyping = false;
    this.state = { refused: msg("Житель удалил этот диалог.") };
    this.#host.requestUpdate();
  }

  async #ask(): Promise<void> {
    const { id } = this;
    if (!id || this.#asking) return;
    this.#asking = true;
    try {
      const reply = await this.#live().ask("watch", { conversationId: id, after: lastSeq(this.messages) });
      if (id !== this.id) return;
      this.item = reply.conversation;
      this.messages = withMessages(this.messages, reply.messages).messages;
      this.notes = reply.notes;
      this.looking = reply.looking;
      this.state = "ready";
    } catch (error) {
      if (!isRefusal(error)) throw error;
      // Without a connection it asks again when there is one.
      const final = error.code !== "unavailable";
      if (final && id === this.id && this.messages.length === 0) this.state = { refused: error.message };
    } finally {
      this.#asking = false;
      this.#host.requestUpdate();
    }
    if (this.id !== id) void this.#ask();
  }

  addNote(note: Note): void {
    if (note.conversationId !== this.id || this.notes.some(({ id }) => id === note.id)) return;
    this.notes = [...this.notes, note];
    this.#host.requestUpdate();
  }

  #onTyping(conversationId: string, { kind, name }: { kind: string; name?: string }): void {
    if (conversationId !== this.id || kind === "assistant") return;
    clearTimeout(this.#typingEnds);
    this.residentTyping = kind === "resident";
    this.colleagueTyping = kind === "operator" ? name : undefined;
    this.#typingEnds = setTimeout(() => {
      this.residentTyping = false;
      this.colleagueTyping = undefined;
      this.#host.requestUpdate();
    }, TYPING_LASTS_MS);
    this.#host.requestUpdate();
  }
}

function onlyRefusals(error: unknown): void {
  if (!isRefusal(error)) throw error;
}
