import { stemsOf, wordsOf } from "@veche/assistant";

/** One word of a search: a whole word by its stem, or one that is still being typed by its beginning. */
export interface Sought {
  readonly stem: string;
  readonly beginning?: string;
}

const SHORTEST_BEGINNING = 3;
const MOST_WORDS = 8;

/** What a search looks for; nothing, where it names no word that means anything. */
export function soughtIn(query: string): Sought[] {
  const stems = stemsOf(query).slice(0, MOST_WORDS);
  const typed = /[\p{L}\d]$/u.test(query) ? wordsOf(query).at(-1) : undefined;
  const last = typed === undefined ? undefined : stemsOf(typed)[0];
  return stems.map((stem) =>
    stem === last && typed !== undefined && typed.length >= SHORTEST_BEGINNING
      ? { stem, beginning: typed }
      : { stem },
  );
}

const AROUND_CHARACTERS = 60;

/** The words around the first find; undefined where the text holds none. */
export function excerptOf(text: string, sought: readonly Sought[]): string | undefined {
  const plain = text.replace(/[*_#>]|\]\([^)]*\)|\[/g, "").replace(/\s+/g, " ");
  for (const { 0: word, index } of plain.matchAll(/\p{L}+|\d+/gu)) {
    const [stem] = stemsOf(word);
    const lower = word.toLowerCase();
    const found = sought.some(
      (it) => it.stem === stem || (it.beginning !== undefined && lower.startsWith(it.beginning)),
    );
    if (!found) continue;
    const from = Math.max(0, index - AROUND_CHARACTERS);
    const to = Math.min(plain.length, index + word.length + AROUND_CHARACTERS);
    return `${from > 0 ? "…" : ""}${plain.slice(from, to).trim()}${to < plain.length ? "…" : ""}`;
  }
  return undefined;
}
