import { numberOf } from "./number-words.ts";

/** One way to say a street's name, as normalised words. */
export interface StreetForm {
  words: readonly string[];
  /** 0 for the official name as it stands; more for what is said less often. */
  cost: number;
  /** Whether this is the name's own form and not one bent by a preposition. */
  nominative: boolean;
}

const SPOKEN = 0.05;
const SURNAME = 0.1;
const INITIAL = 0.08;
const FORMER = 0.15;
const UNBENT = 0.2;

/** The words of a name as the matcher compares them: «1-я Луговая» → 1 луговая, «Восьмого марта» → 8 марта. */
export function nameWords(name: string): string[] {
  return (
    name
      .toLowerCase()
      .replaceAll("ё", "е")
      .replace(/(\d+)-?(?:летия|летие|лет)(?!\p{L})/gu, "$1 лет")
      .replace(/(\d+)-?(?:я|ая|й|ой|ый|го|ое|е|ю|ую|ей)(?!\p{L})/gu, "$1")
      .match(/\p{L}+|\d+/gu)
      ?.map((word) => numberOf(word) ?? word) ?? []
  );
}

/** Every form of a street's official, spoken and former names, in all cases. */
export function formsOf(
  names: { official: string; spoken: readonly string[]; former: readonly string[] },
  type: string,
): StreetForm[] {
  const official = nameWords(names.official);
  return [
    ...declined(official, 0, isMasculine(type)),
    ...shortened(official),
    ...names.spoken.flatMap((name) => declined(nameWords(name), SPOKEN, false, true)),
    ...names.former.flatMap((name) => declined(nameWords(name), FORMER, false, true)),
  ].filter(({ words }) => words.length > 0);
}

function isMasculine(type: string): boolean {
  return [
    "переулок",
    "проспект",
    "бульвар",
    "проезд",
    "микрорайон",
    "тракт",
    "тупик",
    "квартал",
    "посёлок",
  ].includes(type);
}

function declined(
  words: readonly string[],
  cost: number,
  masculine: boolean,
  alsoNouns = false,
): StreetForm[] {
  const cases = words.map((word) => casesOf(word, masculine, alsoNouns));
  const forms: StreetForm[] = [{ words, cost, nominative: true }];
  const most = Math.max(...cases.map((forms) => forms.length));
  for (let number = 1; number < most; number++) {
    forms.push({ words: cases.map((of) => of[number] ?? of[0]!), cost, nominative: false });
  }
  return forms;
}

const ADJECTIVES: readonly [RegExp, readonly string[]][] = [
  [/ая$/u, ["ая", "ой", "ую"]],
  [/яя$/u, ["яя", "ей", "юю"]],
  [/(?:ый)$/u, ["ый", "ого", "ому", "ым", "ом"]],
  [/(?<=[гкх])ий$/u, ["ий", "ого", "ому", "им", "ом"]],
  [/(?<![гкх])ий$/u, ["ий", "его", "ему", "им", "ем"]],
  [/ое$/u, ["ое", "ого", "ому", "ым", "ом"]],
  [/ее$/u, ["ее", "его", "ему", "им", "ем"]],
];

const NOUNS: readonly [RegExp, readonly string[]][] = [
  [/ия$/u, ["ия", "ии", "ию", "ией"]],
  [/(?<=[гкхжшщч])а$/u, ["а", "и", "е", "у", "ой", "ах", "ам"]],
  [/а$/u, ["а", "ы", "е", "у", "ой", "ах", "ам", "ов"]],
  [/я$/u, ["я", "и", "е", "ю", "ей"]],
  [/ь$/u, ["ь", "и", "ью", "я", "ю", "е"]],
  [/ы$/u, ["ы", "ов", "ам", "ах"]],
  [/о$/u, ["о", "а", "у", "ом", "е"]],
  [/(?<=[бвгджзклмнпрстфхцчшщ])$/u, ["", "а", "у", "ом", "е"]],
];

function casesOf(word: string, masculine: boolean, alsoNouns: boolean): readonly string[] {
  if (/^\d/.test(word)) return [word];
  const adjective = ADJECTIVES.find(([ending]) => ending.test(word));
  if (adjective) return adjective[1].map((ending) => word.replace(adjective[0], ending));
  if (masculine && word.endsWith("ой"))
    return ["ой", "ого", "ому", "ым", "ом"].map((ending) => word.replace(/ой$/u, ending));
  const noun = alsoNouns && word.length > 2 ? NOUNS.find(([ending]) => ending.test(word)) : undefined;
  return noun ? noun[1].map((ending) => word.replace(noun[0], ending)) : [word];
}

/** «Маркса» and «К. Маркса» for «Карла Маркса», and «Карл Маркс», which nobody should say but many write. */
function shortened(words: readonly string[]): StreetForm[] {
  const [first = "", ...rest] = words;
  const last = rest.at(-1);
  if (!last || /^\d/.test(first)) return [];
  const initials = declined(rest, INITIAL, false).map((form) => ({
    ...form,
    words: [first.slice(0, 1), ...form.words],
  }));
  if (ADJECTIVES.some(([ending]) => ending.test(first)) || /лет|дружбы|героев|реки/u.test(first))
    return initials;
  const surname: StreetForm = { words: [last], cost: SURNAME, nominative: true };
  const unbent: StreetForm = { words: words.map(unbend), cost: UNBENT, nominative: true };
  return [...initials, surname, unbent];
}

function unbend(word: string): string {
  return word
    .replace(/ого$/u, "ий")
    .replace(/(?<=[бвгджзклмнпрстфхц])а$/u, "")
    .replace(/ы$/u, "а")
    .replace(/и$/u, "я")
    .replace(/(?<=[вн])ой$/u, "а");
}
