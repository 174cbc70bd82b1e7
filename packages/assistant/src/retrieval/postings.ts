/** An inverted index of one kind of term: which entries hold it, and how much it weighs there (BM25F without its idf). */
export interface Postings {
  /** Rarity of a term among the entries; of an unknown one as if one entry held it. */
  idf(term: string | number): number;
  has(term: string | number): boolean;
  /** Adds a term's weights, times `factor`, to the scores by entry. */
  add(term: string | number, factor: number, scores: Float32Array, touched: (entry: number) => void): void;
  /** The share of entries that hold a term. */
  share(term: string | number): number;
}

const SATURATION = 1.2;

export interface Field {
  weight: number;
  /** How much length counts against it, 0..1. */
  lengthPenalty: number;
}

/** Collects the terms of entries, field by field, and freezes them into postings. */
export function createPostingsBuilder(fields: readonly Field[]) {
  const occurrences = new Map<string | number, { entries: number[]; counts: number[]; fields: number[] }>();
  const lengths: number[][] = fields.map(() => []);

  return {
    add(entry: number, field: number, terms: Iterable<readonly [string | number, number]>): void {
      let length = 0;
      for (const [term, count] of terms) {
        length += count;
        let held = occurrences.get(term);
        if (!held) occurrences.set(term, (held = { entries: [], counts: [], fields: [] }));
        held.entries.push(entry);
        held.counts.push(count);
        held.fields.push(field);
      }
      const sizes = lengths[field]!;
      sizes[entry] = (sizes[entry] ?? 0) + length;
    },

    build(total: number): Postings {
      const means = lengths.map((sizes) => {
        let sum = 0;
        for (let entry = 0; entry < total; entry++) sum += sizes[entry] ?? 0;
        return sum / Math.max(1, total) || 1;
      });
      const frozen = new Map<string | number, { entries: Uint32Array; weights: Float32Array; idf: number }>();
      for (const [term, held] of occurrences) {
        const entries: number[] = [];
        const weights: number[] = [];
        for (let at = 0; at < held.entries.length; at++) {
          const entry = held.entries[at]!;
          const field = held.fields[at]!;
          const { weight, lengthPenalty } = fields[field]!;
          const relative = (lengths[field]![entry] ?? 0) / means[field]!;
          const tf = (weight * held.counts[at]!) / (1 - lengthPenalty + lengthPenalty * relative);
          if (entries.at(-1) === entry) weights[weights.length - 1]! += tf;
          else {
            entries.push(entry);
            weights.push(tf);
          }
        }
        frozen.set(term, {
          entries: Uint32Array.from(entries),
          weights: Float32Array.from(weights, (tf) => tf / (SATURATION + tf)),
          idf: rarity(entries.length, total),
        });
      }
      occurrences.clear();
      const unknown = rarity(1, total);
      return {
        idf: (term) => frozen.get(term)?.idf ?? unknown,
        has: (term) => frozen.has(term),
        share: (term) => (frozen.get(term)?.entries.length ?? 0) / Math.max(1, total),
        add(term, factor, scores, touched) {
          const posting = frozen.get(term);
          if (!posting) return;
          const { entries, weights, idf } = posting;
          for (let at = 0; at < entries.length; at++) {
            const entry = entries[at]!;
            if (scores[entry] === 0) touched(entry);
            scores[entry]! += factor * idf * weights[at]!;
          }
        },
      };
    },
  };
}

function rarity(holders: number, total: number): number {
  return Math.log(1 + (total - holders + 0.5) / (holders + 0.5));
}
