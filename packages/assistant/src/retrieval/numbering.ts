import { ownCopy } from "../language/word-numbers.ts";

/** Numbers for texts, from 0 in the order in which they come. */
export interface Numbering {
  /** The number of a text, a new one if need be. */
  of(text: string): number;
  /** The number of a text; −1 when it has none. */
  find(text: string): number;
}

export function createNumbering(): Numbering {
  const numbers = new Map<string, number>();
  return {
    of(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const number = numbers.size;
      numbers.set(ownCopy(text), number);
      return number;
    },
    find: (text) => numbers.get(text) ?? -1,
  };
}
