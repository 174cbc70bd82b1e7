/** Hashed character 3- and 4-grams of the words, word ends marked; each once. */
export function characterGrams(words: readonly string[]): Uint32Array {
  const grams = new Set<number>();
  for (const word of words) {
    const marked = ` ${word} `;
    for (let at = 0; at + 3 <= marked.length; at++) {
      grams.add(hash(marked, at, 3) & (GRAM_SPACE - 1));
      if (at + 4 <= marked.length) grams.add(hash(marked, at, 4) & (GRAM_SPACE - 1));
    }
  }
  return Uint32Array.from(grams);
}

export const GRAM_SPACE = 2 ** 18;

/** A 32-bit hash of a text. */
export function hashOf(text: string): number {
  return hash(text, 0, text.length);
}

function hash(text: string, from: number, length: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < from + length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
