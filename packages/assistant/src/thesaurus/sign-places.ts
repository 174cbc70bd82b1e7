import type { Sought } from "./sign-index.ts";

const NEAR = 7;
const EXACT = "=".charCodeAt(0);
const BEGINNING = "*".charCodeAt(0);

/** Where the words of a sign stand, found by the word at `at`; a place for each of its parts. */
export function positionsOf(
  { sign: { parts, ordered }, part }: Sought,
  at: number,
  words: readonly string[],
  stems: readonly string[],
): number[][] {
  if (!ordered) {
    const frame = frameAt(parts, at, words, stems);
    return frame ? [frame] : [];
  }
  const found: number[][] = [];
  // Up to a word may stand between two parts, so the phrase begins as many places before.
  for (let start = Math.max(0, at - 2 * part); start <= at - part; start++) {
    if (start !== at && !fits(parts[0]!, words[start], stems[start])) continue;
    const positions = phraseAt(parts, start, words, stems);
    if (positions?.[part] === at) found.push(positions);
  }
  return found;
}

/** A place of each, different and not far apart; undefined when there is none. */
export function closest(one: readonly number[], other: readonly number[]): [number, number] | undefined {
  for (const first of one) {
    for (const second of other)
      if (first !== second && Math.abs(first - second) <= NEAR) return [first, second];
  }
  return undefined;
}

function fits(part: string, word: string | undefined, stemmed: string | undefined): boolean {
  if (word === undefined) return false;
  if (part === stemmed) return true;
  if (part.charCodeAt(0) === EXACT) return part.length === word.length + 1 && part.endsWith(word);
  return part.charCodeAt(part.length - 1) === BEGINNING && word.startsWith(part.slice(0, -1));
}

/** The parts in order, a word between two of them allowed. */
function phraseAt(parts: readonly string[], at: number, words: readonly string[], stems: readonly string[]) {
  let positions: number[] | undefined;
  let next = at;
  for (let part = 1; part < parts.length; part++) {
    next++;
    if (!fits(parts[part]!, words[next], stems[next])) {
      next++;
      if (!fits(parts[part]!, words[next], stems[next])) return undefined;
    }
    (positions ??= [at]).push(next);
  }
  return positions;
}

/** The parts in any order, not far from the one at `at`. */
function frameAt(parts: readonly string[], at: number, words: readonly string[], stems: readonly string[]) {
  const positions: number[] = [];
  for (const part of parts) {
    const found = nearest(part, at, words, stems);
    if (found < 0) return undefined;
    if (part.includes(" ")) positions.push(...(phraseAt(part.split(" "), found, words, stems) ?? []));
    else positions.push(found);
  }
  return positions;
}

function nearest(part: string, at: number, words: readonly string[], stems: readonly string[]): number {
  const phrase = part.includes(" ") ? part.split(" ") : undefined;
  const stands = (place: number) =>
    phrase
      ? fits(phrase[0]!, words[place], stems[place]) && phraseAt(phrase, place, words, stems) !== undefined
      : fits(part, words[place], stems[place]);
  for (let away = 0; away <= NEAR; away++) {
    if (stands(at + away)) return at + away;
    if (stands(at - away)) return at - away;
  }
  return -1;
}
