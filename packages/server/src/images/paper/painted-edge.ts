import type { Pixels } from "../pixels.ts";
import { distance, meeting, type Point, type Quad, type Side, sidesOf } from "./geometry.ts";
import { quantile } from "./edge-lines.ts";
import { brightnessOf, type Field } from "./paper-field.ts";
import { along, straightThrough } from "./walk.ts";

/** Brightness in ratios and two differences of colour, each about 0–255. */
export type Colours = readonly [Field, Field, Field];

/** What differs by so much lies on two things. */
const STEP_LEAST = 11;
/** How much of an edge is looked at together, so that a rough table's grain averages out; in pixels. */
const WINDOW = 12;
const ASIDE = 4;
/** Of the page's extent across a side: an edge that goes on farther than that has not ended at its corner. */
const GOES_ON = 0.055;
const FARTHEST = 0.42;
const SAMPLES = 48;
const SEARCH = 10;
/** Two ends of one edge are about as far away. */
const ALIKE = 0.4;
/** A strip of paint is of one colour, more or less; a chequered cloth is not. */
const ONE_COLOUR = 22;
const ONE_COLOUR_SHARE = 0.62;

export function coloursOf({ data, width, height }: Pixels): Colours {
  const fields = [0, 1, 2].map(() => new Float32Array(width * height));
  const [light, red, blue] = fields as [Float32Array, Float32Array, Float32Array];
  for (let at = 0, from = 0; at < light.length; at++, from += 3) {
    const [r, g, b] = [data[from]!, data[from + 1]!, data[from + 2]!];
    const luma = (r * 77 + g * 150 + b * 29) >> 8;
    light[at] = brightnessOf(luma);
    red[at] = (200 * (r - g)) / (luma + 40);
    blue[at] = (150 * (b - (r + g) / 2)) / (luma + 40);
  }
  return [
    { data: light, width, height },
    { data: red, width, height },
    { data: blue, width, height },
  ];
}

/**
 * A drawing may be painted up to the page's edge, and what was taken for the edge may be where the paint begins. Where
 * the neighbouring edges go on beyond a side, the side is moved to where both of them end.
 *
 * @returns undefined when a side must be elsewhere but no edge is seen there
 */
export function withPaintedEdges(colours: Colours, quad: Quad): Quad | undefined {
  let page = quad;
  for (let side = 0; side < 4; side++) {
    const moved = movedOutward(colours, page, side);
    if (!moved) return undefined;
    page = moved;
  }
  return page;
}

function movedOutward(colours: Colours, quad: Quad, at: number): Quad | undefined {
  const sides = sidesOf(quad);
  const [from, to] = sides[at]!;
  const before = sides[(at + 3) % 4]!;
  const after = sides[(at + 1) % 4]!;
  const extent = (distance(...before) + distance(...after)) / 2;
  const farther = [
    goesOn(colours, [before[0], from], 0.6 * extent),
    goesOn(colours, [after[1], to], 0.6 * extent),
  ];
  const [near, far] = [Math.min(...farther), Math.max(...farther)];
  if (near < Math.max(8, GOES_ON * extent) || near < ALIKE * far) return quad;
  if (!isOneColour(colours, [from, to], near)) return quad;
  if (near > FARTHEST * extent) return undefined;
  const ends: Side = [onward([before[0], from], farther[0]!), onward([after[1], to], farther[1]!)];
  const edge = edgeOfAnyKind(colours, ends);
  const [start, end] = [edge && meeting(edge, before), edge && meeting(edge, after)];
  if (!start || !end) return undefined;
  const corners = [...quad];
  corners[at] = start;
  corners[(at + 1) % 4] = end;
  const [a, b, c, d] = corners;
  return [a!, b!, c!, d!];
}

function onward([from, to]: Side, by: number): Point {
  const length = distance(from, to);
  return { x: to.x + ((to.x - from.x) * by) / length, y: to.y + ((to.y - from.y) * by) / length };
}

/** How far an edge goes on beyond its end, in pixels. */
function goesOn(colours: Colours, side: Side, most: number): number {
  const walk = along(side);
  let reached = 0;
  for (let beyond = 3; beyond + WINDOW < most; beyond += 4) {
    const step = Math.max(
      ...[-2, 0, 2].map((shift) => stepAcross(colours, walk, walk.length + beyond, shift, WINDOW)),
    );
    if (step < STEP_LEAST) break;
    reached = beyond + WINDOW / 2;
  }
  return reached;
}

/** Whether the strip outside of a side has one colour along its middle, in light and in shadow. */
function isOneColour([, red, blue]: Colours, side: Side, width: number): boolean {
  const { length, levelIn } = along(side);
  const colours = Array.from({ length: 3 * SAMPLES }, (_, at) => {
    const t = (length * ((at % SAMPLES) + 0.5)) / SAMPLES;
    const depth = -width * (0.25 + 0.25 * Math.floor(at / SAMPLES));
    return { red: levelIn(red, t, depth) ?? 0, blue: levelIn(blue, t, depth) ?? 0 };
  });
  const usual = {
    red: quantile(
      colours.map((it) => it.red),
      0.5,
    ),
    blue: quantile(
      colours.map((it) => it.blue),
      0.5,
    ),
  };
  const alike = colours.filter((it) => Math.hypot(it.red - usual.red, it.blue - usual.blue) < ONE_COLOUR);
  return alike.length > ONE_COLOUR_SHARE * colours.length;
}

/** How much the colour differs across a line, on average over a stretch of it. */
function stepAcross(
  colours: Colours,
  { levelIn }: ReturnType<typeof along>,
  t: number,
  depth: number,
  stretch: number,
): number {
  let sum = 0;
  for (const field of colours) {
    let [difference, count] = [0, 0];
    for (let on = 0; on < stretch; on += 2)
      for (const aside of [ASIDE - 1, ASIDE]) {
        const [inside, outside] = [
          levelIn(field, t + on, depth + aside),
          levelIn(field, t + on, depth - aside),
        ];
        if (inside === undefined || outside === undefined) continue;
        difference += inside - outside;
        count += 1;
      }
    if (count === 0) return 0;
    sum += (difference / count) ** 2;
  }
  return Math.sqrt(sum);
}

/** A straight line along the strongest changes of colour near a side. */
function edgeOfAnyKind(colours: Colours, side: Side): Side | undefined {
  const walk = along(side);
  const found: Point[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const t = walk.length * (0.05 + (0.9 * sample) / (SAMPLES - 1));
    let [largest, place] = [STEP_LEAST, Number.NaN];
    for (let depth = -SEARCH; depth <= SEARCH; depth++) {
      const step = stepAcross(colours, walk, t - 3, depth, 6);
      if (step > largest) [largest, place] = [step, depth];
    }
    if (!Number.isNaN(place)) found.push({ x: t, y: place });
  }
  const line = straightThrough(found, 0.6 * SAMPLES);
  return line && [walk.point(0, line.at), walk.point(walk.length, line.at + line.slope * walk.length)];
}
