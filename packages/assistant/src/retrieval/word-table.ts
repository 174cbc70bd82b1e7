import type { Analysis } from "./analysis.ts";
import { createGramIndexBuilder } from "./character-grams.ts";
import { createNumbering, type Numbering } from "./numbering.ts";

/** A word of the knowledge base by its numbers. */
export interface KnownWord {
  number: number;
  stem: number;
  prefix: number;
}

/** Numbers the words of entries; each is looked at closely once, however often it comes. */
export function createWordTable(stems: Numbering, prefixes: Numbering) {
  const grams = createGramIndexBuilder();
  const known: KnownWord[] = [];
  const holders: number[] = [];
  const lastHolder: number[] = [];
  const numbering = createNumbering(grams.addWord);

  return {
    grams,
    /** The words of a text of an entry; entries come one after the other. */
    read(text: Analysis, entry: number): KnownWord[] {
      return text.words.map((word, at) => {
        const number = numbering.of(word);
        const found = (known[number] ??= {
          number,
          stem: stems.of(text.stems[at]!),
          prefix: prefixes.of(text.prefixes[at]!),
        });
        if (lastHolder[number] !== entry) {
          lastHolder[number] = entry;
          holders[number] = (holders[number] ?? 0) + 1;
        }
        return found;
      });
    },
    /** word → in how many entries */
    holders(): Map<string, number> {
      return new Map(Array.from(numbering.numbers, ([word, number]) => [word, holders[number] ?? 0]));
    },
  };
}
