import { Worker } from "node:worker_threads";
import type { Asked, Replies, ThreadReply } from "./comparing-worker.ts";

/** Knows the works of all years and compares with them, in a thread of its own. */
export interface ComparingThread {
  /** Makes works known by their glances; those it knows are passed over. */
  add(works: readonly GlancedWork[]): Promise<void>;
  /** Of the works that it knows, those that may show the same sheet, likeliest first; that of the id left out. */
  likeliest(id: string, marks: string, count: number): Promise<readonly string[]>;
  /** How many places of one picture are found again in each of the others, as they are stored. */
  placesInCommon(marks: string, others: readonly string[]): Promise<readonly number[]>;
  isAlive(): boolean;
  close(): Promise<void>;
}

export interface GlancedWork {
  readonly id: string;
  /** As they are stored. */
  readonly glances: string;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * A look among 50,000 works takes most of a second of a core, and their index 160 MB: neither is for the loop that
 * residents' sockets live on. Whoever waits for a thread that ends is refused with its error.
 */
export function startComparingThread(): ComparingThread {
  const worker = new Worker(new URL("./comparing-worker.ts", import.meta.url), { name: "comparing" });
  // Only while somebody waits for it does it keep the process from ending.
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
  worker.on("exit", () => ended(new Error("the comparing thread has ended")));
  worker.on("message", ({ id, value }: ThreadReply) => {
    const { resolve } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    resolve?.(value as never);
  });

  function ask<Kind extends Asked["kind"]>(what: Asked & { readonly kind: Kind }): Promise<Replies[Kind]> {
    if (!alive) return Promise.reject(new Error("the comparing thread has ended"));
    return new Promise((resolve, reject) => {
      waiting.set((asked += 1), { resolve, reject });
      worker.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      worker.postMessage({ ...what, id: asked });
    });
  }

  return {
    add: (works) => ask({ kind: "add", works }),
    likeliest: (id, marks, count) => ask({ kind: "likeliest", work: id, marks, count }),
    placesInCommon: (marks, others) => ask({ kind: "places", marks, others }),
    isAlive: () => alive,
    async close() {
      await worker.terminate();
    },
  };
}
