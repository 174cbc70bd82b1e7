import type { Thesaurus } from "../thesaurus/compile.ts";
import type { Entry } from "../types.ts";
import { analyse, type Analysis } from "./analysis.ts";
import { characterGrams, GRAM_SPACE } from "./character-grams.ts";
import { createPostingsBuilder, type Field, type Postings } from "./postings.ts";

/** One way to ask for an entry: its question or an alternative. */
export interface Phrasing {
  stems: ReadonlySet<string>;
  prefixes: ReadonlySet<string>;
  /** Stems side by side, joined by a space. */
  pairs: ReadonlySet<string>;
  /** concept → strength */
  concepts: ReadonlyMap<number, number>;
  grams: Uint32Array;
  gramNorm: number;
  /** The sum of the weights of its words, for how much of it a question covers. */
  size: number;
  text: string;
}

export interface IndexedEntry {
  id: string;
  phrasings: readonly Phrasing[];
  bodyStems: ReadonlySet<string>;
  bodyConcepts: ReadonlyMap<number, number>;
}

/** Everything of one locale that ranking reads. */
export interface KnowledgeIndex {
  entries: readonly IndexedEntry[];
  stems: Postings;
  prefixes: Postings;
  concepts: Postings;
  /** hash → rarity */
  gramIdf: Float32Array;
  /** normalised word → in how many entries */
  words: ReadonlyMap<string, number>;
}

const FIELDS: readonly Field[] = [
  { weight: 3, lengthPenalty: 0.3 },
  { weight: 1, lengthPenalty: 0.6 },
];
const TITLE = 0;
const BODY = 1;

export function buildIndex(entries: readonly Entry[], thesaurus: Thesaurus): KnowledgeIndex {
  const stems = createPostingsBuilder(FIELDS);
  const prefixes = createPostingsBuilder(FIELDS);
  const concepts = createPostingsBuilder(FIELDS);
  const words = new Map<string, number>();
  const gramCounts = new Uint32Array(GRAM_SPACE);

  const drafts = entries.map((entry, number) => {
    const phrasings = [entry.question, ...entry.alternatives].map((text) => analyse(text, thesaurus));
    const body = analyse(`${plainText(entry.answer)} ${entry.topic ?? ""}`, thesaurus);
    const share = 1 / Math.sqrt(phrasings.length);
    stems.add(number, TITLE, countsOf(phrasings, "stems", share));
    stems.add(number, BODY, countsOf([body], "stems", 1));
    prefixes.add(number, TITLE, countsOf(phrasings, "prefixes", share));
    prefixes.add(number, BODY, countsOf([body], "prefixes", 1));
    concepts.add(number, TITLE, conceptCounts(phrasings, share));
    concepts.add(number, BODY, conceptCounts([body], 1));
    for (const word of new Set([...phrasings, body].flatMap((text) => text.words)))
      words.set(word, (words.get(word) ?? 0) + 1);
    const grams = phrasings.map((text) => characterGrams(text.words));
    for (const phrasing of grams) for (const gram of phrasing) gramCounts[gram]!++;
    return { entry, phrasings, grams, body };
  });

  const phrasingCount = drafts.reduce((sum, { phrasings }) => sum + phrasings.length, 0);
  const gramIdf = Float32Array.from(gramCounts, (count) => Math.log(1 + phrasingCount / (1 + count)));
  return {
    entries: drafts.map(({ entry, phrasings, grams, body }) => ({
      id: entry.id,
      phrasings: phrasings.map((text, at) => phrasingOf(text, grams[at]!, gramIdf)),
      bodyStems: new Set(body.stems),
      bodyConcepts: strengthsOf(body),
    })),
    stems: stems.build(entries.length),
    prefixes: prefixes.build(entries.length),
    concepts: concepts.build(entries.length),
    gramIdf,
    words,
  };
}

function phrasingOf(text: Analysis, grams: Uint32Array, gramIdf: Float32Array): Phrasing {
  let squares = 0;
  for (const gram of grams) squares += gramIdf[gram]! ** 2;
  return {
    stems: new Set(text.stems),
    prefixes: new Set(text.prefixes),
    pairs: new Set(pairsOf(text)),
    concepts: strengthsOf(text),
    grams,
    gramNorm: Math.sqrt(squares) || 1,
    size: text.weights.reduce((sum, weight) => sum + weight, 0),
    text: text.words.join(" "),
  };
}

/** Neighbouring stems, words that only hold the sentence together left out. */
export function pairsOf(text: Analysis): string[] {
  const meaningful = text.stems.filter((_, at) => text.weights[at]! >= 1);
  return meaningful.slice(1).map((stem, at) => `${meaningful[at]} ${stem}`);
}

function countsOf(
  texts: readonly Analysis[],
  kind: "stems" | "prefixes",
  share: number,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [at, term] of text[kind].entries()) {
      const weight = text.weights[at]!;
      if (weight > 0) counts.set(term, (counts.get(term) ?? 0) + share);
    }
  }
  return counts;
}

function conceptCounts(texts: readonly Analysis[], share: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const text of texts) {
    for (const { concept, strength } of text.concepts)
      counts.set(concept, (counts.get(concept) ?? 0) + strength * share);
  }
  return counts;
}

function strengthsOf(text: Analysis): Map<number, number> {
  return new Map(text.concepts.map(({ concept, strength }) => [concept, strength]));
}

/** Markdown without its marks and addresses of pages. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\]\([^)]*\)/g, " ")
    .replace(/https?:\S+/g, " ")
    .replace(/[*_#>|[\]]/g, " ");
}
