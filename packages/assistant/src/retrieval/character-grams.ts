/** Hashed character 3- and 4-grams of the words, word ends marked; sorted, each once. */
export function characterGrams(words: readonly string[]): Uint32Array {
  const grams = new Set<number>();
  for (const word of words) {
    const marked = ` ${word} `;
    for (const length of [3, 4]) {
      for (let at = 0; at + length <= marked.length; at++) grams.add(hash(marked, at, length));
    }
  }
  return Uint32Array.from(grams).sort();
}

export const GRAM_SPACE = 2 ** 18;

function hash(text: string, from: number, length: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < from + length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) & (GRAM_SPACE - 1);
}
