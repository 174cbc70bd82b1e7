import { growingFloat32, growingUint32 } from "./growing.ts";

/** Rows of numbers of uneven length in two arrays, for there are hundreds of thousands of short ones. */
export interface Ragged {
  values: Uint32Array;
  /** Row r is `values` from `starts[r]` to `starts[r + 1]`. */
  starts: Uint32Array;
  has(row: number, value: number): boolean;
}

/** Writes rows one after the other: numbers, then the end of their row. */
export function createRaggedBuilder() {
  const values = growingUint32();
  const starts = growingUint32();
  const lastRow: number[] = [];
  starts.push(0);
  return {
    push(value: number): void {
      values.push(value);
    },
    /** Leaves out what the row has already; for numbers from 0 on without great gaps. */
    pushNew(value: number): void {
      if (lastRow[value] === starts.length) return;
      lastRow[value] = starts.length;
      values.push(value);
    },
    endRow(): void {
      starts.push(values.length);
    },
    build: (): Ragged => raggedOf(values.all(), starts.all()),
  };
}

function raggedOf(values: Uint32Array, starts: Uint32Array): Ragged {
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

export type Turned = Pick<Ragged, "values" | "starts">;

/** The rows turned round: row v of the result has the numbers of the rows that hold the value v, ascending. */
export function turned({ values, starts }: Turned): Turned {
  const most = values.reduce((top, value) => Math.max(top, value), -1);
  const first = new Uint32Array(most + 2);
  for (const value of values) first[value + 1]!++;
  for (let value = 0; value <= most; value++) first[value + 1]! += first[value]!;
  const next = first.slice();
  const rows = new Uint32Array(values.length);
  for (let row = 0; row + 1 < starts.length; row++)
    for (let at = starts[row]!; at < starts[row + 1]!; at++) rows[next[values[at]!]!++] = row;
  return { values: rows, starts: first };
}

/** The same with each number's weight. */
export interface WeightedTurned extends Turned {
  weights: Float32Array;
}

/** As {@link turned}; where a row holds a value twice, both stand there in their order. */
export function turnedWithWeights({ values, starts, weights }: WeightedRagged): WeightedTurned {
  const rows = turned({ values, starts });
  const next = rows.starts.slice();
  const held = new Float32Array(values.length);
  for (let at = 0; at < values.length; at++) held[next[values[at]!]!++] = weights[at]!;
  return { ...rows, weights: held };
}

/** Where an ascending row first holds a number; −1 where it doesn't, or isn't there. */
export function placeIn({ values, starts }: Turned, row: number, value: number): number {
  const end = starts[row + 1] ?? 0;
  let low = starts[row] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low < end && values[low] === value ? low : -1;
}

/** Marks all that a row holds; a row that isn't there holds nothing. */
export function markRow({ values, starts }: Turned, row: number, marks: Uint32Array, mark: number): void {
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at++) marks[values[at]!] = mark;
}

/** Rows of weighted numbers: concepts with their strengths. */
export interface WeightedRagged extends Ragged {
  weights: Float32Array;
  /** The weight of a number in a row; 0 when it isn't there. */
  weightOf(row: number, value: number): number;
}

export function createWeightedRaggedBuilder() {
  const plain = createRaggedBuilder();
  const held = growingFloat32();
  return {
    push(value: number, weight: number): void {
      plain.push(value);
      held.push(weight);
    },
    endRow: plain.endRow,
    build(): WeightedRagged {
      const { values, starts, has } = plain.build();
      const weights = held.all();
      return {
        values,
        starts,
        has,
        weights,
        weightOf(row, value) {
          const end = starts[row + 1]!;
          for (let at = starts[row]!; at < end; at++) if (values[at] === value) return weights[at]!;
          return 0;
        },
      };
    },
  };
}
