/** Rows of numbers of uneven length in two arrays, for there are hundreds of thousands of short ones. */
export interface Ragged {
  values: Uint32Array;
  /** Row r is `values` from `starts[r]` to `starts[r + 1]`. */
  starts: Uint32Array;
  has(row: number, value: number): boolean;
}

export function ragged(rows: readonly ArrayLike<number>[]): Ragged {
  const starts = new Uint32Array(rows.length + 1);
  for (const [row, list] of rows.entries()) starts[row + 1] = starts[row]! + list.length;
  const values = new Uint32Array(starts[rows.length]!);
  for (const [row, list] of rows.entries()) values.set(list, starts[row]);
  return {
    values,
    starts,
    has(row, value) {
      const end = starts[row + 1]!;
      for (let at = starts[row]!; at < end; at++) if (values[at] === value) return true;
      return false;
    },
  };
}

/** Rows of weighted numbers: concepts with their strengths. */
export interface WeightedRagged extends Ragged {
  weights: Float32Array;
  /** The weight of a number in a row; 0 when it isn't there. */
  weightOf(row: number, value: number): number;
}

export function weightedRagged(
  rows: readonly (readonly (readonly [value: number, weight: number])[])[],
): WeightedRagged {
  const plain = ragged(rows.map((row) => row.map(([value]) => value)));
  const weights = Float32Array.from(rows.flatMap((row) => row.map(([, weight]) => weight)));
  return {
    ...plain,
    weights,
    weightOf(row, value) {
      const end = plain.starts[row + 1]!;
      for (let at = plain.starts[row]!; at < end; at++) if (plain.values[at] === value) return weights[at]!;
      return 0;
    },
  };
}
