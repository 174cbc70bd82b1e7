/** Numbers texts from 0 in the order in which they first come. */
export interface Numbering {
  /** The number of a text, a new one if need be. */
  of(text: string): number;
  /** The number of a text; −1 when it has none. */
  find(text: string): number;
  /** Every text with its number. */
  numbers: ReadonlyMap<string, number>;
}

export function createNumbering(onNew: (text: string) => void = () => {}): Numbering {
  const numbers = new Map<string, number>();
  return {
    of(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const number = numbers.size;
      const own = ownCopy(text);
      numbers.set(own, number);
      onNew(own);
      return number;
    },
    find: (text) => numbers.get(text) ?? -1,
    numbers,
  };
}

const SHARED_FROM = 13;

/** A part of a long text keeps the whole text in memory, from thirteen letters on; a copy doesn't. */
function ownCopy(text: string): string {
  return text.length < SHARED_FROM ? text : text.split("").join("");
}
