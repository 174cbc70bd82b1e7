/** An inverted index of one kind of term: which entries hold it, and how much it weighs there (BM25F without its idf). */
export interface Postings {
  /** Rarity of a term among the entries; of an unknown one as if one entry held it. */
  idf(term: number): number;
  has(term: number): boolean;
  /** How many entries hold a term. */
  size(term: number): number;
  /** Adds a term's weights, times `factor`, to the scores by entry. */
  add(term: number, factor: number, scores: Float32Array): void;
}

export interface Field {
  weight: number;
  /** How much length counts against it, 0..1. */
  lengthPenalty: number;
}

const SATURATION = 1.2;

/** Collects the terms of entries, entry by entry and field by field, and freezes them into postings. */
export function createPostingsBuilder(fields: readonly Field[]) {
  const holders: number[][] = [];
  const counts: number[][] = [];
  const lengths: number[][] = fields.map(() => []);

  return {
    /** @param terms term → how often it occurs in this field of this entry */
    add(entry: number, field: number, terms: ReadonlyMap<number, number>): void {
      let length = 0;
      for (const [term, count] of terms) {
        length += count;
        (holders[term] ??= []).push(entry * fields.length + field);
        (counts[term] ??= []).push(count);
      }
      lengths[field]![entry] = length;
    },

    build(total: number): Postings {
      const means = lengths.map(
        (sizes) => sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, total) || 1,
      );
      const weigh = (entry: number, field: number, count: number): number => {
        const { weight, lengthPenalty } = fields[field]!;
        return (
          (weight * count) /
          (1 - lengthPenalty + (lengthPenalty * (lengths[field]![entry] ?? 0)) / means[field]!)
        );
      };
      const entriesOf: Uint32Array[] = [];
      const weightsOf: Float32Array[] = [];
      const rarities: number[] = [];
      for (const [term, held] of holders.entries()) {
        if (!held) continue;
        const entries: number[] = [];
        const weights: number[] = [];
        for (const [at, place] of held.entries()) {
          const entry = Math.floor(place / fields.length);
          const weight = weigh(entry, place % fields.length, counts[term]![at]!);
          if (entries.at(-1) === entry) weights[weights.length - 1]! += weight;
          else {
            entries.push(entry);
            weights.push(weight);
          }
        }
        entriesOf[term] = Uint32Array.from(entries);
        weightsOf[term] = Float32Array.from(weights, (weight) => weight / (SATURATION + weight));
        rarities[term] = rarity(entries.length, total);
      }
      const unknown = rarity(1, total);
      return {
        idf: (term) => rarities[term] ?? unknown,
        has: (term) => entriesOf[term] !== undefined,
        size: (term) => entriesOf[term]?.length ?? 0,
        add(term, factor, scores) {
          const entries = entriesOf[term];
          const weights = weightsOf[term];
          if (!entries || !weights) return;
          const scale = factor * rarities[term]!;
          for (let at = 0; at < entries.length; at++) scores[entries[at]!]! += scale * weights[at]!;
        },
      };
    },
  };
}

function rarity(holders: number, total: number): number {
  return Math.log(1 + (total - holders + 0.5) / (holders + 0.5));
}
