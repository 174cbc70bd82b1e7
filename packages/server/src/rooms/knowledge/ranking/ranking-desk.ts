import type { Ranking, RankOptions } from "@veche/assistant";
import type { Alike, Comparable } from "./alike.ts";
import { type Loadable, type RankingThread, startRankingThread } from "./ranking-thread.ts";

/** The second thread takes as much memory as the first; after so long without use it goes. */
const BACK_IDLE_MS = 5 * 60_000;

/**
 * Two threads: one ranks for residents and is never kept waiting; the other builds the next index,
 * changes places with it once that is whole, and between publishings serves editors.
 */
export interface RankingDesk {
  /** Resolves when residents' questions are ranked among these. */
  publish(what: Loadable): Promise<void>;
  /** Ranks among what is published; the first time, waits for that. */
  rank(text: string, options: RankOptions): Promise<Ranking>;
  /** Ranks among something else, all by one index. */
  tryOut(what: Loadable, asked: readonly { text: string; options: RankOptions }[]): Promise<Ranking[]>;
  /** The articles that a draft nearly repeats. */
  alike(draft: Comparable, others: readonly Comparable[]): Promise<readonly Alike[]>;
  close(): Promise<void>;
}

const FOUND_NOTHING: Ranking = { outcome: "operator", confidence: 0, ranked: [] };

/** What was found lately is kept while its questions have so many letters together: some ten thousand questions. */
const MOST_LETTERS = 1_000_000;

/** @param startThread by default each is a new one */
export function createRankingDesk(startThread: () => RankingThread = startRankingThread): RankingDesk {
  let published: Loadable | undefined;
  let front: RankingThread | undefined;
  let back: RankingThread | undefined;
  /** Residents ask alike, and press the same buttons: their questions with what was found among the published. */
  let found = new Map<string, Promise<Ranking>>();
  /** Found before those; asked again, they stay. */
  let foundBefore = found;
  let letters = 0;
  /** Work beside the front, one after another. */
  let work: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    clearTimeout(idle);
    const mine = work.then(task);
    const restLater = () => {
      if (work === settled) idle = setTimeout(() => void restBack(), BACK_IDLE_MS).unref();
    };
    const settled = mine.then(restLater, restLater);
    work = settled;
    return mine;
  }

  function backThread(): RankingThread {
    if (!back?.isAlive()) back = startThread();
    return back;
  }

  async function restBack(): Promise<void> {
    const resting = back;
    back = undefined;
    await resting?.close();
  }

  const publish = (what: Loadable) =>
    inTurn(async () => {
      if (what.size > 0) {
        const thread = backThread();
        await thread.load(what);
        back = front;
        front = thread;
      }
      published = what;
      forget();
    });

  function forget(): void {
    found = new Map();
    foundBefore = found;
    letters = 0;
  }

  function keep(question: string, ranking: Promise<Ranking>): void {
    if (letters > MOST_LETTERS / 2) {
      foundBefore = found;
      found = new Map();
      letters = 0;
    }
    letters += question.length;
    found.set(question, ranking);
  }

  function rank(text: string, options: RankOptions): Promise<Ranking> {
    const question = JSON.stringify([text, options]);
    const known = found.get(question);
    if (known) return known;
    const ranking = foundBefore.get(question) ?? rankAnew(text, options);
    keep(question, ranking);
    // What failed is asked again the next time.
    ranking.catch(() => {
      for (const those of [found, foundBefore]) if (those.get(question) === ranking) those.delete(question);
    });
    return ranking;
  }

  async function rankAnew(text: string, options: RankOptions): Promise<Ranking> {
    if (!published) await work;
    if (!published) throw new Error("asked before anything was published");
    if (published.size === 0) return FOUND_NOTHING;
    // A thread that died, of memory perhaps, is replaced.
    if (!front?.isAlive()) await publish(published);
    const thread = front;
    if (!thread) throw new Error("publishing left no thread to rank by");
    return thread.rank(text, options).catch((error: unknown) => {
      if (thread.isAlive()) throw error;
      return rankAnew(text, options);
    });
  }

  return {
    publish,
    rank,
    tryOut: (what, asked) =>
      inTurn(async () => {
        const thread = backThread();
        await thread.load(what);
        return Promise.all(asked.map(({ text, options }) => thread.rank(text, options)));
      }),
    alike: (draft, others) => inTurn(() => backThread().alike(draft, others)),
    async close() {
      clearTimeout(idle);
      await Promise.all([front?.close(), back?.close()]);
    },
  };
}
