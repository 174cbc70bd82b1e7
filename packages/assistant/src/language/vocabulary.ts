import { CHEAPEST_LETTER, distance } from "./distance.ts";

/** Known words, findable through typos. */
export interface Vocabulary {
  has(word: string): boolean;
  /** The known word that was probably meant, with its distance; undefined when nothing is near enough. */
  nearest(word: string): NearWord | undefined;
  /** Every known word that may have been meant, in no order; `most` letters mistaken, by default few in short words. */
  near(word: string, most?: number): NearWord[];
}

export interface NearWord {
  word: string;
  /** In letters mistaken; less for those easily mistaken. */
  distance: number;
}

const PREFIX = 7;
/** The word itself, and its first letters without one, and without two. */
const MOST_DELETIONS = 1 + PREFIX + (PREFIX * (PREFIX - 1)) / 2;
/** The first letter is seldom mistyped: another word with another first letter must be nearer than this. */
const OTHER_BEGINNING = 1;
const ID_BITS = 2 ** 20;

/**
 * Builds a deletion index: a word is found by what is left of its first seven letters when up to two are dropped.
 *
 * @param counts normalised word → how often it occurs; the more frequent of two near words wins
 */
export function createVocabulary(counts: ReadonlyMap<string, number>): Vocabulary {
  const words = [...counts.keys()].filter((word) => word.length >= 3);
  const keys = new Float64Array(words.length * MOST_DELETIONS);
  let total = 0;
  for (const [id, word] of words.entries()) {
    for (const rest of deletions(word.slice(0, PREFIX), word.length > 5 ? 2 : 1))
      keys[total++] = rest * ID_BITS + id;
  }
  const index = keys.slice(0, total).sort();
  const longest = words.reduce((length, word) => Math.max(length, word.length), 0);

  const near = (word: string, most = usualMost(word)): NearWord[] => {
    if (word.length < 4 || word.length > longest + most / CHEAPEST_LETTER) return [];
    const found: NearWord[] = [];
    const seen = new Set<number>();
    for (const rest of deletions(word.slice(0, PREFIX), word.length > 5 ? 2 : 1)) {
      const key = rest * ID_BITS;
      for (let at = lowerBound(index, key); at < index.length && index[at]! < key + ID_BITS; at++) {
        const id = index[at]! - key;
        if (seen.has(id)) continue;
        seen.add(id);
        const away = distance(word, words[id]!, most);
        if (away <= most && (away <= OTHER_BEGINNING || words[id]![0] === word[0]))
          found.push({ word: words[id]!, distance: away });
      }
    }
    return found;
  };

  return {
    has: (word) => counts.has(word),
    near,
    nearest(word) {
      const likelihood = (candidate: NearWord) =>
        Math.min(0.3, Math.log1p(counts.get(candidate.word) ?? 0) / 20) -
        candidate.distance -
        (candidate.word[0] === word[0] ? 0 : 0.2);
      let best: NearWord | undefined;
      for (const candidate of near(word))
        if (!best || likelihood(candidate) > likelihood(best)) best = candidate;
      return best;
    },
  };
}

function usualMost(word: string): number {
  if (word.length <= 4) return 0.75;
  if (word.length <= 6) return 1.1;
  return word.length <= 9 ? 1.7 : 2.2;
}

/** Hashes of a word and of what is left of it without one letter, or two; some may come twice. */
function deletions(word: string, depth: number): number[] {
  const all = [hash(word, -1, -1)];
  for (let one = 0; one < word.length; one++) {
    if (word.length >= 3) all.push(hash(word, one, -1));
    const last = depth === 2 && word.length >= 4 ? word.length : 0;
    for (let other = one + 1; other < last; other++) all.push(hash(word, one, other));
  }
  return all;
}

/** Hash of a word without the letters at two places; −1 is no place. */
function hash(word: string, one: number, other: number): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at++)
    if (at !== one && at !== other) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

function lowerBound(sorted: Float64Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const PREFERENCE = 0.1;

/** The nearest word of two vocabularies; the first wins where the second is hardly nearer. */
export function nearestOf(word: string, first: Vocabulary, second: Vocabulary): NearWord | undefined {
  const one = first.nearest(word);
  const other = second.nearest(word);
  if (!one || !other) return one ?? other;
  return other.distance + PREFERENCE < one.distance ? other : one;
}
