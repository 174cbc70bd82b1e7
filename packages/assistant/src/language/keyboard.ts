const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?";
const CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,";

const toRussian = new Map([...LATIN].map((key, at) => [key, CYRILLIC[at] ?? key]));
const toEnglish = new Map([...CYRILLIC].map((key, at) => [key, LATIN[at] ?? key]));

/** What was meant when Russian was typed with the English layout on. */
export function asRussianLayout(text: string): string {
  return [...text].map((character) => toRussian.get(character) ?? character).join("");
}

/** What was meant when English was typed with the Russian layout on. */
export function asEnglishLayout(text: string): string {
  return [...text].map((character) => toEnglish.get(character) ?? character).join("");
}

const ROWS = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];
const ALIKE = [
  "ао",
  "еи",
  "иы",
  "еэ",
  "яе",
  "яи",
  "зс",
  "дт",
  "бп",
  "гк",
  "вф",
  "жш",
  "шщ",
  "чщ",
  "цс",
  "ьъ",
  "оу",
  "ею",
  "гв",
];
const near = new Set<string>();
for (const [row, keys] of ROWS.entries()) {
  for (let at = 0; at < keys.length; at++) {
    for (const other of [keys[at + 1], ROWS[row + 1]?.[at], ROWS[row + 1]?.[at - 1]]) {
      if (other) near.add(`${keys[at]}${other}`).add(`${other}${keys[at]}`);
    }
  }
}
const alike = new Set(ALIKE.flatMap((pair) => [pair, [...pair].toReversed().join("")]));

/** Cost, 0..1, of one letter written for another: letters that sound alike or lie side by side are mistaken easily. */
export function confusion(written: string, meant: string): number {
  if (written === meant) return 0;
  if (alike.has(written + meant)) return 0.5;
  return near.has(written + meant) ? 0.7 : 1;
}
