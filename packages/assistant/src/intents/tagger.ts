import { teach } from "../language/everyday-reading.ts";
import { remembering } from "../language/remembering.ts";

type Span = readonly [from: number, to: number];

interface Part {
  text: string;
  open: boolean;
}

interface Phrase<Tag> {
  tag: Tag;
  parts: readonly Part[];
}

/**
 * Makes a finder of tagged words: each tag has its words and turns of phrase, parted by commas; `*` ends a word that
 * stands for all its endings. Gives the places of each tag in the words of an everyday reading, counted from its
 * beginning. Between the words of one turn another may stand; what follows «не» is not found, unless the turn itself
 * begins so.
 */
export function tagger<Tag extends string>(words: Record<Tag, string>) {
  const phrases = new Map<string, Phrase<Tag>[]>();
  for (const tag of Object.keys(words) as Tag[])
    for (const written of words[tag].split(",")) {
      const phrase = written.trim().replaceAll(/\s+/g, " ").replaceAll("ё", "е");
      if (!phrase) continue;
      const parts = phrase
        .split(" ")
        .map((part) => ({ text: part.replace("*", ""), open: part.endsWith("*") }));
      const key = keyOf(parts[0]?.text ?? "");
      phrases.set(key, [...(phrases.get(key) ?? []), { tag, parts }]);
    }
  teach(
    Object.values<string>(words).flatMap((list) => list.replaceAll("ё", "е").match(/\p{L}{4,}\*?/gu) ?? []),
  );

  /** Few words begin a turn of phrase, and the same ones come again and again. */
  const beginningWith = remembering((word) =>
    (phrases.get(keyOf(word)) ?? []).filter(({ parts: [first] }) => first && fits(first, word)),
  );

  return (told: readonly string[]): Map<Tag, Span[]> => {
    const found = new Map<Tag, Span[]>();
    told.forEach((word, at) => {
      for (const { tag, parts } of beginningWith(word)) {
        if (told[at - 1] === "не" && parts[0]?.text !== "не") continue;
        const end = endOf(parts, told, at);
        if (end === undefined) continue;
        const places = found.get(tag);
        if (places) places.push([at, end]);
        else found.set(tag, [[at, end]]);
      }
    });
    return found;
  };
}

const keyOf = (word: string) => word.slice(0, 3);

/** Where a turn of phrase that begins at a word ends; undefined when it does not stand there. */
function endOf(parts: readonly Part[], words: readonly string[], at: number): number | undefined {
  let next = at;
  for (const [order, part] of parts.entries()) {
    const mayWait = order > 0 && parts[order - 1]?.text !== "не";
    if (fits(part, words[next])) next++;
    else if (mayWait && fits(part, words[next + 1])) next += 2;
    else return undefined;
  }
  return next;
}

const fits = ({ text, open }: Part, word: string | undefined) =>
  word !== undefined && (open ? word.startsWith(text) : word === text);
