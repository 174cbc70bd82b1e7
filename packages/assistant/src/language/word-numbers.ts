import { normalise } from "./normalise.ts";

/** Numbers the words of many texts, without cutting each out of its text again and again. */
export interface WordNumbers {
  /** The numbers of a text's words in order: runs of letters or of digits, normalised, as `wordsOf` finds them. */
  read(text: string): number[];
}

const LETTER = 1;
const DIGIT = 2;
/** Letters of Latin, Greek and Cyrillic stand below it; a text with others is read the slow way. */
const PLAIN = 0x530;
const UNUSUAL = /[^\p{ASCII}\u0080-\u052f\u2000-\u206f\u20bd\u2116]/u;
const kinds = Uint8Array.from({ length: PLAIN }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\p{L}/u.test(character)) return LETTER;
  return /\d/.test(character) ? DIGIT : 0;
});
const FIRST_SLOTS = 2 ** 12;

/** @param onNew is told each new word, whose number is how many came before */
export function createWordNumbers(onNew: (word: string) => void): WordNumbers {
  // Two hashes of 32 bits tell words apart: among a million, two alike are a chance of one in 37 million.
  const first: number[] = [];
  const second: number[] = [];
  let slots = new Uint32Array(FIRST_SLOTS);

  const numberOf = (one: number, other: number, text: string, from: number, to: number): number => {
    let slot = one & (slots.length - 1);
    for (let held = slots[slot]!; held !== 0; held = slots[slot]!) {
      if (first[held - 1] === one && second[held - 1] === other) return held - 1;
      slot = (slot + 1) & (slots.length - 1);
    }
    first.push(one);
    second.push(other);
    slots[slot] = first.length;
    if (first.length * 2 > slots.length) widen();
    onNew(ownCopy(text.slice(from, to)));
    return first.length - 1;
  };
  const widen = () => {
    slots = new Uint32Array(slots.length * 2);
    for (const [number, one] of first.entries()) {
      let slot = one & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
  };

  return {
    read(text) {
      const found: number[] = [];
      const normal = normalise(text);
      const isPlain = !UNUSUAL.test(normal);
      const kindAt = isPlain ? (at: number) => kinds[normal.charCodeAt(at)] ?? 0 : slowKinds(normal);
      for (let at = 0; at < normal.length;) {
        const kind = kindAt(at);
        const from = at++;
        if (kind === 0) continue;
        let one = 0x811c9dc5 ^ kind;
        let other = 0x9e3779b9 ^ kind;
        for (let end = from; ; end = at++) {
          const code = normal.charCodeAt(end);
          one = Math.imul(one ^ code, 0x01000193);
          other = Math.imul(other ^ code, 0x85ebca6b) ^ (other >>> 13);
          if (at >= normal.length || kindAt(at) !== kind) break;
        }
        found.push(numberOf(one ^ (one >>> 15), other, normal, from, at));
      }
      return found;
    },
  };
}

/** The kind of each place of a text that holds letters of any script. */
function slowKinds(text: string): (at: number) => number {
  const found = new Uint8Array(text.length);
  for (const { 0: word, index } of text.matchAll(/\p{L}+|\d+/gu))
    found.fill(/\d/.test(word) ? DIGIT : LETTER, index, index + word.length);
  return (at) => found[at] ?? 0;
}

const SHARED_FROM = 13;

/** A part of a long text keeps the whole text in memory, from thirteen letters on; a copy doesn't. */
export function ownCopy(text: string): string {
  return text.length < SHARED_FROM ? text : text.split("").join("");
}
