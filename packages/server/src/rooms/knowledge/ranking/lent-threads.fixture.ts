import { type RankingThread, startRankingThread } from "./ranking-thread.ts";

const spare: RankingThread[] = [];
let lent = 0;

/**
 * A ranking thread from a town that ended, or a new one: they rank for whoever comes next, since each
 * takes long to read the thesaurus, and no town sees what another loaded.
 */
export function lendRankingThread(): RankingThread {
  const thread = spare.pop() ?? startRankingThread();
  if (!thread.isAlive()) return lendRankingThread();
  const name = `lent-${(lent += 1)}`;
  let open = true;
  const refused = () => Promise.reject(new Error("the ranking thread has ended"));
  return {
    load: (what) => (open ? thread.load({ ...what, name: `${name} ${what.name}` }) : refused()),
    rank: (text, options) => (open ? thread.rank(text, options) : refused()),
    alike: (draft, others) => (open ? thread.alike(draft, others) : refused()),
    isAlive: () => open && thread.isAlive(),
    async close() {
      if (open) spare.push(thread);
      open = false;
    },
  };
}
