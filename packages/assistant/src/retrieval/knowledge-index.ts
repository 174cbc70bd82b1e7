import type { Thesaurus } from "../thesaurus/compile.ts";
import type { Entry } from "../types.ts";
import type { Analysis } from "./analysis.ts";
import { type GramIndex, hashOf } from "./character-grams.ts";
import { growingFloat32, growingUint32 } from "./growing.ts";
import { createMeaning, type Meaning } from "./meaning.ts";
import { createNumbering } from "./numbering.ts";
import { createPostingsBuilder, type Field, type Postings } from "./postings.ts";
import {
  createRaggedBuilder,
  createWeightedRaggedBuilder,
  type Ragged,
  type Turned,
  turned,
  type WeightedRagged,
  turnedWithWeights,
  type WeightedTurned,
} from "./ragged.ts";
import { createWordTable, type KnownWord } from "./word-table.ts";

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
  /** The phrasings that hold a stem, a prefix or a concept. */
  stemPhrasings: Turned;
  prefixPhrasings: Turned;
  conceptPhrasings: Turned;
  phrasingGrams: GramIndex;
  phrasingMeaning: Meaning;
  /** The sum of the weights of a phrasing's words, for how much of it a question covers. */
  sizes: Float32Array;
  /** Hash of a phrasing's words. */
  texts: Uint32Array;
  bodyStems: Ragged;
  bodyConcepts: WeightedRagged;
  /** The same turned round: the entries whose bodies hold a stem, or a concept. */
  stemBodies: Turned;
  conceptBodies: WeightedTurned;
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
  const stemNumbers = createNumbering();
  const prefixNumbers = createNumbering();
  const stems = createPostingsBuilder(FIELDS);
  const prefixes = createPostingsBuilder(FIELDS);
  const concepts = createPostingsBuilder(FIELDS);
  const phrasingRows = createTextRows();
  const bodyRows = createTextRows();
  const words = createWordTable(stemNumbers, prefixNumbers, thesaurus);
  const phrasingPrefixes = createRaggedBuilder();
  const pairs = createRaggedBuilder();
  const phrasings = growingUint32();
  const sizes = growingFloat32();
  const texts = growingUint32();
  phrasings.push(0);

  const count = (text: Analysis, known: readonly KnownWord[], share: number) => {
    for (const [at, { stem, prefix }] of known.entries()) {
      if (text.weights[at] === 0) continue;
      stems.count(stem, share);
      prefixes.count(prefix, share);
    }
    for (const { concept, strength } of text.concepts) concepts.count(concept, strength * share);
  };
  const endField = (entry: number, field: number) => {
    for (const postings of [stems, prefixes, concepts]) postings.endField(entry, field);
  };

  for (const [number, entry] of entries.entries()) {
    const asked = [entry.question, ...entry.alternatives];
    for (const { text, known } of asked.map((it) => words.read(it, number))) {
      count(text, known, 1 / Math.sqrt(asked.length));
      words.grams.addText(known.map((word) => word.number));
      phrasingRows.add(text, known);
      for (const { prefix } of known) phrasingPrefixes.pushNew(prefix);
      phrasingPrefixes.endRow();
      for (const pair of pairsOf(text)) pairs.push(pair);
      pairs.endRow();
      sizes.push(text.weights.reduce((sum, weight) => sum + weight, 0));
      texts.push(hashOf(text.words.join(" ")));
    }
    endField(number, TITLE);
    phrasings.push(texts.length);
    const { text, known } = words.read(`${plainText(entry.answer)} ${entry.topic ?? ""}`, number);
    count(text, known, 1);
    endField(number, BODY);
    bodyRows.add(text, known);
  }

  const phrasingStems = phrasingRows.stems.build();
  const phrasingConcepts = phrasingRows.concepts.build();
  const prefixRows = phrasingPrefixes.build();
  const bodyStems = bodyRows.stems.build();
  const bodyConcepts = bodyRows.concepts.build();
  return {
    ids: entries.map(({ id }) => id),
    stemNumber: stemNumbers.find,
    prefixNumber: prefixNumbers.find,
    stems: stems.build(entries.length),
    prefixes: prefixes.build(entries.length),
    concepts: concepts.build(entries.length),
    phrasings: phrasings.all(),
    phrasingStems,
    phrasingPrefixes: prefixRows,
    phrasingPairs: pairs.build(),
    phrasingConcepts,
    stemPhrasings: turned(phrasingStems),
    prefixPhrasings: turned(prefixRows),
    conceptPhrasings: turned(phrasingConcepts),
    phrasingGrams: words.grams.build(),
    phrasingMeaning: createMeaning(words.stems(), phrasingStems, thesaurus.vectors),
    sizes: sizes.all(),
    texts: texts.all(),
    bodyStems,
    bodyConcepts,
    stemBodies: turned(bodyStems),
    conceptBodies: turnedWithWeights(bodyConcepts),
    words: words.holders(),
  };
}

function createTextRows() {
  const stems = createRaggedBuilder();
  const concepts = createWeightedRaggedBuilder();
  return {
    stems,
    concepts,
    add(text: Analysis, known: readonly KnownWord[]): void {
      for (const { stem } of known) stems.pushNew(stem);
      for (const { concept, strength } of text.concepts) concepts.push(concept, strength);
      stems.endRow();
      concepts.endRow();
    },
  };
}

/** Hashes of neighbouring stems, words that only hold the sentence together left out. */
export function pairsOf(text: Analysis): number[] {
  const meaningful = text.stems.filter((_, at) => text.weights[at]! >= 1);
  return meaningful.slice(1).map((stem, at) => hashOf(`${meaningful[at]} ${stem}`));
}

/** Markdown without its marks and addresses of pages. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\]\([^)]*\)/g, " ")
    .replace(/https?:\S+/g, " ")
    .replace(/[*_#>|[\]]/g, " ");
}
