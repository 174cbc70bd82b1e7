import type { Analysis } from "./analysis.ts";
import { type KnowledgeIndex, pairsOf } from "./knowledge-index.ts";
import { markRow, placeIn } from "./ragged.ts";
import { createTermWords } from "./term-words.ts";
import { type AskedWord, SAME_BEGINNING, SAME_CONCEPT } from "./word-match.ts";

/** What one phrasing says of a question. The same object for each phrasing: read before the next is looked at. */
export interface PhrasingSaid {
  /** 0..1 by the words: how much of the question it says, and how much of it the question says. */
  match: number;
  /** The share of the question's words alone. */
  asked: number;
  paired: number;
  asking: number;
  frames: number;
}

const NOTHING: PhrasingSaid = { match: 0, asked: 0, paired: 0, asking: 0, frames: 0 };
const BODY_STEM = 0.7;
const BODY_CONCEPT = 0.5;

const readStems = createTermWords();
const readPrefixes = createTermWords();
const readConcepts = createTermWords();
/** The phrasings that hold anything of the question that is being ranked; the others need no look. */
let touched = new Uint32Array(0);
let turn = 0;

/**
 * Holds one question against phrasings, each read once from its beginning to its end, however many words the question
 * has.
 */
export function createPhrasingMatcher(
  question: Analysis,
  asked: readonly AskedWord[],
  index: KnowledgeIndex,
  asking: ReadonlySet<number>,
) {
  const total = asked.reduce((sum, word) => sum + word.weight, 0) || 1;
  const stems = readStems(asked.map(({ stem }) => stem));
  const prefixes = readPrefixes(asked.map(({ prefix }) => prefix));
  const meant = asked.flatMap(({ concepts }, word) => concepts.map((it) => ({ ...it, word })));
  const concepts = readConcepts(meant.map(({ concept }) => concept));
  const pairs = pairsOf(question);
  const anyPair = new Set(pairs);
  const asks = question.concepts.filter(({ concept }) => asking.has(concept));
  const framed = question.concepts.filter(({ concept, specific }) => specific && !asking.has(concept));
  const framedTotal = framed.reduce((sum, { concept }) => sum + index.concepts.idf(concept), 0) || 1;
  const named = new Set([...asks, ...framed].map(({ concept }) => concept));
  /** How well the phrasing, or any of the entry, says each word. */
  const words = new Float64Array(asked.length);
  const told = new Float64Array(asked.length);
  const said: PhrasingSaid = { match: 0, asked: 0, paired: 0, asking: 0, frames: 0 };

  if (touched.length < index.sizes.length) touched = new Uint32Array(index.sizes.length);
  turn++;
  for (const { stem, prefix } of asked) {
    markRow(index.stemPhrasings, stem, touched, turn);
    markRow(index.prefixPhrasings, prefix, touched, turn);
  }
  for (const { concept } of [...meant, ...question.concepts])
    markRow(index.conceptPhrasings, concept, touched, turn);

  function readWords(phrasing: number): boolean {
    words.fill(0);
    let names = false;
    const { phrasingConcepts, phrasingPrefixes, phrasingStems } = index;
    const lastConcept = phrasingConcepts.starts[phrasing + 1]!;
    for (let at = phrasingConcepts.starts[phrasing]!; at < lastConcept; at++) {
      const concept = phrasingConcepts.values[at]!;
      names ||= named.has(concept);
      const those = concepts.of(concept);
      if (those === undefined) continue;
      const weight = phrasingConcepts.weights[at]!;
      for (const one of those) raise(meant[one]!.word, SAME_CONCEPT * (meant[one]!.strength * weight));
    }
    const lastPrefix = phrasingPrefixes.starts[phrasing + 1]!;
    for (let at = phrasingPrefixes.starts[phrasing]!; at < lastPrefix; at++)
      raiseAll(prefixes.of(phrasingPrefixes.values[at]!), SAME_BEGINNING);
    const lastStem = phrasingStems.starts[phrasing + 1]!;
    for (let at = phrasingStems.starts[phrasing]!; at < lastStem; at++)
      raiseAll(stems.of(phrasingStems.values[at]!), 1);
    return names;
  }

  function raise(word: number, match: number): void {
    if (words[word]! < match) words[word] = match;
  }
  function raiseAll(those: readonly number[] | undefined, match: number): void {
    if (those !== undefined) for (const word of those) raise(word, match);
  }

  function pairedIn(phrasing: number): number {
    const { values, starts } = index.phrasingPairs;
    const end = starts[phrasing + 1]!;
    for (let at = starts[phrasing]!; at < end; at++)
      if (anyPair.has(values[at]!))
        return pairs.filter((pair) => index.phrasingPairs.has(phrasing, pair)).length / pairs.length;
    return 0;
  }

  function framedIn(phrasing: number): number {
    let sum = 0;
    for (const { concept } of framed)
      sum += index.concepts.idf(concept) * index.phrasingConcepts.weightOf(phrasing, concept);
    return sum / framedTotal;
  }

  return {
    /** Begins with an entry: its body, then its phrasings. */
    begin(entry: number): void {
      told.fill(0);
      const { conceptBodies, stemBodies } = index;
      for (let word = 0; word < asked.length; word++)
        if (placeIn(stemBodies, asked[word]!.stem, entry) >= 0) told[word] = BODY_STEM;
      for (const { concept, strength, word } of meant) {
        // A word that stands in the body itself is told by that, however near its subjects are.
        if (told[word] === BODY_STEM) continue;
        const place = placeIn(conceptBodies, concept, entry);
        if (place < 0) continue;
        const end = conceptBodies.starts[concept + 1]!;
        for (let at = place; at < end && conceptBodies.values[at] === entry; at++)
          told[word] = Math.max(told[word]!, BODY_CONCEPT * (strength * conceptBodies.weights[at]!));
      }
    },

    read(phrasing: number): PhrasingSaid {
      if (touched[phrasing] !== turn) return NOTHING;
      const names = readWords(phrasing);
      let covered = 0;
      let count = 0;
      for (let at = 0; at < words.length; at++) {
        const match = words[at]!;
        if (match === 0) continue;
        if (told[at]! < match) told[at] = match;
        const { weight } = asked[at]!;
        covered += weight * match;
        count += match * Math.min(1, weight);
      }
      said.asked = covered / total;
      const back = Math.min(1, count / Math.max(1, index.sizes[phrasing]!));
      said.match = Math.sqrt(said.asked * (0.4 + 0.6 * back));
      said.paired = pairedIn(phrasing);
      said.asking = names ? askedFor(phrasing) : 0;
      said.frames = names ? framedIn(phrasing) : 0;
      return said;
    },

    /** How much of the question the entry has told in all that was read of it since it began. */
    told(): number {
      let sum = 0;
      for (let at = 0; at < asked.length; at++) sum += asked[at]!.weight * told[at]!;
      return sum / total;
    },
  };

  function askedFor(phrasing: number): number {
    if (asks.length === 0) return 0;
    return asks.filter(({ concept }) => index.phrasingConcepts.has(phrasing, concept)).length / asks.length;
  }
}
