import { fittedInside, fromPixels, type Pixels, toPixels } from "../pixels.ts";

const SAMPLE_SIDE = 360;
/** Cells of the light's map, each way. */
const CELLS = 20;
/** Of a cell's pixels the level that paper has: lines are darker. */
const PAPER_SHARE = 0.8;
/** A cell so much darker than the page's paper is drawn over, or in deepest shadow: its neighbours tell. */
const DRAWN_OVER = 0.55;
const COLOURFUL = 0.28;
/** White of a page in even light. */
const TARGET = 238;
/** How much of the unevenness goes: all of it would take the hand's pressure along. */
const STRENGTH = 0.85;
const GAIN = { least: 0.92, most: 1.7 };
/** Of paper's brightness: more colour than this is the paper's own, and stays. */
const OWN_COLOUR = 0.3;

type Light = readonly [r: number, g: number, b: number];

/** Evens a page's light and takes a grey or warm cast away, gently. Coloured paper keeps its colour. */
export async function evenLight(page: Pixels): Promise<Pixels> {
  const map = smoothed(filled(await lightOf(page)));
  return applied(page, gainsOf(map));
}

/** The paper's colour, cell by cell; undefined where no paper is seen. */
async function lightOf(page: Pixels): Promise<(Light | undefined)[]> {
  const { data, width, height } = await toPixels(fittedInside(fromPixels(page), SAMPLE_SIDE));
  const cells = Array.from({ length: CELLS * CELLS }, (_, cell) => {
    const [row, column] = [Math.floor(cell / CELLS), cell % CELLS];
    const pixels: Light[] = [];
    for (let y = Math.floor((row * height) / CELLS); y < ((row + 1) * height) / CELLS && y < height; y++)
      for (
        let x = Math.floor((column * width) / CELLS);
        x < ((column + 1) * width) / CELLS && x < width;
        x++
      ) {
        const at = (y * width + x) * 3;
        pixels.push([data[at]!, data[at + 1]!, data[at + 2]!]);
      }
    const sorted = pixels.toSorted((a, b) => brightness(a) - brightness(b));
    return sorted[Math.floor(PAPER_SHARE * (sorted.length - 1))] ?? ([TARGET, TARGET, TARGET] as const);
  });
  const levels = cells.map(brightness).toSorted((a, b) => a - b);
  const usual = levels[Math.floor(levels.length * 0.7)] ?? TARGET;
  const own = colourOf(
    cells.toSorted((a, b) => brightness(a) - brightness(b))[Math.floor(cells.length * 0.7)]!,
  );
  return cells.map((light) =>
    brightness(light) < DRAWN_OVER * usual || colourOf(light) > own + COLOURFUL ? undefined : light,
  );
}

const brightness = ([r, g, b]: Light) => (r * 77 + g * 150 + b * 29) / 256;
const colourOf = (light: Light) => (Math.max(...light) - Math.min(...light)) / Math.max(1, ...light);

/** Cells without paper take the mean of those around, from the nearest on. */
function filled(cells: readonly (Light | undefined)[]): Light[] {
  let known = [...cells];
  if (known.every((light) => light === undefined)) known = known.map(() => [TARGET, TARGET, TARGET]);
  while (known.includes(undefined)) known = known.map((light, at) => light ?? mean(around(known, at)));
  return known.flatMap((light) => (light ? [light] : []));
}

function smoothed(cells: readonly Light[]): Light[] {
  let smooth = [...cells];
  for (let pass = 0; pass < 2; pass++) smooth = smooth.map((light, at) => mean(around(smooth, at)) ?? light);
  return smooth;
}

function around<Value>(cells: readonly Value[], at: number): Value[] {
  const [row, column] = [Math.floor(at / CELLS), at % CELLS];
  const near: Value[] = [];
  for (let y = Math.max(0, row - 1); y <= Math.min(CELLS - 1, row + 1); y++)
    for (let x = Math.max(0, column - 1); x <= Math.min(CELLS - 1, column + 1); x++)
      near.push(cells[y * CELLS + x]!);
  return near;
}

function mean(lights: readonly (Light | undefined)[]): Light | undefined {
  const known = lights.filter((light) => light !== undefined);
  if (known.length === 0) return undefined;
  const part = (at: 0 | 1 | 2) => known.reduce((sum, light) => sum + light[at], 0) / known.length;
  return [part(0), part(1), part(2)];
}

function gainsOf(map: readonly Light[]): Light[] {
  const paper = mean(map) ?? [TARGET, TARGET, TARGET];
  const keepsColour = colourOf(paper) > OWN_COLOUR;
  return map.map((light) => {
    const gain = (level: number) =>
      Math.min(GAIN.most, Math.max(GAIN.least, (TARGET / Math.max(1, level)) ** STRENGTH));
    const whole = gain(Math.max(brightness(light), ...(keepsColour ? light : [])));
    return keepsColour ? [whole, whole, whole] : [gain(light[0]), gain(light[1]), gain(light[2])];
  });
}

/** Every pixel by the gain at its place, between the cells' middles. */
function applied({ data, width, height }: Pixels, gains: readonly Light[]): Pixels {
  const evened = Buffer.allocUnsafe(data.length);
  const flat = Float32Array.from(gains.flat());
  const place = (at: number, size: number) =>
    Math.min(Math.max(((at + 0.5) / size) * CELLS - 0.5, 0), CELLS - 1.001);
  const columns = Float32Array.from({ length: width }, (_, x) => place(x, width));
  const row = new Float32Array(CELLS * 3);
  let at = 0;
  for (let y = 0; y < height; y++) {
    const v = place(y, height);
    const upper = Math.floor(v) * CELLS * 3;
    for (let i = 0; i < row.length; i++)
      row[i] = flat[upper + i]! * (1 - (v % 1)) + flat[upper + CELLS * 3 + i]! * (v % 1);
    for (let x = 0; x < width; x++) {
      const u = columns[x]!;
      const left = u | 0;
      const share = u - left;
      for (let part = 0; part < 3; part++, at++) {
        const from = left * 3 + part;
        const level = data[at]! * (row[from]! * (1 - share) + row[from + 3]! * share) + 0.5;
        evened[at] = level > 255 ? 255 : level;
      }
    }
  }
  return { data: evened, width, height };
}
