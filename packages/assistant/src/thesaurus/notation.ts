import { normalise } from "../language/normalise.ts";
import { stem } from "../language/stem.ts";
import { wholeForms } from "./whole-words.ts";

/** One way to name a concept. */
export interface Sign {
  concept: number;
  strength: number;
  /** Stems; `сад*` is a beginning of a word, `=метро` a whole word; in a frame, `не гор` are words side by side. */
  parts: readonly string[];
  /** Parts stand side by side in order (a phrase), or anywhere near in any order (a frame). */
  ordered: boolean;
  /** The word as written, where its stem is short enough to be another word's too. */
  word?: string;
}

const SHORT = 4;

export interface Notation {
  /** Names of the concepts by number. */
  names: readonly string[];
  signs: readonly Sign[];
  /** concept → the broader ones that it implies */
  broader: ReadonlyMap<number, readonly number[]>;
  /** Concepts that others make when near each other. */
  compounds: readonly { concept: number; parts: readonly number[] }[];
  /** Every word of the signs, normalised. */
  words: readonly string[];
}

const WEAK = 0.55;

/**
 * Reads concepts written one a line: `name: sign, sign, … | broader broader`. A sign is a word or a phrase; `a+b` is a
 * frame, words or phrases anywhere near each other; `сад*` any word that begins so; `=метро` that very word and no other form;
 * `~` before a sign makes it weak. A concept may have several lines. `name = one + other` is a compound: concepts near
 * each other that make a third, whatever words name them.
 */
export function readConcepts(sources: readonly string[]): Notation {
  const written = sources
    .flatMap((source) => source.split("\n"))
    .filter((line) => line && !line.startsWith("#"))
    .map(normalise);
  const lines = written.filter((line) => line.includes(":")).map(readLine);
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    return numbers.get(name) ?? 0;
  };
  for (const { name } of lines) numberOf(name);
  const broader = new Map<number, number[]>();
  const words = new Set<string>();
  const signs: Sign[] = [];
  for (const line of lines) {
    const concept = numberOf(line.name);
    broader.set(concept, [...new Set([...(broader.get(concept) ?? []), ...line.broader.map(numberOf)])]);
    for (const written of line.signs) {
      for (const word of wordsIn(written)) words.add(word);
      const weak = written.startsWith("~");
      const text = weak ? written.slice(1) : written;
      const ordered = !text.includes("+");
      const parts = ordered
        ? partsOf(text)
        : text
            .split("+")
            .map((part) => partsOf(part).join(" "))
            .filter(Boolean);
      const strength = weak ? WEAK : 1;
      const [only] = parts;
      const word = parts.length === 1 && only && !/^=|[* ]/.test(only) ? wordsIn(text)[0] : undefined;
      const whole = word && wholeForms(word);
      if (whole) {
        for (const form of whole) signs.push({ concept, strength, parts: [`=${form}`], ordered });
      } else {
        const shared = word && only && only.length <= SHORT;
        signs.push({ concept, strength, parts, ordered, ...(shared && { word }) });
      }
    }
  }
  const compounds = written
    .filter((line) => line.includes(" = "))
    .map((line) => line.split(" = "))
    .map(([name = "", parts = ""]) => ({ concept: numberOf(name), parts: parts.split(" + ").map(numberOf) }));
  return { compounds, names: [...numbers.keys()], signs, broader, words: [...words] };
}

function readLine(line: string): { name: string; signs: string[]; broader: string[] } {
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

function partsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean).flatMap(partOf);
}

function partOf(written: string): string[] {
  const words = wordsIn(written);
  const [word] = words;
  if (written.endsWith("*")) return [`${word}*`];
  if (written.startsWith("=")) return [`=${word}`];
  return words.map(stem);
}

/** The words of a text that is normalised already. */
function wordsIn(text: string): readonly string[] {
  return text.match(/\p{L}+|\d+/gu) ?? [];
}
