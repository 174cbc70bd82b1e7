import sharp from "sharp";
import type { Pixels } from "../pixels.ts";
import { toPixels } from "../pixels.ts";
import type { Point, Quad } from "./geometry.ts";
import { fromSquare } from "./straighten.ts";

/** Numbers from 0 to 1, the same ones for the same seed. */
export function chanceOf(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let it = Math.imul(state ^ (state >>> 15), state | 1);
    it ^= it + Math.imul(it ^ (it >>> 7), it | 61);
    return ((it ^ (it >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Rgb = readonly [number, number, number];
const between = (chance: () => number, least: number, most: number) => least + chance() * (most - least);
const oneOf = <Item>(chance: () => number, items: readonly Item[]): Item =>
  items[Math.floor(chance() * items.length)]!;

const INKS = ["#222", "#2b5fb8", "#c0392b", "#2e8b57", "#8e44ad", "#d98c1f", "#7a4a21", "#e7c416", "#e58fb0"];
const PAPERS = ["#fbfaf6", "#f4f2ec", "#f1ead8", "#f7f7fa", "#ece6da"];

/** A child's drawing on a sheet. */
export async function aDrawing(seed: number): Promise<Pixels> {
  const chance = chanceOf(seed);
  const isWide = chance() < 0.5;
  const [width, height] = isWide ? [848, 600] : [600, 848];
  const ink = () => oneOf(chance, INKS);
  const at = (size: number) => Math.round(between(chance, 0.08, 0.92) * size);
  const parts: string[] = [];
  const ruling = chance();
  if (ruling < 0.25)
    for (let y = 40; y < height; y += 24)
      parts.push(`<path d="M0 ${y}H${width}" stroke="#9db4d6" stroke-width="1.2"/>`);
  else if (ruling < 0.4)
    for (let s = 20; s < width + height; s += 20)
      parts.push(
        `<path d="M0 ${s}H${width}M${s} 0V${height}" stroke="#b5c3dc" stroke-width="1" fill="none"/>`,
      );
  if (chance() < 0.3)
    parts.push(
      `<rect width="${width}" height="${Math.round(height * between(chance, 0.15, 0.35))}" fill="#9cc9ec" opacity=".8"/>`,
    );
  if (chance() < 0.35)
    parts.push(`<rect y="${Math.round(height * 0.8)}" width="${width}" height="${height}" fill="#6fae53"/>`);
  for (let house = chance() < 0.6 ? 1 : 0; house > 0; house--) {
    const [x, y, w] = [at(width) * 0.6, at(height) * 0.5 + height * 0.2, between(chance, 120, 260)];
    parts.push(
      `<path d="M${x} ${y}h${w}v${w}h${-w}zM${x} ${y}l${w / 2} ${-w / 2}l${w / 2} ${w / 2}" fill="${chance() < 0.5 ? ink() : "none"}" stroke="${ink()}" stroke-width="7"/>`,
    );
  }
  for (let shape = 0; shape < 9; shape++) {
    const [x, y, r] = [at(width), at(height), between(chance, 15, 90)];
    const kind = chance();
    if (kind < 0.35)
      parts.push(
        `<circle cx="${x}" cy="${y}" r="${r}" fill="${chance() < 0.6 ? ink() : "none"}" stroke="${ink()}" stroke-width="5"/>`,
      );
    else if (kind < 0.8) {
      let path = `M${x} ${y}`;
      for (let bend = 0; bend < 14; bend++)
        path += `q${between(chance, -r, r)} ${between(chance, -r, r)} ${between(chance, -r, r)} ${between(chance, -r, r)}`;
      parts.push(`<path d="${path}" fill="none" stroke="${ink()}" stroke-width="${between(chance, 3, 9)}"/>`);
    } else parts.push(`<path d="M${x} ${y}l${r} ${r * 2}h${-2 * r}z" fill="${ink()}"/>`);
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${oneOf(chance, PAPERS)}"/>${parts.join("")}</svg>`;
  return toPixels(sharp(Buffer.from(svg)));
}

type Ground = (x: number, y: number) => Rgb;

function noiseOf(chance: () => number): (x: number, y: number) => number {
  const table = Float32Array.from({ length: 4096 }, chance);
  const cell = (x: number, y: number) => table[(Math.imul(x, 73_856_093) ^ Math.imul(y, 19_349_663)) & 4095]!;
  return (x, y) => {
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [x - i, y - j];
    const upper = cell(i, j) * (1 - u) + cell(i + 1, j) * u;
    return upper * (1 - v) + (cell(i, j + 1) * (1 - u) + cell(i + 1, j + 1) * u) * v;
  };
}

const GROUNDS: readonly ((chance: () => number) => Ground)[] = [
  function wood(chance) {
    const noise = noiseOf(chance);
    const base = oneOf<Rgb>(chance, [
      [150, 104, 62],
      [96, 62, 40],
      [188, 146, 98],
      [120, 90, 70],
    ]);
    const plank = between(chance, 90, 220);
    return (x, y) => {
      const grain = 0.8 + 0.3 * noise(x / 90, y / 5) + 0.12 * noise(x / 30, y / 2);
      const seam = y % plank < 2.5 ? 0.55 : 1;
      return scaled(base, grain * seam);
    };
  },
  function cloth(chance) {
    const [one, other] = [
      oneOf<Rgb>(chance, [
        [170, 50, 55],
        [50, 80, 140],
        [70, 110, 80],
      ]),
      oneOf<Rgb>(chance, [
        [214, 206, 196],
        [120, 40, 50],
        [190, 180, 120],
      ]),
    ];
    const check = between(chance, 25, 70);
    return (x, y) => ((Math.floor(x / check) + Math.floor(y / check)) % 2 ? one : other);
  },
  function plain(chance) {
    const noise = noiseOf(chance);
    const base = oneOf<Rgb>(chance, [
      [60, 62, 66],
      [130, 130, 128],
      [84, 98, 74],
      [40, 70, 110],
      [196, 186, 170],
      [150, 60, 70],
    ]);
    return (x, y) => scaled(base, 0.93 + 0.14 * noise(x / 60, y / 60));
  },
  function carpet(chance) {
    const noise = noiseOf(chance);
    const base = oneOf<Rgb>(chance, [
      [120, 104, 90],
      [90, 60, 60],
      [80, 92, 110],
    ]);
    return (x, y) => scaled(base, 0.6 + 0.5 * noise(x / 3, y / 3) + 0.25 * noise(x / 25, y / 25));
  },
  function stone(chance) {
    const noise = noiseOf(chance);
    const base = oneOf<Rgb>(chance, [
      [168, 164, 160],
      [104, 104, 110],
      [186, 176, 160],
    ]);
    return (x, y) => scaled(base, 0.78 + 0.3 * noise(x / 40, y / 40) + 0.15 * noise(x / 7, y / 7));
  },
  function tiles(chance) {
    const side = between(chance, 120, 260);
    const base = oneOf<Rgb>(chance, [
      [150, 170, 160],
      [176, 160, 140],
      [90, 110, 120],
    ]);
    return (x, y) => (x % side < 5 || y % side < 5 ? scaled(base, 0.6) : base);
  },
];

const scaled = ([r, g, b]: Rgb, by: number): Rgb => [r * by, g * by, b * by];

export interface Photograph {
  readonly pixels: Pixels;
  /** Where the page's corners are; they may lie outside. */
  readonly quad: Quad;
}

export interface Taken {
  /** `whole` on its background; `near`: so near that the page fills the picture; `cut`: some of it outside. */
  readonly framing: "whole" | "near" | "cut";
  readonly longSide?: number;
}

/** A phone's photograph of a sheet: seen slanted, in uneven light, on one of many grounds. */
export function photographOf(sheet: Pixels, seed: number, { framing, longSide = 900 }: Taken): Photograph {
  const chance = chanceOf(seed * 31 + 7);
  const isUpright = sheet.height > sheet.width ? chance() < 0.8 : chance() < 0.2;
  const [width, height] = isUpright ? [longSide * 0.75, longSide] : [longSide, longSide * 0.75];
  const quad = quadFor(chance, sheet, { width, height }, framing);
  const ground = oneOf(chance, GROUNDS)(chance);
  const light = lightOver(chance, width, height);
  const [a, b, c, d, e, f, g, h] = inverted(fromSquare(quad));
  const shade = { x: between(chance, -10, 10), y: between(chance, -10, 10), by: between(chance, 0.55, 0.85) };
  const turn = between(chance, -0.6, 0.6);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const unit = 900 / longSide;
  const data = Buffer.allocUnsafe(width * height * 3);
  const curl = between(chance, 0, 0.006);
  const place = (x: number, y: number) => {
    const depth = g * x + h * y + 1;
    const [u, v] = [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth];
    return { u: u + curl * Math.sin(v * 3), v: v + curl * Math.sin(u * 4) };
  };
  const isOn = ({ u, v }: { u: number; v: number }) => u >= 0 && v >= 0 && u < 1 && v < 1;
  let to = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const on = place(x, y);
      let colour: Rgb;
      if (isOn(on)) colour = sampled(sheet, on.u, on.v);
      else {
        const [gx, gy] = [(x * cos - y * sin) * unit + 5000, (x * sin + y * cos) * unit + 5000];
        colour = ground(gx, gy);
        if (isOn(place(x - shade.x / unit, y - shade.y / unit))) colour = scaled(colour, shade.by);
      }
      const lit = light(x, y);
      const grain = (chance() + chance() - 1) * 7;
      for (let part = 0; part < 3; part++)
        data[to++] = Math.max(0, Math.min(255, colour[part]! * lit[part]! + grain));
    }
  return { pixels: { data, width, height }, quad };
}

function sampled({ data, width, height }: Pixels, u: number, v: number): Rgb {
  const at =
    (Math.min(height - 1, Math.floor(v * height)) * width + Math.min(width - 1, Math.floor(u * width))) * 3;
  return [data[at]!, data[at + 1]!, data[at + 2]!];
}

function quadFor(
  chance: () => number,
  sheet: { readonly width: number; readonly height: number },
  { width, height }: { readonly width: number; readonly height: number },
  framing: Taken["framing"],
): Quad {
  const share =
    framing === "whole"
      ? between(chance, 0.62, 0.86)
      : framing === "near"
        ? between(chance, 1.25, 1.6)
        : 0.95;
  const fit = share * Math.min(width / sheet.width, height / sheet.height);
  const turn = between(chance, -0.16, 0.16);
  const tilt = { x: between(chance, -0.22, 0.22), y: between(chance, -0.22, 0.22) };
  const away =
    framing === "cut"
      ? { x: width * oneOf(chance, [-0.3, 0.3]), y: height * between(chance, -0.2, 0.2) }
      : { x: 0, y: 0 };
  const corner = (sx: number, sy: number): Point => {
    const [x, y] = [(sx * sheet.width * fit) / 2, (sy * sheet.height * fit) / 2];
    const depth = 1 + tilt.x * sx * 0.5 + tilt.y * sy * 0.5;
    const [rx, ry] = [
      (x * Math.cos(turn) - y * Math.sin(turn)) / depth,
      (x * Math.sin(turn) + y * Math.cos(turn)) / depth,
    ];
    return { x: width / 2 + rx + away.x, y: height / 2 + ry + away.y };
  };
  const corners = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
  if (framing !== "whole") return corners as unknown as Quad;
  const [left, right] = [Math.min(...corners.map(({ x }) => x)), Math.max(...corners.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...corners.map(({ y }) => y)), Math.max(...corners.map(({ y }) => y))];
  const shrink = Math.min(1, (0.95 * width) / (right - left), (0.95 * height) / (bottom - top));
  const [freeX, freeY] = [width - (right - left) * shrink, height - (bottom - top) * shrink];
  const [dx, dy] = [between(chance, 0.25, 0.75) * freeX, between(chance, 0.25, 0.75) * freeY];
  const [p, q, r, s] = corners.map(({ x, y }) => ({
    x: (x - left) * shrink + dx,
    y: (y - top) * shrink + dy,
  }));
  return [p!, q!, r!, s!];
}

/** A lamp to one side, a warm or cold cast, and often the shadow of the one who holds the phone. */
function lightOver(chance: () => number, width: number, height: number): (x: number, y: number) => Rgb {
  const cast = oneOf<Rgb>(chance, [
    [1, 0.99, 0.97],
    [1, 0.93, 0.8],
    [0.9, 0.95, 1],
    [0.98, 0.98, 0.98],
    [1, 0.9, 0.74],
  ]);
  const [fromX, fromY, fall] = [chance() * width, chance() * height, between(chance, 0.1, 0.45)];
  const strength = between(chance, 0.75, 1);
  const angle = chance() * 2 * Math.PI;
  const shadow = {
    depth: chance() < 0.55 ? between(chance, 0.2, 0.45) : 0,
    soft: between(chance, 6, 60),
    at: between(chance, -0.3, 0.3) * width,
  };
  const far = Math.hypot(width, height);
  return (x, y) => {
    const lamp = 1 - (fall * Math.hypot(x - fromX, y - fromY)) / far;
    const across = (x - width / 2) * Math.cos(angle) + (y - height / 2) * Math.sin(angle) - shadow.at;
    const shaded = 1 - shadow.depth / (1 + Math.exp((-across / shadow.soft) * 3));
    return scaled(cast, lamp * shaded * strength);
  };
}

/** The map back. */
function inverted([a, b, c, d, e, f, g, h]: ReturnType<typeof fromSquare>) {
  const whole = [
    e - f * h,
    c * h - b,
    b * f - c * e,
    f * g - d,
    a - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
  const [p, q, r, s, t, u, v, w] = whole.map((it) => it / whole[8]!);
  return [p!, q!, r!, s!, t!, u!, v!, w!] as const;
}
