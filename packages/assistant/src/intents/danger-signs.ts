import { everydayReading } from "../language/everyday-reading.ts";
import { stem } from "../language/stem.ts";
import { dangerPartsOf } from "./emergency-frames.ts";

const MOST_WORDS = 60;
/** How many words may stand between two parts of a danger that are told together. */
const NEAR = 5;
const BEGINNING = 4;
/** A word after it is known by the pair alone: what is denied is no sign of itself. */
export const NOT = "не";

/**
 * What a message shows of a danger, each sign once: its stems, pairs of stems, beginnings of its words, and the parts
 * of a danger with those that stand near each other. No sign alone means anything; they are weighed together.
 */
export function dangerSignsOf(text: string): string[] {
  const words = everydayReading(text).trim().split(" ").filter(Boolean).slice(0, MOST_WORDS);
  const stems = words.map((word) => (/\d/.test(word) ? "0" : stem(word)));
  const signs = new Set<string>();
  stems.forEach((one, at) => {
    const denied = at > 0 && words[at - 1] === NOT;
    if (!denied) signs.add(one);
    signs.add(`${stems[at - 1] ?? "^"} ${one}`);
    const word = words[at] ?? "";
    if (word.length > BEGINNING && !denied) signs.add(`${word.slice(0, BEGINNING)}*`);
  });
  signs.add(`${stems.at(-1) ?? "^"} $`);
  const parts = [...dangerPartsOf(words)];
  parts.forEach(([part, places], at) => {
    signs.add(`#${part}`);
    for (const [other, others] of parts.slice(at + 1))
      if (places.some((one) => others.some((two) => two[0] - one[1] <= NEAR && one[0] - two[1] <= NEAR)))
        signs.add(`#${[part, other].toSorted().join("+")}`);
  });
  return [...signs];
}

/** How much of a message is in words that no example holds: what is not known must not be guessed at. */
export function strangenessOf(
  signs: readonly string[],
  knows: (word: string) => boolean,
): string | undefined {
  const words = signs.filter((sign) => !/[ *#]/.test(sign));
  const strange = words.filter((word) => !knows(word)).length;
  if (strange === 0) return undefined;
  return 2 * strange >= words.length ? "??" : "?";
}
