/**
 * Bits of 64 that two pictures of the same work differ in at most, however each lies. Of the demo town's drawings the
 * nearest unrelated two differ in 20, a drawing and the same turned in at most 12.
 */
const SAME_WORK_BITS = 13;
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

/**
 * The hash of a picture and what it would be, had the picture been turned by 90, 180 and 270 degrees. Bit 8x + y tells
 * whether the picture's cosine of frequency x + 1 across and y + 1 down is above their mean, about 0: turning swaps the
 * directions and changes the sign of odd frequencies.
 */
function turnsOf(hash: string): string[] {
  const upright = BigInt(`0x${hash}`).toString(2).padStart(64, "0");
  const turned = (bit: (x: number, y: number) => [place: number, negated: boolean]) => {
    let all = "";
    for (let at = 0; at < 64; at++) {
      const [place, negated] = bit(at >> 3, at & 7);
      all += (upright[place] === "1") === negated ? "0" : "1";
    }
    return BigInt(`0b${all}`).toString(16).padStart(16, "0");
  };
  return [
    hash,
    turned((x, y) => [8 * y + x, x % 2 === 0]),
    turned((x, y) => [8 * x + y, (x + y) % 2 === 1]),
    turned((x, y) => [8 * y + x, y % 2 === 0]),
  ];
}

function bits(value: number): number {
  let it = value - ((value >>> 1) & 0x55555555);
  it = (it & 0x33333333) + ((it >>> 2) & 0x33333333);
  return (((it + (it >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Answers which of the pictures look like a given one, turned or not, nearest first; itself is left out. */
export function createLookalikes<Work extends Hashed>(
  works: readonly Work[],
): (of: Hashed) => { readonly work: Work; readonly distance: number }[] {
  const all = works.map((work) => ({ work, halves: halvesOf(work.perceptualHash) }));
  return (of) => {
    const turns = turnsOf(of.perceptualHash).map(halvesOf);
    const near: { work: Work; distance: number }[] = [];
    for (const { work, halves } of all) {
      let distance = 64;
      for (let turn = 0; turn < turns.length; turn++) {
        const { high, low } = turns[turn]!;
        distance = Math.min(distance, bits(halves.high ^ high) + bits(halves.low ^ low));
      }
      if (distance <= SAME_WORK_BITS && work.id !== of.id) near.push({ work, distance });
    }
    return near.toSorted((a, b) => a.distance - b.distance).slice(0, NEAREST);
  };
}
