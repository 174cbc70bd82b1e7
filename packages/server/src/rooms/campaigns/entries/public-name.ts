/** Control characters, and invisible ones that turn or hide what stands beside them. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;
const NO_PART_OF_A_NAME = /[^\p{L}\p{M}'’ʼ-]/gu;

/** A person's name without hidden characters, in single spaces. */
export function cleanName(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[\s\p{Zs}]+/gu, " ")
    .replace(HIDDEN, "")
    .replace(/ +/g, " ")
    .trim();
}

/**
 * What the public may know of a name: «Варя К.» — the first name's first word and one letter of the
 * last name, whatever else was typed into the two fields.
 */
export function publicName(firstName: string, lastName: string): string {
  const last = words(lastName);
  const isLast = new Set(last.map(fold));
  const first = words(firstName).find((word) => !isLast.has(fold(word)));
  const initial = firstLetter(last[0] ?? "");
  return [first === undefined ? "" : capitalised(first), initial === "" ? "" : `${initial}.`]
    .join(" ")
    .trim();
}

function words(name: string): string[] {
  return cleanName(name)
    .split(" ")
    .map((word) => word.replace(NO_PART_OF_A_NAME, "").replace(/^[-'’ʼ]+|[-'’ʼ]+$/g, ""))
    .filter((word) => /\p{L}/u.test(word));
}

const fold = (word: string) => word.toLocaleLowerCase("ru").replaceAll("ё", "е");

function firstLetter(word: string): string {
  return (/\p{L}\p{M}*/u.exec(word)?.[0] ?? "").toLocaleUpperCase("ru");
}

/** «варя», «ВАРЯ» → «Варя»; «Анна-Мария» as it is. */
function capitalised(word: string): string {
  return word
    .split("-")
    .map((part) => {
      const rest = part.slice(firstLetter(part).length);
      const shouted = rest.length > 1 && rest === rest.toLocaleUpperCase("ru");
      return firstLetter(part) + (shouted ? rest.toLocaleLowerCase("ru") : rest);
    })
    .join("-");
}
