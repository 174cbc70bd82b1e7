import { type Loadable, type RankingThread, startRankingThread } from "./ranking-thread.ts";

/** So few entries are read in some milliseconds, again and again. */
const FEW = 150;
const spare: RankingThread[] = [];
let shared: RankingThread | undefined;
let lent = 0;

function sharedThread(): RankingThread {
  if (!shared?.isAlive()) shared = startRankingThread();
  return shared;
}

function spareThread(): RankingThread {
  const thread = spare.pop() ?? startRankingThread();
  return thread.isAlive() ? thread : spareThread();
}

/**
 * Ranks for a town without a thread of the town's own, since each takes a second to read the thesaurus:
 * towns of a few articles take turns at one thread, which is given a town's articles before its question;
 * others get one that an ended town left. No town sees what another loaded.
 */
export function lendRankingThread(): RankingThread {
  const name = `lent-${(lent += 1)}`;
  let own: RankingThread | undefined;
  let loaded: Loadable | undefined;
  let open = true;
  const refused = () => Promise.reject(new Error("the ranking thread has ended"));
  const thread = () => own ?? sharedThread();
  return {
    load(what) {
      if (!open) return refused();
      if (what.size > FEW) own ??= spareThread();
      loaded = { ...what, name: `${name} ${what.name}` };
      return thread().load(loaded);
    },
    async rank(text, options) {
      if (!open) return refused();
      const mine = thread();
      // What is asked of a thread at once it does one after another, with nothing between.
      const loading = loaded && mine.load(loaded);
      const [ranking] = await Promise.all([mine.rank(text, options), loading]);
      return ranking;
    },
    alike: (draft, others) => (open ? thread().alike(draft, others) : refused()),
    isAlive: () => open && (own?.isAlive() ?? true),
    async close() {
      if (open && own) spare.push(own);
      open = false;
    },
  };
}
