import type { Entry, Ranking, RankOptions } from "@veche/assistant";
import type { Alike, Comparable } from "./alike.ts";
import { startAskedThread } from "../../../asked-thread.ts";
import type { Asked, Replies } from "./messages.ts";

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

export function startRankingThread(): RankingThread {
  const { ask, isAlive, close } = startAskedThread<Asked, Replies>(
    new URL("./worker.ts", import.meta.url),
    "ranking",
  );
  let loaded: { name: string; done: Promise<void> } | undefined;

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
    isAlive,
    close,
  };
}
