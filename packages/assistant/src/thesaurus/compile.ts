import { mayBeForms } from "./alike.ts";
import { readConcepts, type Sign } from "./notation.ts";

/** What a text is about, whatever words it uses. */
export interface ConceptHit {
  concept: number;
  /** 0..1 */
  strength: number;
  /** Positions of the words that named the concept. */
  positions: readonly number[];
  /** Whether several words together named it: «подъезд … каток» is ice, not a rink. */
  specific: boolean;
}

export interface Thesaurus {
  /** Names of the concepts, by their numbers. */
  names: readonly string[];
  /** The concepts that a text names, given its normalised words and their stems. */
  hitsOf(words: readonly string[], stems: readonly string[]): ConceptHit[];
  /** Every word of the thesaurus, normalised. */
  words: readonly string[];
}

const BROADER = 0.5;
const NEAR = 7;
const CLEAR = 0.5;
const COMPOUND = 0.8;
/** Every beginning has as many letters at least. */
const FEWEST_LETTERS = 2;
const EXACT = "=".charCodeAt(0);
const BEGINNING = "*".charCodeAt(0);

/** Makes concepts in their notation (see {@link readConcepts}) findable in texts. */
export function compileThesaurus(sources: readonly string[]): Thesaurus {
  const { names, signs, broader, compounds, words } = readConcepts(sources);
  const byPart = indexed(signs);
  const byWord = new Map(
    [...byPart].flatMap(([part, held]) => (part.startsWith("=") ? [[part.slice(1), held]] : [])),
  );
  const byBeginning = Map.groupBy(
    [...byPart].flatMap(([part, held]) => (part.endsWith("*") ? [{ start: part.slice(0, -1), held }] : [])),
    ({ start }) => start.slice(0, FEWEST_LETTERS),
  );

  return {
    names,
    words,
    hitsOf(texts, stems) {
      const hits = new Map<
        number,
        { concept: number; strength: number; positions: number[]; specific: boolean }
      >();
      const keep = (concept: number, strength: number, positions: readonly number[], specific: boolean) => {
        const hit = hits.get(concept);
        if (!hit) hits.set(concept, { concept, strength, positions: [...positions], specific });
        else {
          hit.strength = Math.max(hit.strength, strength);
          hit.specific ||= specific;
          for (const position of positions)
            if (!hit.positions.includes(position)) hit.positions.push(position);
        }
      };
      const present = new Set(stems);
      const consider = (found: readonly Sought[] | undefined, at: number) => {
        if (!found) return;
        for (const { sign, stems: needed } of found) {
          if (!needed.every((stemmed) => present.has(stemmed))) continue;
          if (sign.word && !mayBeForms(sign.word, texts[at]!, stems[at]!)) continue;
          const positions = positionsOf(sign, at, texts, stems);
          if (!positions) continue;
          keep(sign.concept, sign.strength, positions, sign.parts.length > 1);
          for (const other of broader.get(sign.concept) ?? [])
            keep(other, sign.strength * BROADER, positions, false);
        }
      };
      for (let at = 0; at < stems.length; at++) {
        const word = texts[at]!;
        consider(byPart.get(stems[at]!), at);
        consider(byWord.get(word), at);
        for (const { start, held } of byBeginning.get(word.slice(0, FEWEST_LETTERS)) ?? [])
          if (word.startsWith(start)) consider(held, at);
      }
      for (const { concept, parts } of compounds) {
        const found = parts.map((part) => hits.get(part));
        if (!found.every((hit) => hit !== undefined && hit.strength >= CLEAR)) continue;
        const [one, other] = found.map((hit) => hit!.positions);
        const pair = one && other && closest(one, other);
        if (pair) keep(concept, COMPOUND, pair, true);
      }
      return [...hits.values()];
    },
  };
}

/** A place of each, different and not far apart; undefined when there is none. */
function closest(one: readonly number[], other: readonly number[]): [number, number] | undefined {
  for (const first of one) {
    for (const second of other)
      if (first !== second && Math.abs(first - second) <= NEAR) return [first, second];
  }
  return undefined;
}

/** A sign, and the stems without which a text can't hold it: most are told apart by these alone. */
interface Sought {
  sign: Sign;
  stems: readonly string[];
}

function plainStems(parts: readonly string[]): string[] {
  return parts.flatMap((part) => part.split(" ")).filter((word) => !/^=|\*$/.test(word));
}

/** A phrase is found by its first part; a frame by the part that fewest others have. */
function indexed(signs: readonly Sign[]): Map<string, Sought[]> {
  const holders = new Map<string, number>();
  for (const { parts } of signs) for (const part of parts) holders.set(part, (holders.get(part) ?? 0) + 1);
  const index = new Map<string, Sought[]>();
  for (const sign of signs) {
    const { parts, ordered } = sign;
    if (parts.length === 0) continue;
    const part = ordered
      ? parts[0]!
      : parts.reduce((rarest, part) => (holders.get(part)! < holders.get(rarest)! ? part : rarest));
    const [key = part] = part.split(" ");
    const sought = { sign, stems: parts.length > 1 ? plainStems(parts) : [] };
    const held = index.get(key);
    if (held) held.push(sought);
    else index.set(key, [sought]);
  }
  return index;
}

function positionsOf(
  { parts, ordered }: Sign,
  at: number,
  words: readonly string[],
  stems: readonly string[],
) {
  if (parts.length === 1) return [at];
  return ordered ? phraseAt(parts, at, words, stems) : frameAt(parts, at, words, stems);
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
