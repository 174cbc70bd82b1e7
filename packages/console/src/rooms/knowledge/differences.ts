/** A piece of two texts: in both, only in the earlier, or only in the later. */
export interface Piece {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Longer changes are shown whole: nobody compares them word by word. */
const MOST_WORDS = 1500;

/** What became of a text, word by word. */
export function differences(earlier: string, later: string): Piece[] {
  const from = wordsOf(earlier);
  const to = wordsOf(later);
  let start = 0;
  while (start < from.length && from[start] === to[start]) start++;
  let end = 0;
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  return joined([
    { kind: "same", text: from.slice(0, start).join("") },
    ...between(from.slice(start, from.length - end), to.slice(start, to.length - end)),
    { kind: "same", text: from.slice(from.length - end).join("") },
  ]);
}

const wordsOf = (text: string) => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** By the longest words that both have in the same order. */
function between(from: readonly string[], to: readonly string[]): Piece[] {
  if (from.length > MOST_WORDS || to.length > MOST_WORDS)
    return [
      { kind: "gone", text: from.join("") },
      { kind: "new", text: to.join("") },
    ];
  const width = to.length + 1;
  const common = new Uint16Array((from.length + 1) * width);
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = from.length - 1; row >= 0; row--)
    for (let column = to.length - 1; column >= 0; column--)
      common[row * width + column] =
        from[row] === to[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const pieces: Piece[] = [];
  let row = 0;
  let column = 0;
  while (row < from.length || column < to.length) {
    const [gone, fresh] = [from[row], to[column]];
    if (gone !== undefined && gone === fresh) {
      pieces.push({ kind: "same", text: gone });
      row++;
      column++;
    } else if (fresh === undefined || (gone !== undefined && at(row + 1, column) >= at(row, column + 1))) {
      pieces.push({ kind: "gone", text: gone ?? "" });
      row++;
    } else {
      pieces.push({ kind: "new", text: fresh });
      column++;
    }
  }
  return pieces;
}

/** Pieces of one kind that follow each other are one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (piece.text === "") continue;
    if (last?.kind === piece.kind) whole[whole.length - 1] = { ...last, text: last.text + piece.text };
    else whole.push(piece);
  }
  return whole;
}
