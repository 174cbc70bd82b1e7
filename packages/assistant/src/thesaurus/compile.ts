import { wordsOf } from "../language/normalise.ts";
import { stem } from "../language/stem.ts";

/**
 * What a text is about, whatever words it uses: concept → how strongly, 0..1, and which tokens said it.
 */
export interface ConceptHit {
  concept: number;
  strength: number;
  /** Positions of the tokens that named the concept. */
  positions: readonly number[];
}

export interface Thesaurus {
  /** How many concepts there are; they are numbered from 0. */
  size: number;
  names: readonly string[];
  /** The concepts that a text names, given the stems of its words in order; the strongest hit of each. */
  hitsOf(words: readonly string[], stems: readonly string[]): ConceptHit[];
  /** Every word of the thesaurus, normalised. */
  words: readonly string[];
}

/** One way to name a concept. */
interface Sign {
  concept: number;
  strength: number;
  /** Stems; `сад*` is a beginning of a word, `=метро` a whole word. */
  parts: readonly string[];
  /** Parts stand side by side in order (a phrase), or anywhere near in any order (a frame). */
  ordered: boolean;
}

const WEAK = 0.55;
const BROADER = 0.5;
const NEAR = 7;

/**
 * Reads concepts written one a line: `name: sign, sign, … | broader broader`. A sign is a word or a phrase; `a+b` is a
 * frame, words anywhere near each other; `сад*` any word that begins so; `=метро` that very word and no other form;
 * `~` before a sign makes it weak.
 */
export function compileThesaurus(sources: readonly string[]): Thesaurus {
  const lines = sources.flatMap((source) => source.split("\n")).map((line) => line.trim());
  const concepts = lines.filter((line) => line && !line.startsWith("#")).map(parseLine);
  const numbers = new Map<string, number>();
  for (const { name } of concepts) if (!numbers.has(name)) numbers.set(name, numbers.size);
  for (const { broader } of concepts)
    for (const name of broader) if (!numbers.has(name)) numbers.set(name, numbers.size);
  const broaderOf = new Map<number, number[]>();
  const byFirst = new Map<string, Sign[]>();
  const byBeginning = new Map<string, Sign[]>();
  const words = new Set<string>();

  for (const { name, signs, broader } of concepts) {
    const concept = numbers.get(name) ?? 0;
    broaderOf.set(concept, [
      ...(broaderOf.get(concept) ?? []),
      ...broader.map((other) => numbers.get(other) ?? 0),
    ]);
    for (const written of signs) {
      const weak = written.startsWith("~");
      const text = weak ? written.slice(1) : written;
      const ordered = !text.includes("+");
      const parts = text
        .split(/[\s+]+/)
        .filter(Boolean)
        .flatMap(partOf);
      for (const word of wordsOf(text)) words.add(word);
      const sign: Sign = { concept, strength: weak ? WEAK : 1, parts, ordered };
      const firsts = ordered ? parts.slice(0, 1) : parts;
      for (const first of firsts) {
        const table = first.endsWith("*") ? byBeginning : byFirst;
        const key = first.replace("*", "");
        table.set(key, [...(table.get(key) ?? []), sign]);
      }
    }
  }
  const names = [...numbers.keys()];

  return {
    size: names.length,
    names,
    words: [...words],
    hitsOf(texts, stems) {
      const best = new Map<number, ConceptHit>();
      const keep = (hit: ConceptHit) => {
        if ((best.get(hit.concept)?.strength ?? 0) < hit.strength) best.set(hit.concept, hit);
      };
      const consider = (signs: readonly Sign[] | undefined, at: number) => {
        for (const sign of signs ?? []) {
          const positions = sign.ordered
            ? phraseAt(sign.parts, at, texts, stems)
            : frameAt(sign.parts, at, texts, stems);
          if (!positions) continue;
          keep({ concept: sign.concept, strength: sign.strength, positions });
          for (const other of broaderOf.get(sign.concept) ?? [])
            keep({ concept: other, strength: sign.strength * BROADER, positions });
        }
      };
      for (let at = 0; at < stems.length; at++) {
        const word = texts[at] ?? "";
        consider(byFirst.get(stems[at] ?? ""), at);
        consider(byFirst.get(`=${word}`), at);
        for (let length = 3; length <= word.length; length++)
          consider(byBeginning.get(word.slice(0, length)), at);
      }
      return [...best.values()];
    },
  };
}

function parseLine(line: string): { name: string; signs: string[]; broader: string[] } {
  const colon = line.indexOf(":");
  const [signs = "", broader = ""] = line.slice(colon + 1).split("|");
  return {
    name: line.slice(0, colon).trim(),
    signs: signs
      .split(",")
      .map((sign) => sign.trim())
      .filter(Boolean),
    broader: broader.split(/\s+/).filter(Boolean),
  };
}

function partOf(written: string): string[] {
  if (written.endsWith("*")) return [`${wordsOf(written)[0]}*`];
  if (written.startsWith("=")) return [`=${wordsOf(written)[0]}`];
  return wordsOf(written).map(stem);
}

function fits(part: string, word: string | undefined, stemmed: string | undefined): boolean {
  if (word === undefined) return false;
  if (part.startsWith("=")) return part.slice(1) === word;
  return part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : part === stemmed;
}

function phraseAt(parts: readonly string[], at: number, words: readonly string[], stems: readonly string[]) {
  const positions = [at];
  let next = at + 1;
  for (const part of parts.slice(1)) {
    if (fits(part, words[next], stems[next])) positions.push(next);
    else if (fits(part, words[next + 1], stems[next + 1])) positions.push(++next);
    else return undefined;
    next++;
  }
  return positions;
}

function frameAt(parts: readonly string[], at: number, words: readonly string[], stems: readonly string[]) {
  const positions: number[] = [];
  for (const part of parts) {
    let found = fits(part, words[at], stems[at]) ? at : -1;
    for (let away = 1; found < 0 && away <= NEAR; away++) {
      if (fits(part, words[at + away], stems[at + away])) found = at + away;
      else if (fits(part, words[at - away], stems[at - away])) found = at - away;
    }
    if (found < 0) return undefined;
    positions.push(found);
  }
  return positions;
}
