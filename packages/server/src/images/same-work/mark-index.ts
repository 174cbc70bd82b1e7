import { bitsIn } from "./bits.ts";
import { GLANCE_WORDS } from "./marks-text.ts";

/** Of a code's first word: what marks are filed under … */
const FILED_BITS = 18;
/** … and how many of these bits may differ. */
const FILED_DIFFERENCE = 2;
/** Of the two words after it: bits of one place that differ at most. */
const GLANCED_BITS = 18;
/** A work that shares fewer is not worth a closer look. */
const SHARED_LEAST = 3;

/** Which of many works may show the same sheet as one: a coarse and quick answer, to be looked at closely. */
export interface MarkIndex {
  /** @param glances as `glancesOf` gives them */
  readonly add: (id: string, glances: Int32Array) => void;
  /** The likeliest works, that of the id left out, likeliest first. */
  readonly likeliest: (id: string, glances: Int32Array, count: number) => string[];
}

export function createMarkIndex(): MarkIndex {
  const ids: string[] = [];
  const known = new Set<string>();
  const filed = createChains(1 << FILED_BITS);

  return {
    add(id, glances) {
      if (known.has(id)) return;
      known.add(id);
      const owner = ids.push(id) - 1;
      for (let at = 0; at < glances.length; at += GLANCE_WORDS)
        filed.add(glances[at]! & (filed.heads - 1), owner, glances[at + 1]!, glances[at + 2]!);
    },
    likeliest(id, glances, count) {
      const votes = new Uint16Array(ids.length);
      const lastVote = new Int32Array(ids.length).fill(-1);
      for (let at = 0; at < glances.length; at += GLANCE_WORDS) {
        const place = glances[at]! & (filed.heads - 1);
        for (const difference of DIFFERENCES)
          filed.each(place ^ difference, glances[at + 1]!, glances[at + 2]!, (owner) => {
            if (owner >= votes.length || lastVote[owner] === at) return;
            lastVote[owner] = at;
            votes[owner]! += 1;
          });
      }
      const likely: number[] = [];
      for (let owner = 0; owner < votes.length; owner++)
        if (votes[owner]! >= SHARED_LEAST && ids[owner] !== id) likely.push(owner);
      return likely
        .toSorted((a, b) => votes[b]! - votes[a]!)
        .slice(0, count)
        .map((owner) => ids[owner]!);
    },
  };
}

/** Every pattern of at most `FILED_DIFFERENCE` bits. */
const DIFFERENCES = Array.from({ length: 1 << FILED_BITS }, (_, it) => it).filter(
  (it) => bitsIn(it) <= FILED_DIFFERENCE,
);

/** Of a link: where the next one is, whose it is, and the two words that are glanced at. One place in memory a link. */
const LINK = 4;

/** Lists by number, in one flat array: a season's works have millions of marks. */
function createChains(heads: number) {
  const head = new Int32Array(heads).fill(-1);
  let links = new Int32Array(4_096 * LINK);
  let size = 0;
  return {
    heads,
    add(place: number, owner: number, first: number, second: number): void {
      if (size === links.length) {
        const larger = new Int32Array(2 * size);
        larger.set(links);
        links = larger;
      }
      links[size] = head[place]!;
      links[size + 1] = owner;
      links[size + 2] = first;
      links[size + 3] = second;
      head[place] = size;
      size += LINK;
    },
    each(place: number, first: number, second: number, take: (owner: number) => void): void {
      for (let at = head[place]!; at >= 0; at = links[at]!) {
        const differing = bitsIn(links[at + 2]! ^ first);
        if (differing <= GLANCED_BITS && differing + bitsIn(links[at + 3]! ^ second) <= GLANCED_BITS)
          take(links[at + 1]!);
      }
    },
  };
}
