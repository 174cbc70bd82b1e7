import { readConcepts, type Sign } from "./notation.ts";
import { indexSigns, type WordSigns } from "./sign-index.ts";
import { createWordVectors, type WordVectors } from "./word-vectors.ts";
import { closest, positionsOf } from "./sign-places.ts";

/** What a text is about, whatever words it uses. */
export interface ConceptHit {
  concept: number;
  /** 0..1 */
  strength: number;
  /** Positions of the words that named the concept. */
  positions: readonly number[];
  /** Whether several words together named it: «подъезд … каток» is ice, not a rink. */
  specific: boolean;
}

export interface Thesaurus {
  /** Names of the concepts, by their numbers. */
  names: readonly string[];
  /** What a normalised word with its stem may be a sign of. */
  signsOf(word: string, stem: string): WordSigns;
  /** The concepts that a text names, given its normalised words and their stems; and their signs, where known. */
  hitsOf(words: readonly string[], stems: readonly string[], signs?: readonly WordSigns[]): ConceptHit[];
  /** Every word of the thesaurus, normalised. */
  words: readonly string[];
  readonly vectors: WordVectors;
}

interface Hit extends ConceptHit {
  positions: number[];
}

const BROADER = 0.5;
const CLEAR = 0.5;
const COMPOUND = 0.8;

/** Makes concepts in their notation (see {@link readConcepts}) findable in texts. */
export function compileThesaurus(sources: readonly string[]): Thesaurus {
  const { names, signs, compounds, words, ...notation } = readConcepts(sources);
  const broader = names.map((_, concept) => notation.broader.get(concept) ?? []);
  const index = indexSigns(signs);
  // A text is read at a time: whose stems are there, and which hit a concept has, is kept by the text's turn.
  const stemSeen = new Uint32Array(index.stems);
  const conceptSeen = new Uint32Array(names.length);
  const place = new Uint32Array(names.length);
  let turn = 0;
  let hits: Hit[] = [];
  let vectors: WordVectors | undefined;

  const hitOf = (concept: number) => (conceptSeen[concept] === turn ? hits[place[concept]!] : undefined);
  const keep = (concept: number, strength: number, specific: boolean): Hit => {
    let hit = hitOf(concept);
    if (!hit) {
      conceptSeen[concept] = turn;
      place[concept] = hits.length;
      hits.push((hit = { concept, strength, positions: [], specific }));
      return hit;
    }
    if (strength > hit.strength) hit.strength = strength;
    if (specific) hit.specific = true;
    return hit;
  };
  const stand = ({ positions }: Hit, at: number) => {
    if (!positions.includes(at)) positions.push(at);
  };
  const nameAlone = ({ concept, strength }: Sign, at: number) => {
    stand(keep(concept, strength, false), at);
    for (const other of broader[concept]!) stand(keep(other, strength * BROADER, false), at);
  };
  const nameAmong = ({ concept, strength }: Sign, positions: readonly number[]) => {
    const hit = keep(concept, strength, true);
    for (const at of positions) stand(hit, at);
    for (const other of broader[concept]!) {
      const wider = keep(other, strength * BROADER, false);
      for (const at of positions) stand(wider, at);
    }
  };
  const areThere = (wanted: readonly number[]) => {
    for (const stem of wanted) if (stemSeen[stem] !== turn) return false;
    return true;
  };
  const isClear = (concept: number) => {
    const hit = hitOf(concept);
    return hit !== undefined && hit.strength >= CLEAR;
  };
  const findCompounds = () => {
    for (const { concept, parts } of compounds) {
      if (!parts.every(isClear)) continue;
      const [one, other] = parts.map((part) => hitOf(part)!.positions);
      const pair = one && other && closest(one, other);
      if (!pair) continue;
      const hit = keep(concept, COMPOUND, true);
      for (const at of pair) stand(hit, at);
    }
  };

  return {
    names,
    words,
    // Only who ranks articles needs them; nobody waits for them who looks for an office.
    get vectors() {
      return (vectors ??= createWordVectors(sources));
    },
    signsOf: index.of,
    hitsOf(texts, stems, signs = texts.map((word, at) => index.of(word, stems[at]!))) {
      turn++;
      hits = [];
      for (const { stem } of signs) if (stem >= 0) stemSeen[stem] = turn;
      for (let at = 0; at < signs.length; at++) {
        const { alone, among } = signs[at]!;
        for (const sign of alone) nameAlone(sign, at);
        for (const sought of among) {
          if (!areThere(sought.stems)) continue;
          for (const positions of positionsOf(sought, at, texts, stems)) nameAmong(sought.sign, positions);
        }
      }
      if (hits.length > 1) findCompounds();
      return hits;
    },
  };
}
