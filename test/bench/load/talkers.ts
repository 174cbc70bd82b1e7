import type { Message } from "@veche/protocol";
import { io, type Socket } from "socket.io-client";

/** What residents do, and for how long. */
export interface Talk {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly questions: readonly string[];
  /** Adds a number that was never there to each. */
  readonly everyQuestionNew?: boolean;
  /** What each waits after an answer; nothing by default, for all that the server can do. */
  readonly pauseMs?: number;
}

export interface Talked {
  readonly turns: number;
  readonly seconds: number;
  /** From sending to the answer's arrival, milliseconds, in order of arrival. */
  readonly took: readonly number[];
}

/** Instead of a result: what became of it. */
export interface Problem {
  readonly problem: string;
}

/** A resident who asks the next question once the last one is acknowledged and answered. */
class Talker {
  readonly #socket: Socket;
  #answered: (() => void) | undefined;

  constructor(url: string) {
    this.#socket = io(`${url}/chat`, { forceNew: true, transports: ["websocket"] });
    this.#socket.on("message", ({ author }: Message) => {
      if (author.kind === "assistant") this.#answered?.();
    });
  }

  connected(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.once("conversation", () => resolve());
      this.#socket.once("connect_error", reject);
    });
  }

  async ask(text: string): Promise<void> {
    const answered = new Promise<void>((resolve) => (this.#answered = resolve));
    const reply = await this.#socket.emitWithAck("message:send", { clientId: crypto.randomUUID(), text });
    if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply)}`);
    await answered;
  }

  leave(): void {
    this.#socket.disconnect();
  }
}

async function talk({
  url,
  connections,
  seconds,
  questions,
  everyQuestionNew,
  pauseMs,
}: Talk): Promise<Talked> {
  const talkers = Array.from({ length: connections }, () => new Talker(url));
  await Promise.all(talkers.map((it) => it.connected()));
  const took: number[] = [];
  let asked = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    talkers.map(async (talker) => {
      while (performance.now() < until) {
        const sent = performance.now();
        const question = questions[asked++ % questions.length] ?? "";
        await talker.ask(everyQuestionNew ? `${question} ${Date.now()}${asked}` : question);
        took.push(performance.now() - sent);
        // Not all in step.
        if (pauseMs) await new Promise((resolve) => setTimeout(resolve, pauseMs * (0.5 + Math.random())));
      }
    }),
  );
  const measured = (performance.now() - began) / 1000;
  for (const talker of talkers) talker.leave();
  return { turns: took.length, seconds: measured, took };
}

process.once("message", (what: Talk) => {
  const tell = (result: Talked | Problem) =>
    process.send?.(result, undefined, undefined, () => process.exit());
  // A server that is killed meanwhile is the asker's own doing.
  void talk(what).then(tell, (error: unknown) => tell({ problem: String(error) }));
});
