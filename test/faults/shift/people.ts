import type { QueueItem, QueuePush } from "@veche/protocol";
import { io, type Socket } from "socket.io-client";
import { DEPARTMENTS, type Member } from "./staffed-server.ts";

const ANSWER_WITHIN_MS = 3_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Reply = { ok: true; conversation?: QueueItem } | { ok: false; error: { code: string } };

async function ask(socket: Socket, event: string, payload: object = {}): Promise<Reply | undefined> {
  try {
    return (await socket.timeout(ANSWER_WITHIN_MS).emitWithAck(event, payload)) as Reply;
  } catch {
    // The server was killed, or the line was: what became of it, the record says.
    return undefined;
  }
}

const reconnecting = {
  forceNew: true,
  transports: ["websocket"],
  reconnectionDelay: 50,
  reconnectionDelayMax: 300,
};

/** A resident who asks for an operator until that is acknowledged, and waits. */
export class WaitingResident {
  readonly #socket: Socket;
  #token: string | undefined;
  id = "";
  state = "";
  /** The server said that the conversation is in the queue. */
  queued = false;

  constructor(url: string) {
    this.#socket = io(`${url}/chat`, {
      ...reconnecting,
      auth: (give) => give({ token: this.#token, after: 0 }),
    });
    this.#socket.on("conversation", ({ id, token, state }: { id: string; token: string; state: string }) => {
      // Until it is stored a new connection would get a new conversation: the first one is kept.
      this.#token ??= token;
      if (this.#token === token) [this.id, this.state] = [id, state];
    });
  }

  async wait(): Promise<void> {
    while (!this.queued) {
      const reply = await ask(this.#socket, "operator:request");
      this.queued = reply?.ok === true;
      if (!this.queued) await pause(50);
    }
  }

  leave(): void {
    this.#socket.disconnect();
  }
}

/** An operator who does whatever comes to mind, and loses the line now and then. */
export class RestlessOperator {
  readonly member: Member;
  readonly acts = { claimed: 0, lost: 0, full: 0, moved: 0 };
  /** What the server acknowledged as theirs. */
  readonly acknowledged: string[] = [];
  readonly #socket: Socket;
  readonly #queue = new Map<string, QueueItem>();
  readonly #random: () => number;

  constructor(url: string, member: Member, random: () => number) {
    this.member = member;
    this.#random = random;
    this.#socket = io(`${url}/staff`, { ...reconnecting, extraHeaders: { cookie: member.cookie } });
    this.#socket.on("queue", (push: QueuePush) => {
      if (push.whole) this.#queue.clear();
      for (const item of push.conversations) this.#queue.set(item.id, item);
      for (const id of push.removed) this.#queue.delete(id);
    });
  }

  #one(which: (item: QueueItem) => boolean): QueueItem | undefined {
    const all = [...this.#queue.values()].filter(which);
    return all[Math.floor(this.#random() * all.length)];
  }

  async workUntil(moment: () => boolean): Promise<void> {
    while (!moment()) {
      await this.#act();
      await pause(20 + this.#random() * 150);
    }
  }

  /** Takes and closes what is left, until nothing waits for them. */
  async workOff(): Promise<void> {
    for (let idle = 0; idle < 3;) {
      const mine = this.#one(
        ({ operator, state }) => state === "operator" && operator?.id === this.member.id,
      );
      if (mine) await this.#move("close", mine, { reason: "answered" });
      const taken = await this.#claim("conversation:next");
      if (mine || taken?.ok === false || (taken?.ok && taken.conversation)) idle = 0;
      else {
        idle++;
        await pause(200);
      }
    }
  }

  leave(): void {
    this.#socket.disconnect();
  }

  async #act(): Promise<void> {
    const dice = this.#random();
    const mine = this.#one(({ operator }) => operator?.id === this.member.id);
    if (dice < 0.35) return void (await this.#claim("conversation:next"));
    if (dice < 0.6) {
      const waiting = this.#one(({ state }) => state === "queued");
      return void (waiting && (await this.#claim("conversation:claim", { conversationId: waiting.id })));
    }
    if (dice < 0.62) return this.#loseTheLine();
    if (dice < 0.625)
      return void (
        await ask(this.#socket, "shift:end"),
        await ask(this.#socket, "presence:set", { presence: "here" })
      );
    if (!mine) return;
    if (dice < 0.72) return this.#move("close", mine, { reason: "answered" });
    if (dice < 0.77) return this.#move("release", mine);
    if (dice < 0.82) {
      const department = DEPARTMENTS[Math.floor(this.#random() * DEPARTMENTS.length)] ?? "water";
      return this.#move("transfer", mine, { department });
    }
    if (dice < 0.87) {
      return this.#move("hold", mine, {
        until: new Date(Date.now() + 500 + this.#random() * 4_000).toISOString(),
      });
    }
    const clientId = crypto.randomUUID();
    await ask(this.#socket, "message:send", { conversationId: mine.id, clientId, text: "Смотрю ваш вопрос" });
  }

  async #claim(event: string, payload: object = {}): Promise<Reply | undefined> {
    const reply = await ask(this.#socket, event, payload);
    if (reply?.ok && reply.conversation) {
      this.acts.claimed++;
      this.acknowledged.push(reply.conversation.id);
    }
    if (reply?.ok === false) this.acts.lost++;
    return reply;
  }

  async #move(move: string, { id }: QueueItem, more: object = {}): Promise<void> {
    if ((await ask(this.#socket, `conversation:${move}`, { conversationId: id, ...more }))?.ok)
      this.acts.moved++;
  }

  async #loseTheLine(): Promise<void> {
    this.#socket.disconnect();
    await pause(this.#random() * 8_000);
    this.#socket.connect();
  }
}
