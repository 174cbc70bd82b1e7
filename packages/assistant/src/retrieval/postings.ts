import { growingFloat32, growingUint32 } from "./growing.ts";

/** An inverted index of one kind of term: which entries hold it, and how much it weighs there (BM25F). */
export interface Postings {
  /** Rarity of a term among the entries; of an unknown one as if one entry held it. */
  idf(term: number): number;
  has(term: number): boolean;
  /** How many entries hold a term. */
  size(term: number): number;
  /** Adds a term's weights, times `factor` and its rarity, to the scores by entry. */
  add(term: number, factor: number, scores: Float32Array): void;
  /** As `add`, for sums that `weightIn` could have made. */
  addExactly(term: number, factor: number, scores: Float64Array): void;
  /** What `add` adds to one entry for a factor of 1; 0 where the entry doesn't hold the term. */
  weightIn(term: number, entry: number): number;
}

export interface Field {
  weight: number;
  /** How much length counts against it, 0..1. */
  lengthPenalty: number;
}

const SATURATION = 1.2;

/** Collects the terms of entries, entry by entry and field by field, and freezes them into postings. */
export function createPostingsBuilder(fields: readonly Field[]) {
  const terms = growingUint32();
  const places = growingUint32();
  const counts = growingFloat32();
  const lengths = fields.map(() => growingFloat32());
  /** What the open field holds: its terms, and by term how much. */
  const open: number[] = [];
  const amounts: number[] = [];
  let mostTerm = -1;

  return {
    /** Counts a term in the field that is being read. */
    count(term: number, amount: number): void {
      while (amounts.length <= term) amounts.push(0);
      if (amounts[term] === 0) open.push(term);
      amounts[term]! += amount;
    },

    /** Ends a field; entries come in ascending order, each with all its fields in order. */
    endField(entry: number, field: number): void {
      let length = 0;
      for (const term of open) {
        const amount = amounts[term]!;
        amounts[term] = 0;
        length += amount;
        if (term > mostTerm) mostTerm = term;
        terms.push(term);
        places.push(entry * fields.length + field);
        counts.push(amount);
      }
      lengths[field]!.push(length);
      open.length = 0;
    },

    build(total: number): Postings {
      const weigh = weigher(
        fields,
        lengths.map((sizes) => sizes.all()),
      );
      const weighed = new Float32Array(terms.length);
      const entries = new Uint32Array(terms.length);
      for (let at = 0; at < weighed.length; at++) {
        const place = places.at(at);
        entries[at] = Math.floor(place / fields.length);
        weighed[at] = weigh(entries[at]!, place % fields.length, counts.at(at));
      }
      return postingsOf(byTerm(mostTerm + 1, terms.all(), entries, weighed), total);
    },
  };
}

/** Rows of entries with what a term weighs in each; the row of term t is from `starts[t]` to `starts[t + 1]`. */
interface Rows {
  starts: Uint32Array;
  entries: Uint32Array;
  weights: Float32Array;
}

function weigher(fields: readonly Field[], lengths: readonly Float32Array[]) {
  const means = lengths.map(
    (sizes) => sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length) || 1,
  );
  return (entry: number, field: number, count: number): number => {
    const { weight, lengthPenalty } = fields[field]!;
    return (weight * count) / (1 - lengthPenalty + (lengthPenalty * lengths[field]![entry]!) / means[field]!);
  };
}

/** Sorts weights by term; those of one entry are added up, and each more of them counts less. */
function byTerm(terms: number, termOf: Uint32Array, entryOf: Uint32Array, weightOf: Float32Array): Rows {
  const room = new Uint32Array(terms + 1);
  for (const term of termOf) room[term + 1]!++;
  for (let term = 0; term < terms; term++) room[term + 1]! += room[term]!;
  const ends = room.slice(0, terms);
  const entries = new Uint32Array(termOf.length);
  const weights = new Float32Array(termOf.length);
  for (let at = 0; at < termOf.length; at++) {
    const term = termOf[at]!;
    const end = ends[term]!;
    if (end > room[term]! && entries[end - 1] === entryOf[at]) weights[end - 1]! += weightOf[at]!;
    else {
      entries[end] = entryOf[at]!;
      weights[end] = weightOf[at]!;
      ends[term] = end + 1;
    }
  }
  const starts = new Uint32Array(terms + 1);
  for (let term = 0; term < terms; term++) {
    const [from, to, start] = [room[term]!, ends[term]!, starts[term]!];
    entries.copyWithin(start, from, to);
    weights.copyWithin(start, from, to);
    starts[term + 1] = start + to - from;
  }
  const kept = starts[terms]!;
  return {
    starts,
    entries: entries.slice(0, kept),
    weights: weights.slice(0, kept).map((weight) => weight / (SATURATION + weight)),
  };
}

function postingsOf({ starts, entries, weights }: Rows, total: number): Postings {
  const known = starts.length - 1;
  const size = (term: number) => (term >= 0 && term < known ? starts[term + 1]! - starts[term]! : 0);
  const rarities = Float64Array.from({ length: known }, (_, term) => rarity(size(term), total));
  const unknown = rarity(1, total);
  const has = (term: number) => size(term) > 0;
  return {
    idf: (term) => (has(term) ? rarities[term]! : unknown),
    has,
    size,
    add(term, factor, scores) {
      if (!has(term)) return;
      const scale = factor * rarities[term]!;
      const end = starts[term + 1]!;
      for (let at = starts[term]!; at < end; at++) scores[entries[at]!]! += scale * weights[at]!;
    },
    addExactly(term, factor, scores) {
      if (!has(term)) return;
      const telling = rarities[term]!;
      const end = starts[term + 1]!;
      for (let at = starts[term]!; at < end; at++) scores[entries[at]!]! += factor * (telling * weights[at]!);
    },
    weightIn(term, entry) {
      if (!has(term)) return 0;
      const end = starts[term + 1]!;
      let low = starts[term]!;
      let high = end;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (entries[middle]! < entry) low = middle + 1;
        else high = middle;
      }
      return low < end && entries[low] === entry ? rarities[term]! * weights[low]! : 0;
    },
  };
}

function rarity(holders: number, total: number): number {
  return Math.log(1 + (total - holders + 0.5) / (holders + 0.5));
}
