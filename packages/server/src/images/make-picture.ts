import { stat } from "node:fs/promises";
import { type PictureHint, SAMPLE_SIDE } from "@veche/protocol/picture-look";
import { rgbaToThumbHash } from "thumbhash";
import { decode } from "./decode.ts";
import { hintsOn } from "./hints.ts";
import { perceptualHash } from "./perceptual-hash.ts";
import { PictureRefused } from "./picture-refused.ts";
import { fittedInside, fromPixels, type Pixels, toPixels } from "./pixels.ts";
import { realType } from "./real-type.ts";
import { readTraces } from "./traces.ts";
import { type PictureType, type Size, variantLongSides, variantPath, WEBP } from "./rules.ts";

/** ThumbHash takes no more. */
const PLACEHOLDER_LONG_SIDE = 100;

export interface PictureJob {
  /** Absolute path of the uploaded file. */
  readonly file: string;
  /** Absolute path without an ending; variants are written beside it (`variantPath`). */
  readonly stem: string;
  readonly maxPixels: number;
}

export interface Variant extends Size {
  readonly type: "image/webp";
  /** Absolute path of a temporary file. */
  readonly path: string;
}

export interface ProcessedImage extends Size {
  /** What the uploaded bytes really are. */
  readonly type: PictureType;
  /** ThumbHash, base64. */
  readonly placeholder: string;
  /** 64 bits as 16 hexadecimal digits; near pictures are few bits apart (`hammingDistance`). */
  readonly perceptualHash: string;
  /** `#rrggbb` */
  readonly dominantColour: string;
  /** What may be amiss, as far as the file itself tells. */
  readonly hints: readonly PictureHint[];
  /** The uploaded file, untouched, where it was. */
  readonly original: string;
  /** Smallest first; at least one. */
  readonly variants: readonly Variant[];
}

/**
 * Looks into an uploaded file and makes the upright pictures without metadata. Runs in the image process.
 *
 * @throws PictureRefused when the file is at fault
 */
export async function makePicture({ file, stem, maxPixels }: PictureJob): Promise<ProcessedImage> {
  await stat(file);
  const type = await realType(file);
  if (!type) throw new PictureRefused("not_a_picture");
  const { size, pixels } = await decode(file, type, maxPixels);

  const variants: Variant[] = [];
  let smallest = pixels;
  let sample: Pixels | undefined;
  for (const [place, longSide] of variantLongSides(size).entries()) {
    smallest = await scaled(smallest, longSide);
    if (place <= 1) sample = smallest;
    variants.unshift(await writeVariant(smallest, variantPath(stem, place)));
  }
  return {
    type,
    width: size.width,
    height: size.height,
    original: file,
    variants,
    hints: hintsOn({
      size,
      type,
      pixels,
      sample: await scaled(sample ?? smallest, SAMPLE_SIDE),
      traces: await readTraces(file, type),
    }),
    perceptualHash: await perceptualHash(smallest),
    ...(await placeholder(await scaled(smallest, PLACEHOLDER_LONG_SIDE))),
  };
}

async function scaled(pixels: Pixels, longSide: number): Promise<Pixels> {
  if (Math.max(pixels.width, pixels.height) <= longSide) return pixels;
  return toPixels(fittedInside(fromPixels(pixels), longSide));
}

async function writeVariant(pixels: Pixels, path: string): Promise<Variant> {
  await fromPixels(pixels).webp(WEBP).toFile(path);
  return { width: pixels.width, height: pixels.height, type: "image/webp", path };
}

async function placeholder(pixels: Pixels): Promise<{ placeholder: string; dominantColour: string }> {
  const rgba = await fromPixels(pixels).ensureAlpha().raw().toBuffer();
  const { dominant } = await fromPixels(pixels).stats();
  const hex = [dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, "0")).join("");
  return {
    placeholder: Buffer.from(rgbaToThumbHash(pixels.width, pixels.height, rgba)).toString("base64"),
    dominantColour: `#${hex}`,
  };
}
