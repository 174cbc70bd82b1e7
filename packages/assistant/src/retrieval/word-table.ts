import { stem } from "../language/stem.ts";
import { wordWeight } from "../language/stop-words.ts";
import { createWordNumbers } from "../language/word-numbers.ts";
import type { Thesaurus } from "../thesaurus/compile.ts";
import type { WordSigns } from "../thesaurus/sign-index.ts";
import { type Analysis, prefixOf } from "./analysis.ts";
import { createGramIndexBuilder } from "./character-grams.ts";
import type { Numbering } from "./numbering.ts";

/** A word of the knowledge base by its numbers, with all that is known of it whatever text it stands in. */
export interface KnownWord {
  number: number;
  stem: number;
  prefix: number;
  written: { word: string; stem: string; prefix: string; weight: number; signs: WordSigns };
}

/** Lighter words say nothing of the matter. */
const LEAST_WEIGHT = 0.4;

/** Reads the words of entries; each is looked at closely once, however often it comes. */
export function createWordTable(stems: Numbering, prefixes: Numbering, thesaurus: Thesaurus) {
  const grams = createGramIndexBuilder();
  const known: KnownWord[] = [];
  const holders: number[] = [];
  const lastHolder: number[] = [];
  const numbers = createWordNumbers((word) => {
    grams.addWord(word);
    const stemmed = stem(word);
    const prefix = prefixOf(word);
    known.push({
      number: known.length,
      stem: stems.of(stemmed),
      prefix: prefixes.of(prefix),
      written: {
        word,
        stem: stemmed,
        prefix,
        weight: wordWeight(word),
        signs: thesaurus.signsOf(word, stemmed),
      },
    });
    holders.push(0);
    lastHolder.push(-1);
  });

  return {
    grams,
    /** A text of an entry and its words; entries come one after the other. */
    read(text: string, entry: number): { text: Analysis; known: KnownWord[] } {
      const those: KnownWord[] = [];
      const words: string[] = [];
      const stemmed: string[] = [];
      const beginnings: string[] = [];
      const weights: number[] = [];
      const signs: WordSigns[] = [];
      for (const number of numbers.read(text)) {
        if (lastHolder[number] !== entry) {
          lastHolder[number] = entry;
          holders[number]!++;
        }
        const word = known[number]!;
        const { written } = word;
        those.push(word);
        words.push(written.word);
        stemmed.push(written.stem);
        beginnings.push(written.prefix);
        weights.push(written.weight);
        signs.push(written.signs);
      }
      const concepts = thesaurus.hitsOf(words, stemmed, signs);
      return { known: those, text: { words, stems: stemmed, prefixes: beginnings, weights, concepts } };
    },
    /** By number: each stem, and what the weightiest of its words weighs, from some weight on. */
    stems(): { text: string; weight: number }[] {
      const all: { text: string; weight: number }[] = [];
      for (const { stem, written } of known) {
        const weight = written.weight < LEAST_WEIGHT ? 0 : written.weight;
        all[stem] = { text: written.stem, weight: Math.max(weight, all[stem]?.weight ?? 0) };
      }
      return all;
    },
    /** word → in how many entries */
    holders(): Map<string, number> {
      return new Map(known.map(({ number, written }) => [written.word, holders[number] ?? 0]));
    },
  };
}
