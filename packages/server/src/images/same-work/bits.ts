/** How many of 32 bits are set. @source Warren, Hacker's Delight, 2nd edition, §5-1 */
export function bitsIn(word: number): number {
  let it = word - ((word >>> 1) & 0x55555555);
  it = (it & 0x33333333) + ((it >>> 2) & 0x33333333);
  return (((it + (it >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many bits two codes of one length differ in. */
export function bitsBetween(one: Uint32Array, other: Uint32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += bitsIn(one[at]! ^ other[at]!);
  return sum;
}
