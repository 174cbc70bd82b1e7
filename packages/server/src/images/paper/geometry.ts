export interface Point {
  readonly x: number;
  readonly y: number;
}
/** Upper left, upper right, lower right, lower left. */
export type Quad = readonly [Point, Point, Point, Point];
export type Side = readonly [Point, Point];

export const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

/** Top, right, bottom, left: each clockwise, so that the inside lies to the right of its direction. */
export const sidesOf = ([a, b, c, d]: Quad): readonly [Side, Side, Side, Side] => [
  [a, b],
  [b, c],
  [c, d],
  [d, a],
];

export function areaOf(polygon: readonly Point[]): number {
  let sum = 0;
  for (const [at, a] of polygon.entries()) {
    const b = polygon[(at + 1) % polygon.length]!;
    sum += a.x * b.y - b.x * a.y;
  }
  return Math.abs(sum) / 2;
}

/** Where the line through a and b meets that through c and d; undefined for parallels. */
export function meeting([a, b]: Side, [c, d]: Side): Point | undefined {
  const across = (a.x - b.x) * (c.y - d.y) - (a.y - b.y) * (c.x - d.x);
  if (Math.abs(across) < 1e-9) return undefined;
  const one = a.x * b.y - a.y * b.x;
  const other = c.x * d.y - c.y * d.x;
  return {
    x: (one * (c.x - d.x) - (a.x - b.x) * other) / across,
    y: (one * (c.y - d.y) - (a.y - b.y) * other) / across,
  };
}

/** The same corners, clockwise as seen, from the one nearest to the upper left. */
export function inOrder(corners: Quad): Quad {
  const middle = {
    x: corners.reduce((sum, { x }) => sum + x, 0) / 4,
    y: corners.reduce((sum, { y }) => sum + y, 0) / 4,
  };
  const angle = ({ x, y }: Point) => Math.atan2(y - middle.y, x - middle.x);
  const round = corners.toSorted((a, b) => angle(a) - angle(b));
  const first = round.indexOf(round.reduce((least, it) => (it.x + it.y < least.x + least.y ? it : least)));
  const [a, b, c, d] = [...round.slice(first), ...round.slice(0, first)];
  return [a!, b!, c!, d!];
}

/** Degrees between the sides at each corner. */
export const anglesOf = (quad: Quad): number[] =>
  quad.map((corner, at) => {
    const [before, after] = [quad[(at + 3) % 4]!, quad[(at + 1) % 4]!];
    const a = Math.atan2(before.y - corner.y, before.x - corner.x);
    const b = Math.atan2(after.y - corner.y, after.x - corner.x);
    const between = Math.abs(a - b) * (180 / Math.PI);
    return between > 180 ? 360 - between : between;
  });
