import { asRussianLayout } from "../language/keyboard.ts";
import { remembering } from "../language/remembering.ts";
import { readingsOf } from "../language/transliteration.ts";
import { numberOf } from "./number-words.ts";
import { streetTypeOf } from "./street-type.ts";

/** A word of the sentence with where it stands and how it may be read. */
export interface AddressWord {
  /** Normalised readings: itself, a number for a number word, Cyrillic for Latin. */
  readings: readonly string[];
  from: number;
  to: number;
  /** Types that the word names: «пр» may be a проспект or a проезд. */
  types: readonly string[];
  /** Whether a full stop follows: «К.», «пер.». */
  abbreviated: boolean;
  capital: boolean;
}

const WORD = /\d+|\p{L}+(?:-(?:т|кт|та|те|р|ре|ра|д|н|л|к|я))?(?!\p{L})/gu;
const ORDINAL_ENDING = /^-?(?:я|ая|й|ой|ый|го|ое|е|ю|ую|ей|летия|летие)(?!\p{L})/u;

export function addressWords(text: string): AddressWord[] {
  const words: AddressWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const written = match[0];
    const from = match.index;
    const to = from + written.length;
    const word = written.toLowerCase().replaceAll("ё", "е");
    const before = words.at(-1);
    if (
      before &&
      /^\d+$/.test(before.readings[0] ?? "") &&
      ORDINAL_ENDING.test(text.slice(before.to)) &&
      from - before.to <= 1
    ) {
      before.to = to;
      if (/летия|летие/u.test(word))
        words.push({ readings: ["лет"], from, to, types: [], abbreviated: false, capital: false });
      continue;
    }
    words.push({
      ...meaningOf(word),
      from,
      to,
      abbreviated: text[to] === ".",
      capital: written[0] !== written[0]?.toLowerCase(),
    });
  }
  return words;
}

/** The sentence as if its Latin letters had been meant as Russian ones on the keyboard; the length stays. */
export function relaid(text: string): string {
  return asRussianLayout(text);
}

const meaningOf = remembering((word) => {
  const number = numberOf(word);
  const readings = new Set([
    word,
    ...(number ? [number] : []),
    ...(/[a-z]/.test(word) ? readingsOf(word) : []),
  ]);
  return { readings: [...readings], types: typesOf(word) };
});

function typesOf(word: string): string[] {
  if (word === "пр") return ["проспект", "проезд"];
  const type = streetTypeOf(word);
  return type ? [type] : [];
}
