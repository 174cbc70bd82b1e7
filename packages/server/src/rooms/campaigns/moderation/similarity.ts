/** Bits of 64 that two pictures of the same work differ in at most; unrelated ones differ in about 32. */
const SAME_WORK_BITS = 10;
const NEAREST = 5;

export interface Hashed {
  readonly id: string;
  /** 16 hexadecimal digits. */
  readonly perceptualHash: string;
}

/** Both halves of the hash as 32-bit integers: thousands are compared for one page of the grid. */
interface Halves {
  readonly high: number;
  readonly low: number;
}

const halvesOf = (hash: string): Halves => ({
  high: Number.parseInt(hash.slice(0, 8), 16),
  low: Number.parseInt(hash.slice(8), 16),
});

function bits(value: number): number {
  let it = value - ((value >>> 1) & 0x55555555);
  it = (it & 0x33333333) + ((it >>> 2) & 0x33333333);
  return (((it + (it >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Answers which of the pictures look like a given one, nearest first; itself is left out. */
export function createLookalikes<Work extends Hashed>(
  works: readonly Work[],
): (of: Hashed) => { readonly work: Work; readonly distance: number }[] {
  const all = works.map((work) => ({ work, halves: halvesOf(work.perceptualHash) }));
  return (of) => {
    const { high, low } = halvesOf(of.perceptualHash);
    const near: { work: Work; distance: number }[] = [];
    for (const { work, halves } of all) {
      const distance = bits(halves.high ^ high) + bits(halves.low ^ low);
      if (distance <= SAME_WORK_BITS && work.id !== of.id) near.push({ work, distance });
    }
    return near.toSorted((a, b) => a.distance - b.distance).slice(0, NEAREST);
  };
}
