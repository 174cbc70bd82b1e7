import type { Conversation, Message } from "@veche/protocol";
import type { Answer, Heard, Introduction, Line, OpenLine, Question } from "./line.ts";
import type { Shelf } from "./shelf.ts";

interface Kept {
  readonly conversation: Conversation;
  readonly messages: Message[];
  readonly lines: Set<Heard>;
}

/** How a line treats the next thing that is said over it. */
export type Mishap = "none" | "cut before" | "cut after";

/**
 * A city in memory that keeps the public contract, over lines that break when a test says so. Nothing happens
 * by itself: `settle` lets everything arrive and every timer run.
 */
export class PretendCity {
  readonly conversations = new Map<string, Kept>();
  readonly saidClientIds: string[] = [];
  /** Asked before each word said; may refuse. */
  refuse: (text: string) => Extract<Answer<"message:send">, { ok: false }>["error"] | undefined = () =>
    undefined;
  mishap: () => Mishap = () => "none";
  reachable = true;
  now = Date.parse("2026-05-12T09:00:00.000Z");
  #timers: { due: number; run: () => void }[] = [];
  #breaks = new Set<() => void>();
  #ids = 0;

  readonly clock = () => new Date(this.now);
  readonly newId = () => `id-${++this.#ids}`;
  readonly later = (run: () => void, milliseconds: number) => {
    const timer = { due: this.now + milliseconds, run };
    this.#timers.push(timer);
    return () => void (this.#timers = this.#timers.filter((one) => one !== timer));
  };

  /** Everything on its way arrives, then time passes. */
  async settle(milliseconds = 0): Promise<void> {
    const until = this.now + milliseconds;
    for (;;) {
      for (let turn = 0; turn < 30; turn++) await Promise.resolve();
      const due = this.#timers.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];
      if (!due) break;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.now = Math.max(this.now, due.due);
      due.run();
    }
    this.now = until;
  }

  /** Every line breaks; `reachable` says whether a new one can be had. */
  cut(): void {
    for (const broken of this.#breaks) broken();
  }

  readonly openLine: OpenLine = (introduction, heard): Line => {
    let kept: Kept | undefined;
    let up = false;
    const waiting = new Set<(reason: Error) => void>();

    const connect = () => {
      if (!this.reachable) return broken();
      up = true;
      this.#breaks.add(broken);
      void Promise.resolve().then(() => {
        if (!up) return;
        kept = this.#enter(introduction(), heard);
      });
    };
    const hangUp = () => {
      up = false;
      kept?.lines.delete(heard);
      this.#breaks.delete(broken);
      for (const reject of waiting) reject(new Error("line broken"));
      waiting.clear();
    };
    const broken = () => {
      hangUp();
      heard.down();
      this.later(() => up || connect(), 250);
    };

    return {
      connect,
      disconnect: hangUp,
      reconnect() {
        hangUp();
        connect();
      },
      hurry() {},
      typing() {},
      ask: (name, payload) =>
        new Promise((resolve, reject) => {
          if (!up || !kept) return reject(new Error("no line"));
          waiting.add(reject);
          const mishap = this.mishap();
          if (mishap === "cut before") return broken();
          const answer = this.#answer(kept, name, payload as { clientId: string; text: string });
          if (mishap === "cut after") return broken();
          void Promise.resolve().then(() => {
            waiting.delete(reject);
            resolve(answer as never);
          });
        }),
    };
  };

  #enter({ token, after }: Introduction, heard: Heard): Kept {
    const found = token === undefined ? undefined : this.conversations.get(token);
    const kept = found ?? this.#begin();
    kept.lines.add(heard);
    heard.conversation(kept.conversation);
    for (const message of kept.messages) if (message.seq > after) heard.message(message);
    return kept;
  }

  #begin(): Kept {
    const id = this.newId();
    const conversation: Conversation = { id, token: `secret-of-${id}`, state: "assistant" };
    const kept = { conversation, messages: [], lines: new Set<Heard>() };
    this.conversations.set(conversation.token, kept);
    return kept;
  }

  #answer(kept: Kept, name: Question, { clientId, text }: { clientId: string; text: string }): object {
    if (name === "conversation:delete") {
      this.conversations.delete(kept.conversation.token);
      return { ok: true };
    }
    if (name !== "message:send") return { ok: true, conversation: { ...kept.conversation, state: "queued" } };
    const error = this.refuse(text);
    if (error) return { ok: false, error };
    this.saidClientIds.push(clientId);
    const message =
      kept.messages.find((one) => one.clientId === clientId) ?? this.write(kept, "resident", text, clientId);
    return { ok: true, message };
  }

  /** Somebody says something in a conversation; every line hears it. */
  write(kept: Kept, kind: Message["author"]["kind"], text: string, clientId?: string): Message {
    const message = this.draft(kept, kind, text, clientId);
    kept.messages.push(message);
    for (const heard of kept.lines) heard.message(message);
    return message;
  }

  draft(kept: Kept, kind: Message["author"]["kind"], text: string, clientId?: string): Message {
    const seq = kept.messages.length + 1;
    const createdAt = this.clock().toISOString();
    return {
      id: `m-${seq}`,
      seq,
      author: { kind },
      text,
      sources: [],
      replies: [],
      createdAt,
      ...(clientId ? { clientId } : {}),
    };
  }

  get only(): Kept {
    const talked = [...this.conversations.values()].filter(({ messages }) => messages.length > 0);
    const [kept] = talked;
    if (!kept || talked.length > 1) throw new Error(`${talked.length} conversations have messages`);
    return kept;
  }
}

/** The storage of one browser, with a shelf for each tab. */
export class PretendBrowser {
  readonly values = new Map<string, string>();
  readonly #tabs = new Set<(name: string) => void>();
  #turn: Promise<void> = Promise.resolve();

  readonly alone = (run: () => Promise<void>): Promise<void> => {
    const mine = this.#turn.then(run);
    this.#turn = mine.catch(() => {});
    return mine;
  };

  shelf(): Shelf {
    let own: ((name: string) => void) | undefined;
    return {
      get: (name) => this.values.get(name),
      put: (name, value) => {
        if (value === undefined) this.values.delete(name);
        else this.values.set(name, value);
        for (const tab of this.#tabs) if (tab !== own) queueMicrotask(() => tab(name));
      },
      names: () => [...this.values.keys()],
      watch: (changed) => {
        own = changed;
        this.#tabs.add(changed);
        return () => void this.#tabs.delete(changed);
      },
    };
  }
}
