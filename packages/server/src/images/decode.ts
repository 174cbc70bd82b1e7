import { readFile } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { readHeicHeader } from "./heic-header.ts";
import { inSrgb, smallInSrgb } from "./colour-profile.ts";
import { PictureRefused } from "./picture-refused.ts";
import { asItIs, fittedInside, fromPixels, type Pixels, toPixels, type Turn, turnFor } from "./pixels.ts";
import { LARGEST_LONG_SIDE, type PictureType, type Size } from "./rules.ts";

export interface Decoded {
  /** Of the file, upright. */
  readonly size: Size;
  /** Upright, at most as large as the largest variant. */
  readonly pixels: Pixels;
}

/** Decodes a file once, to the largest size that is needed. */
export async function decode(file: string, type: PictureType, maxPixels: number): Promise<Decoded> {
  return type === "image/heic" ? decodeHeic(file, maxPixels) : decodeBySharp(file, maxPixels);
}

async function decodeBySharp(file: string, maxPixels: number): Promise<Decoded> {
  const header = await damagedUnless(sharp(file, { limitInputPixels: false }).metadata());
  refuseAbove(maxPixels, header);
  const hasProfile = header.space === "srgb" && header.depth === "uchar" && header.icc !== undefined;
  const whole = sharp(file, { failOn: "truncated", limitInputPixels: maxPixels, ignoreIcc: hasProfile });
  const small = fittedInside(whole, LARGEST_LONG_SIDE);
  // Turned after it is made small: turning first would hold the whole picture in memory.
  const turn = turnFor(header.orientation);
  const pixels = await damagedUnless(hasProfile ? smallInSrgb(small, turn) : turnedPixels(small, turn));
  return { size: header.autoOrient, pixels };
}

async function turnedPixels(small: Sharp, turn: Turn): Promise<Pixels> {
  const lying = await toPixels(small);
  return turn === asItIs ? lying : toPixels(turn(fromPixels(lying)));
}

async function decodeHeic(file: string, maxPixels: number): Promise<Decoded> {
  const bytes = await readFile(file);
  const header = readHeicHeader(bytes);
  if (!header.isHeic) throw new PictureRefused("not_a_picture");
  if (header.sizes.length === 0) throw new PictureRefused("damaged");
  for (const size of header.sizes) refuseAbove(maxPixels, size);
  // Two megabytes of WebAssembly that most files don't need.
  const { default: heicDecode } = await import("heic-decode");
  // The decoder turns the picture itself, by the container's own properties; EXIF doesn't count here.
  const { data, width, height } = await damagedUnless(heicDecode({ buffer: bytes }));
  refuseAbove(maxPixels, { width, height });
  const raw = sharp(data, { limitInputPixels: maxPixels, raw: { width, height, channels: 4 } });
  const pixels = await toPixels(fittedInside(raw, LARGEST_LONG_SIDE));
  return { size: { width, height }, pixels: await inSrgb(pixels, header.colourProfile) };
}

function refuseAbove(maxPixels: number, { width, height }: Size): void {
  if (width * height > maxPixels) throw new PictureRefused("too_many_pixels");
}

/** Decoders only fail on the file: whatever they say, it can't be read. */
async function damagedUnless<Result>(reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch (cause) {
    throw new PictureRefused("damaged", { cause });
  }
}
