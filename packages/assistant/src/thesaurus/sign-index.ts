import { wordWeight } from "../language/stop-words.ts";
import { mayBeForms } from "./alike.ts";
import type { Sign } from "./notation.ts";

/** A sign of several words, and what must be there for it. */
export interface Sought {
  sign: Sign;
  /** Numbers of the other stems without which a text can't hold it, rarest first: most are told apart by these alone. */
  stems: readonly number[];
  /** In a phrase, which of its parts is the word by which it was found. */
  part: number;
}

/** What a word of a text may be a sign of. */
export interface WordSigns {
  /** The number of its stem; −1 where no sign of several words holds it. */
  stem: number;
  /** Signs that it is alone. */
  alone: readonly Sign[];
  /** Signs of several words that it may belong to. */
  among: readonly Sought[];
}

export interface SignIndex {
  /** How many stems have numbers. */
  stems: number;
  /** The signs of a normalised word with its stem. */
  of(word: string, stem: string): WordSigns;
}

/** Every beginning has as many letters at least. */
const FEWEST_LETTERS = 2;
const MOST_REMEMBERED = 200_000;
const NOTHING: WordSigns = { stem: -1, alone: [], among: [] };

/** Makes signs findable by the words of a text; a sign of several words by its least common one. */
export function indexSigns(signs: readonly Sign[]): SignIndex {
  const numbers = new Map<string, number>();
  const byKey = groupedByKey(signs, numbers);
  const byBeginning = Map.groupBy(
    [...byKey].flatMap(([key, held]) => (key.endsWith("*") ? [{ start: key.slice(0, -1), held }] : [])),
    ({ start }) => start.slice(0, FEWEST_LETTERS),
  );
  const remembered = new Map<string, WordSigns>();

  const read = (word: string, stem: string): WordSigns => {
    const found = [
      ...(byKey.get(stem) ?? []),
      ...(byKey.get(`=${word}`) ?? []),
      ...(byBeginning.get(word.slice(0, FEWEST_LETTERS)) ?? []).flatMap(({ start, held }) =>
        word.startsWith(start) ? held : [],
      ),
    ].filter(({ sign }) => !sign.word || mayBeForms(sign.word, word, stem));
    const number = numbers.get(stem) ?? -1;
    if (found.length === 0 && number < 0) return NOTHING;
    const isAlone = ({ sign }: Sought) => sign.parts.length === 1;
    return {
      stem: number,
      alone: found.filter(isAlone).map(({ sign }) => sign),
      among: found.filter((sought) => !isAlone(sought)),
    };
  };

  return {
    stems: numbers.size,
    of(word, stem) {
      const before = remembered.get(word);
      if (before) return before;
      const signs = read(word, stem);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(word, signs);
      return signs;
    },
  };
}

/** The signs under the word by which each is found: a stem, a whole word `=метро` or a beginning `сад*`. */
function groupedByKey(signs: readonly Sign[], numbers: Map<string, number>): Map<string, Sought[]> {
  const holders = new Map<string, number>();
  const count = (part: string) => holders.set(part, (holders.get(part) ?? 0) + 1);
  for (const { parts } of signs)
    for (const part of parts) {
      count(part);
      if (part.includes(" ")) part.split(" ").forEach(count);
    }
  const commonness = (part: string) =>
    holders.get(part)! + (wordWeight(part.replace(/^=|\*$/g, "")) < 1 ? signs.length : 0);
  const rarest = (parts: readonly string[], common: (part: string) => number) =>
    parts.reduce((best, part, at) => (common(part) < common(parts[best]!) ? at : best), 0);

  const numberOf = (stem: string) => {
    const number = numbers.get(stem) ?? numbers.size;
    numbers.set(stem, number);
    return number;
  };

  const index = new Map<string, Sought[]>();
  for (const sign of signs) {
    const { parts, ordered } = sign;
    if (parts.length === 0) continue;
    // A frame is measured from its rarest part; what that part is found by makes no difference.
    const part = rarest(parts, ordered ? commonness : (it) => holders.get(it)!);
    const words = parts[part]!.split(" ");
    const key = words[rarest(words, commonness)]!;
    const held = index.get(key);
    const others = parts
      .flatMap((it) => it.split(" "))
      .filter((word) => word !== key && !/^=|\*$/.test(word));
    const rarestFirst = others.toSorted((one, other) => commonness(one) - commonness(other));
    const sought = { sign, part, stems: rarestFirst.map(numberOf) };
    if (held) held.push(sought);
    else index.set(key, [sought]);
  }
  return index;
}
