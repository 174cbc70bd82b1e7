import { remembering } from "./remembering.ts";

const DIGRAPHS: readonly (readonly [string, string])[] = [
  ["shch", "щ"],
  ["sch", "щ"],
  ["yay", "яй"],
  ["zh", "ж"],
  ["kh", "х"],
  ["ts", "ц"],
  ["ch", "ч"],
  ["sh", "ш"],
  ["yu", "ю"],
  ["ju", "ю"],
  ["iu", "ю"],
  ["ya", "я"],
  ["ja", "я"],
  ["ia", "ия"],
  ["yo", "е"],
  ["jo", "е"],
  ["ye", "е"],
  ["je", "е"],
  ["yi", "ый"],
  ["ij", "ий"],
  ["iy", "ий"],
  ["yj", "ый"],
  ["yy", "ый"],
  ["ph", "ф"],
];
const LETTERS: Readonly<Record<string, string>> = {
  a: "а",
  b: "б",
  c: "ц",
  d: "д",
  e: "е",
  f: "ф",
  g: "г",
  h: "х",
  i: "и",
  j: "й",
  k: "к",
  l: "л",
  m: "м",
  n: "н",
  o: "о",
  p: "п",
  q: "к",
  r: "р",
  s: "с",
  t: "т",
  u: "у",
  v: "в",
  w: "в",
  x: "х",
  y: "ы",
  z: "з",
  "'": "ь",
  "4": "ч",
  "6": "ш",
};

/**
 * The Russian readings of a word in Latin letters, likeliest first. There are several, for people write y for й and ы,
 * j for ж and й, h for х and г, and leave the soft sign out.
 */
export const readingsOf = remembering((word: string): readonly string[] => {
  const lower = word.toLowerCase();
  const readings = new Set<string>([plain(lower)]);
  readings.add(plain(lower.replaceAll(/([aeiou])y/g, "$1j").replaceAll(/y([aou])/g, "j$1")));
  readings.add(plain(lower.replaceAll(/j(?=[aeiou])/g, "zh")));
  readings.add(plain(lower.replaceAll("j", "zh")));
  readings.add(plain(lower.replaceAll("ts", "т|с")).replaceAll("|", ""));
  readings.add(plain(lower.replaceAll("sh", "ш")).replaceAll("сх", "ш"));
  readings.add(plain(lower.replaceAll("sch", "с|ч")).replaceAll("|", ""));
  readings.add(plain(lower.replaceAll("iy", "ы")));
  readings.add(plain(lower.replaceAll("ye", "ые").replaceAll("yo", "ё")).replaceAll("ё", "е"));
  readings.add(plain(lower.replaceAll("ie", "ье").replaceAll("ia", "ья")));
  return [...readings];
});

function plain(word: string): string {
  let result = "";
  for (let at = 0; at < word.length;) {
    const digraph = DIGRAPHS.find(([latin]) => word.startsWith(latin, at));
    if (digraph) {
      result += digraph[1];
      at += digraph[0].length;
      continue;
    }
    const letter = word[at] ?? "";
    const afterVowel = letter === "y" && /[аеиоуыэюя]$/u.test(result);
    result += afterVowel ? "й" : (LETTERS[letter] ?? letter);
    at++;
  }
  return result;
}
