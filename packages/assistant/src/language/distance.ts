import { confusion } from "./keyboard.ts";

const SWAP = 0.7;
const DOUBLED = 0.4;
const SOFT_SIGN = 0.5;
const GAP = 1;

/** The least that a letter too many or too few costs. */
export const CHEAPEST_LETTER = Math.min(DOUBLED, SOFT_SIGN, GAP);

/**
 * How far a written word is from the one perhaps meant: Damerau-Levenshtein, with letters that sound alike or lie side
 * by side on the keyboard, doubled letters and soft signs at a lower price. Infinity when above `most`.
 */
export function distance(written: string, meant: string, most: number): number {
  if (Math.abs(written.length - meant.length) > most / CHEAPEST_LETTER) return Number.POSITIVE_INFINITY;
  const width = meant.length + 1;
  let before: number[] = [];
  let previous = Array.from({ length: width }, (_, at) => (at === 0 ? 0 : at));
  for (let row = 1; row <= written.length; row++) {
    const letter = written[row - 1] ?? "";
    const current = [previous[0]! + gap(written, row - 1)];
    let least = current[0]!;
    for (let at = 1; at < width; at++) {
      const wanted = meant[at - 1] ?? "";
      let cost = Math.min(
        previous[at - 1]! + confusion(letter, wanted),
        previous[at]! + gap(written, row - 1),
        current[at - 1]! + gap(meant, at - 1),
      );
      if (row > 1 && at > 1 && letter === meant[at - 2] && written[row - 2] === wanted) {
        cost = Math.min(cost, before[at - 2]! + SWAP);
      }
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return Number.POSITIVE_INFINITY;
    before = previous;
    previous = current;
  }
  const total = previous[width - 1]!;
  return total <= most ? total : Number.POSITIVE_INFINITY;
}

function gap(word: string, at: number): number {
  const letter = word[at];
  if (letter === word[at - 1] || letter === word[at + 1]) return DOUBLED;
  return letter === "ь" || letter === "ъ" ? SOFT_SIGN : GAP;
}
