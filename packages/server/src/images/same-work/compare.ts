import { bitsBetween } from "./bits.ts";
import type { Mark } from "./marks.ts";

/** Of 20,400 pairs of different drawings none has more than 7 places in common by chance: `test/bench/same-work.ts`. */
export const SAME_SHEET_PLACES = 8;
/** So many are beyond doubt: no better agreement is looked for. */
const SURE_PLACES = 24;
/** Bits that two codes of one place differ in at most. */
const SAME_BITS = 76;
/** How much nearer the nearest must be than the next elsewhere: a lined sheet's lines are all alike. */
const NEARER = 0.88;
const ELSEWHERE = 0.03;
/** How far, of the long side, a place may lie from where the others say: roughly, and in the end. */
const ROUGHLY = 0.07;
const NEARLY = 0.02;
const TURN = 0.5;
const SIZE = 0.6;
const APART = 0.02;
/** Below this, places lie along one line. */
const LINE = 1e-7;
/** How much larger a sheet is seen once than another time; a mirrored one never is. */
const AREA = { least: 0.08, most: 12 };

interface Match {
  readonly a: Mark;
  readonly b: Mark;
}

/** How many places of one picture are found again in the other, lying as one flat sheet would show them. */
export function placesInCommon(a: readonly Mark[], b: readonly Mark[]): number {
  const matches = matchesOf(a, b);
  let most = 0;
  for (const seed of matches) {
    most = Math.max(most, agreeing(matches, seed));
    if (most >= SURE_PLACES) break;
  }
  return most;
}

function matchesOf(marks: readonly Mark[], others: readonly Mark[]): Match[] {
  const bits = new Uint16Array(others.length);
  return marks.flatMap((a) => {
    let [nearest, best] = [SAME_BITS + 1, -1];
    for (let at = 0; at < bits.length; at++) {
      bits[at] = bitsBetween(a.code, others[at]!.code);
      if (bits[at]! < nearest) [nearest, best] = [bits[at]!, at];
    }
    const b = others[best];
    if (!b) return [];
    let next = Infinity;
    for (let at = 0; at < bits.length; at++)
      if (bits[at]! < next && Math.abs(others[at]!.x - b.x) + Math.abs(others[at]!.y - b.y) > ELSEWHERE)
        next = bits[at]!;
    return nearest <= NEARER * next ? [{ a, b }] : [];
  });
}

/** Of all matches, those that the seed's turn, size and place bring near, then those on one plane with them. */
function agreeing(matches: readonly Match[], seed: Match): number {
  const turn = seed.b.turn - seed.a.turn;
  const size = seed.b.size / seed.a.size;
  const [cos, sin] = [size * Math.cos(turn), size * Math.sin(turn)];
  let agreed = matches.filter(({ a, b }) => {
    const [dx, dy] = [a.x - seed.a.x, a.y - seed.a.y];
    const offX = seed.b.x + cos * dx - sin * dy - b.x;
    const offY = seed.b.y + sin * dx + cos * dy - b.y;
    const far = ROUGHLY + 0.25 * size * Math.sqrt(dx * dx + dy * dy);
    if (offX * offX + offY * offY > far * far) return false;
    const turned = b.turn - a.turn - turn;
    if (Math.abs(Math.atan2(Math.sin(turned), Math.cos(turned))) > TURN) return false;
    return Math.abs(Math.log(b.size / a.size / size)) <= SIZE;
  });
  for (const within of [2.5 * NEARLY, 1.6 * NEARLY, NEARLY, NEARLY]) {
    const plane = planeThrough(agreed);
    if (!plane) return 0;
    agreed = agreed.filter((it) => offPlane(it, plane) <= within);
  }
  return distinct(agreed);
}

type Plane = readonly [number, number, number, number, number, number];

/** The affine map by least squares; undefined for too few places, or where they lie on one line. */
function planeThrough(matches: readonly Match[]): Plane | undefined {
  const count = matches.length;
  if (count < 4) return undefined;
  let [mx, my, mu, mv] = [0, 0, 0, 0];
  for (const { a, b } of matches) {
    mx += a.x / count;
    my += a.y / count;
    mu += b.x / count;
    mv += b.y / count;
  }
  let [xx, xy, yy, xu, yu, xv, yv] = [0, 0, 0, 0, 0, 0, 0];
  for (const { a, b } of matches) {
    const [x, y, u, v] = [a.x - mx, a.y - my, b.x - mu, b.y - mv];
    xx += x * x;
    xy += x * y;
    yy += y * y;
    xu += x * u;
    yu += y * u;
    xv += x * v;
    yv += y * v;
  }
  const across = xx * yy - xy * xy;
  if (across < LINE * count * count) return undefined;
  const [p, q] = [(xu * yy - yu * xy) / across, (yu * xx - xu * xy) / across];
  const [r, s] = [(xv * yy - yv * xy) / across, (yv * xx - xv * xy) / across];
  const area = p * s - q * r;
  if (area < AREA.least || area > AREA.most) return undefined;
  return [p, q, mu - p * mx - q * my, r, s, mv - r * mx - s * my];
}

function offPlane({ a, b }: Match, [p, q, u, r, s, v]: Plane): number {
  const [x, y] = [p * a.x + q * a.y + u - b.x, r * a.x + s * a.y + v - b.y];
  return Math.sqrt(x * x + y * y);
}

/** Different places: what several sizes show at one place counts once. */
function distinct(matches: readonly Match[]): number {
  const kept: Match[] = [];
  for (const it of matches)
    if (!kept.some((other) => near(it.a, other.a) || near(it.b, other.b))) kept.push(it);
  return kept.length;
}

const near = (one: Mark, other: Mark) => (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < APART ** 2;
