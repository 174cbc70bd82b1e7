import type { Thesaurus } from "../thesaurus/compile.ts";
import type { Entry } from "../types.ts";
import { analyse, type Analysis } from "./analysis.ts";
import { characterGrams, GRAM_SPACE, hashOf } from "./character-grams.ts";
import { createPostingsBuilder, type Field, type Postings } from "./postings.ts";
import { type Ragged, ragged, type WeightedRagged, weightedRagged } from "./ragged.ts";

/**
 * Everything of one locale that ranking reads. Stems and prefixes are numbered; a phrasing is one way to ask for an
 * entry, its question or an alternative, and those of entry e are numbers `phrasings[e]` to `phrasings[e + 1]`.
 */
export interface KnowledgeIndex {
  ids: readonly string[];
  /** stem or prefix → its number; −1 when unknown */
  stemNumber(stem: string): number;
  prefixNumber(prefix: string): number;
  stems: Postings;
  prefixes: Postings;
  concepts: Postings;
  phrasings: Uint32Array;
  phrasingStems: Ragged;
  phrasingPrefixes: Ragged;
  /** Hashes of meaningful stems side by side. */
  phrasingPairs: Ragged;
  phrasingConcepts: WeightedRagged;
  phrasingGrams: Ragged;
  gramNorms: Float32Array;
  /** The sum of the weights of a phrasing's words, for how much of it a question covers. */
  sizes: Float32Array;
  /** Hash of a phrasing's words. */
  texts: Uint32Array;
  bodyStems: Ragged;
  bodyConcepts: WeightedRagged;
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
  const stemNumbers = numbering();
  const prefixNumbers = numbering();
  const stems = createPostingsBuilder(FIELDS);
  const prefixes = createPostingsBuilder(FIELDS);
  const concepts = createPostingsBuilder(FIELDS);
  const words = new Map<string, number>();
  const gramCounts = new Uint32Array(GRAM_SPACE);
  const phrasings = new Uint32Array(entries.length + 1);
  const rows = {
    stems: [] as number[][],
    prefixes: [] as number[][],
    pairs: [] as number[][],
    concepts: [] as (readonly [number, number])[][],
    grams: [] as Uint32Array[],
    sizes: [] as number[],
    texts: [] as number[],
    bodyStems: [] as number[][],
    bodyConcepts: [] as (readonly [number, number])[][],
  };

  for (const [number, entry] of entries.entries()) {
    const asked = [entry.question, ...entry.alternatives].map((text) => analyse(text, thesaurus));
    const body = analyse(`${plainText(entry.answer)} ${entry.topic ?? ""}`, thesaurus);
    const share = 1 / Math.sqrt(asked.length);
    for (const [field, texts, part] of [
      [TITLE, asked, share],
      [BODY, [body], 1],
    ] as const) {
      stems.add(number, field, countsOf(texts, "stems", stemNumbers.of, part));
      prefixes.add(number, field, countsOf(texts, "prefixes", prefixNumbers.of, part));
      concepts.add(number, field, conceptCounts(texts, part));
    }
    for (const text of asked) {
      const grams = characterGrams(text.words);
      for (const gram of grams) gramCounts[gram]!++;
      rows.stems.push(unique(text.stems.map(stemNumbers.of)));
      rows.prefixes.push(unique(text.prefixes.map(prefixNumbers.of)));
      rows.pairs.push(pairsOf(text));
      rows.concepts.push(strengthsOf(text));
      rows.grams.push(grams);
      rows.sizes.push(text.weights.reduce((sum, weight) => sum + weight, 0));
      rows.texts.push(hashOf(text.words.join(" ")));
    }
    rows.bodyStems.push(unique(body.stems.map(stemNumbers.of)));
    rows.bodyConcepts.push(strengthsOf(body));
    phrasings[number + 1] = rows.stems.length;
    for (const word of new Set([...asked, body].flatMap((text) => text.words)))
      words.set(word, (words.get(word) ?? 0) + 1);
  }

  const gramIdf = Float32Array.from(gramCounts, (count) => Math.log(1 + rows.grams.length / (1 + count)));
  return {
    ids: entries.map(({ id }) => id),
    stemNumber: stemNumbers.find,
    prefixNumber: prefixNumbers.find,
    stems: stems.build(entries.length),
    prefixes: prefixes.build(entries.length),
    concepts: concepts.build(entries.length),
    phrasings,
    phrasingStems: ragged(rows.stems),
    phrasingPrefixes: ragged(rows.prefixes),
    phrasingPairs: ragged(rows.pairs),
    phrasingConcepts: weightedRagged(rows.concepts),
    phrasingGrams: ragged(rows.grams),
    gramNorms: Float32Array.from(rows.grams, (grams) => normOf(grams, gramIdf)),
    sizes: Float32Array.from(rows.sizes),
    texts: Uint32Array.from(rows.texts),
    bodyStems: ragged(rows.bodyStems),
    bodyConcepts: weightedRagged(rows.bodyConcepts),
    gramIdf,
    words,
  };
}

function numbering() {
  const numbers = new Map<string, number>();
  return {
    of: (term: string): number => {
      let number = numbers.get(term);
      if (number === undefined) numbers.set(term, (number = numbers.size));
      return number;
    },
    find: (term: string): number => numbers.get(term) ?? -1,
  };
}

/** Length of a text's grams as a vector, each weighed by its rarity; never 0. */
export function normOf(grams: Uint32Array, gramIdf: Float32Array): number {
  let squares = 0;
  for (const gram of grams) squares += gramIdf[gram]! ** 2;
  return Math.sqrt(squares) || 1;
}

/** Hashes of neighbouring stems, words that only hold the sentence together left out. */
export function pairsOf(text: Analysis): number[] {
  const meaningful = text.stems.filter((_, at) => text.weights[at]! >= 1);
  return meaningful.slice(1).map((stem, at) => hashOf(`${meaningful[at]} ${stem}`));
}

function countsOf(
  texts: readonly Analysis[],
  kind: "stems" | "prefixes",
  numberOf: (term: string) => number,
  share: number,
) {
  const counts = new Map<number, number>();
  for (const text of texts) {
    const terms = text[kind];
    for (let at = 0; at < terms.length; at++) {
      if (text.weights[at] === 0) continue;
      const term = numberOf(terms[at]!);
      counts.set(term, (counts.get(term) ?? 0) + share);
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

function strengthsOf(text: Analysis): (readonly [number, number])[] {
  return text.concepts.map(({ concept, strength }) => [concept, strength] as const);
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)];
}

/** Markdown without its marks and addresses of pages. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\]\([^)]*\)/g, " ")
    .replace(/https?:\S+/g, " ")
    .replace(/[*_#>|[\]]/g, " ");
}
