/**
 * How many of 64 bits two perceptual hashes differ in: 0 for the same picture, about 32 for unrelated ones.
 *
 * @param a 16 hexadecimal digits, as `ProcessedImage.perceptualHash`
 */
export function hammingDistance(a: string, b: string): number {
  let differing = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  while (differing > 0n) {
    differing &= differing - 1n;
    count += 1;
  }
  return count;
}
