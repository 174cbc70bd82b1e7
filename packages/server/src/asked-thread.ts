import { parentPort, Worker } from "node:worker_threads";

interface Question {
  readonly kind: string;
}

/** A thread that does one thing after another, in the order of asking. */
export interface AskedThread<Asked extends Question, Replies extends Record<Asked["kind"], unknown>> {
  /** Rejects with what the thread threw; where it has ended, with the error that it ended of. */
  ask<Kind extends Asked["kind"]>(what: Asked & { readonly kind: Kind }): Promise<Replies[Kind]>;
  isAlive(): boolean;
  close(): Promise<void>;
}

type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: unknown };

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

/** Starts a module that {@link answerAsThread} answers in. Only while somebody waits for it does it keep the process from ending. */
export function startAskedThread<Asked extends Question, Replies extends Record<Asked["kind"], unknown>>(
  module: URL,
  name: string,
): AskedThread<Asked, Replies> {
  const worker = new Worker(module, { name });
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let alive = true;

  function ended(reason: unknown): void {
    alive = false;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  }
  worker.on("error", ended);
  worker.on("exit", () => ended(new Error(`the ${name} thread has ended`)));
  worker.on("message", (answer: Answer) => {
    const { resolve, reject } = waiting.get(answer.id) ?? {};
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ("error" in answer) reject?.(answer.error);
    else resolve?.(answer.value as never);
  });

  return {
    ask(what) {
      if (!alive) return Promise.reject(new Error(`the ${name} thread has ended`));
      return new Promise((resolve, reject) => {
        if (waiting.size === 0) worker.ref();
        waiting.set((asked += 1), { resolve, reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
        worker.postMessage({ ...what, id: asked });
      });
    },
    isAlive: () => alive,
    async close() {
      await worker.terminate();
    },
  };
}

/** Inside the thread: answers each question by its return, or by what is thrown, and lives on. */
export function answerAsThread<Asked extends Question>(answer: (asked: Asked) => unknown): void {
  const port = parentPort;
  if (!port) throw new Error("a thread's module was started as something else");
  port.on("message", ({ id, ...asked }: Asked & { readonly id: number }) => {
    let said: Answer;
    try {
      said = { id, value: answer(asked as unknown as Asked) };
    } catch (error) {
      said = { id, error };
    }
    port.postMessage(said);
  });
}
