import { Worker } from "node:worker_threads";
import type { Entry, Ranking, RankOptions } from "@veche/assistant";
import type { Alike, Comparable } from "./alike.ts";
import type { Asked, Replies, ThreadReply } from "./messages.ts";

/** Entries under a name: the same name stands for the same entries. */
export interface Loadable {
  readonly name: string;
  /** How many they are. */
  readonly size: number;
  readonly entries: () => readonly Entry[];
}

/** A thread with a retriever of its own. Whoever waits for a dead one is refused with its error. */
export interface RankingThread {
  /** Makes it rank these entries; nothing where it does already. */
  load(what: Loadable): Promise<void>;
  rank(text: string, options: RankOptions): Promise<Ranking>;
  alike(draft: Comparable, others: readonly Comparable[]): Promise<readonly Alike[]>;
  isAlive(): boolean;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

export function startRankingThread(): RankingThread {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { name: "ranking" });
  // Only while somebody waits for it does it keep the process from ending.
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let alive = true;
  let loaded: { name: string; done: Promise<void> } | undefined;

  function ended(reason: unknown): void {
    alive = false;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  }
  worker.on("error", ended);
  worker.on("exit", () => ended(new Error("the ranking thread has ended")));
  worker.on("message", (reply: ThreadReply) => {
    const { resolve, reject } = waiting.get(reply.id) ?? {};
    waiting.delete(reply.id);
    if (waiting.size === 0) worker.unref();
    if ("error" in reply) reject?.(reply.error);
    else resolve?.(reply.value as never);
  });

  function ask<Kind extends Asked["kind"]>(what: Asked & { readonly kind: Kind }): Promise<Replies[Kind]> {
    if (!alive) return Promise.reject(new Error("the ranking thread has ended"));
    return new Promise((resolve, reject) => {
      if (waiting.size === 0) worker.ref();
      waiting.set((asked += 1), { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      worker.postMessage({ ...what, id: asked });
    });
  }

  return {
    load({ name, entries }) {
      if (loaded?.name === name) return loaded.done;
      const done = ask({ kind: "load", entries: entries() });
      loaded = { name, done };
      return done.catch((error: unknown) => {
        loaded = undefined;
        throw error;
      });
    },
    rank: (text, options) => ask({ kind: "rank", text, options }),
    alike: (draft, others) => ask({ kind: "alike", draft, others }),
    isAlive: () => alive,
    async close() {
      await worker.terminate();
    },
  };
}
