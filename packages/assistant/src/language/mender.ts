import { stem } from "./stem.ts";
import { createVocabulary, type NearWord, nearestOf, type Vocabulary } from "./vocabulary.ts";

/** Known words, each findable through typos by its own form and, in a form never seen, by its stem. */
export interface Forms {
  readonly words: Vocabulary;
  readonly stems: Vocabulary;
  /** A known word with this stem. */
  wordOf(stem: string): string | undefined;
}

/** @param counts normalised word → how often it occurs */
export function createForms(counts: ReadonlyMap<string, number>): Forms {
  // Stems are for who ranks; the words alone are found without them.
  let bent: Pick<Forms, "stems" | "wordOf"> | undefined;
  return {
    words: createVocabulary(counts),
    get stems() {
      return (bent ??= stemsOf(counts)).stems;
    },
    wordOf: (stemmed) => (bent ??= stemsOf(counts)).wordOf(stemmed),
  };
}

function stemsOf(counts: ReadonlyMap<string, number>): Pick<Forms, "stems" | "wordOf"> {
  const stems = new Map<string, number>();
  const words = new Map<string, string>();
  for (const [word, count] of counts) {
    const stemmed = stem(word);
    stems.set(stemmed, (stems.get(stemmed) ?? 0) + count);
    if (!words.has(stemmed)) words.set(stemmed, word);
  }
  return { stems: createVocabulary(stems), wordOf: (stemmed) => words.get(stemmed) };
}

const SHORTEST_BENT = 6;
const SURE = 0.75;
const MOST_IN_STEM = 1.1;
const BENT = 0.25;

/** The known word that an unknown one was meant to be, in whatever form; the first vocabulary wins where both fit. */
export function mendedWord(word: string, first: Forms, second: Forms): string | undefined {
  const asWritten = nearestOf(word, first.words, second.words);
  if (word.length < SHORTEST_BENT || (asWritten && asWritten.distance <= SURE)) return asWritten?.word;
  const stemmed = stem(word);
  const bent = nearestOf(stemmed, first.stems, second.stems);
  if (!bent || bent.distance > MOST_IN_STEM || !isNearer(bent, asWritten)) return asWritten?.word;
  return first.wordOf(bent.word) ?? second.wordOf(bent.word);
}

function isNearer(bent: NearWord, asWritten: NearWord | undefined): boolean {
  return !asWritten || bent.distance + BENT < asWritten.distance;
}
