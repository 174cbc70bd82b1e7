import { stat } from "node:fs/promises";
import type { PictureEdits, PictureLookName } from "@veche/protocol";
import { type PictureHint, SAMPLE_SIDE } from "@veche/protocol/picture-look";
import { rgbaToThumbHash } from "thumbhash";
import { decode } from "./decode.ts";
import { edited } from "./edited.ts";
import { hintsOn } from "./hints.ts";
import { pageOf } from "./paper/index.ts";
import { PictureRefused } from "./picture-refused.ts";
import { fittedInside, fromPixels, type Pixels, toPixels } from "./pixels.ts";
import { realType } from "./real-type.ts";
import { marksOf } from "./same-work/marks.ts";
import { marksToText } from "./same-work/marks-text.ts";
import { readTraces } from "./traces.ts";
import {
  COMPARED_LONG_SIDE,
  LARGEST_LONG_SIDE,
  otherStem,
  type PictureType,
  SMALLEST_LONG_SIDE,
  type Size,
  variantLongSides,
  variantPath,
  WEBP,
} from "./rules.ts";

/** ThumbHash takes no more. */
const PLACEHOLDER_LONG_SIDE = 100;

/** What else is wanted of a picture than its sizes. */
export interface PictureWishes {
  /** A work on paper: its page is looked for and straightened. */
  readonly isOnPaper?: boolean;
  readonly edits?: PictureEdits;
  /** Its marks are wanted, to know the same work again. */
  readonly isCompared?: boolean;
}

export interface PictureJob extends PictureWishes {
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

/** One look of a picture: its sizes and what stands in for them. */
export interface PictureLook extends Size {
  /** ThumbHash, base64. */
  readonly placeholder: string;
  /** `#rrggbb` */
  readonly dominantColour: string;
  /** Smallest first; at least one. */
  readonly variants: readonly Variant[];
}

export interface ProcessedImage extends PictureLook {
  /** What the uploaded bytes really are. */
  readonly type: PictureType;
  /** Places by which another photograph of it is known, where they were wanted: same-work/marks-text.ts. */
  readonly marks?: string;
  /** What may be amiss, as far as the file itself tells. */
  readonly hints: readonly PictureHint[];
  /** The uploaded file, untouched, where it was. */
  readonly original: string;
  /** Where a page was found: which look is shown, and the other one, unedited, no larger than to compare. */
  readonly looks?: { readonly shown: PictureLookName; readonly other: PictureLook };
}

const NO_EDITS: PictureEdits = { look: "page", turn: 0, covers: [] };
/** What a program drew or a screen showed has no table around it. */
const NOT_ON_PAPER: ReadonlySet<PictureHint> = new Set(["digital", "screenshot"]);

/**
 * Looks into an uploaded file and makes the upright pictures without metadata. Runs in the image process.
 *
 * @throws PictureRefused when the file is at fault
 */
export async function makePicture({
  file,
  stem,
  maxPixels,
  isOnPaper = false,
  edits = NO_EDITS,
  isCompared = false,
}: PictureJob): Promise<ProcessedImage> {
  await stat(file);
  const type = await realType(file);
  if (!type) throw new PictureRefused("not_a_picture");
  const { size, pixels } = await decode(file, type, maxPixels);
  const medium = await scaled(pixels, COMPARED_LONG_SIDE);
  const sample = await scaled(medium, SAMPLE_SIDE);
  const hints = hintsOn({ size, type, pixels, sample, traces: await readTraces(file, type) });

  const page =
    isOnPaper && !hints.some((hint) => NOT_ON_PAPER.has(hint))
      ? await pageOf(pixels, LARGEST_LONG_SIDE)
      : undefined;
  const isPageShown = page !== undefined && edits.look === "page";
  const chosen = isPageShown ? page : pixels;
  const shown = await edited(chosen, edits);
  const shownSize = shown === pixels ? size : shown;
  const other = isPageShown ? pixels : page;
  return {
    type,
    original: file,
    hints,
    ...(isCompared ? { marks: marksToText(marksOf(await scaled(page ?? medium, SMALLEST_LONG_SIDE))) } : {}),
    ...(await lookOf(shown, shownSize, stem, shown === pixels ? medium : undefined)),
    ...(other
      ? {
          looks: {
            shown: isPageShown ? "page" : "as_it_was",
            other: await lookOf(
              isPageShown ? medium : await scaled(other, COMPARED_LONG_SIDE),
              other,
              otherStem(stem),
            ),
          },
        }
      : {}),
  };
}

/**
 * @param size what is told of it: a file's own, where the pixels were made smaller on the way
 * @param medium the same at `COMPARED_LONG_SIDE`, where it was made already
 */
async function lookOf(pixels: Pixels, size: Size, stem: string, medium?: Pixels): Promise<PictureLook> {
  const variants: Variant[] = [];
  let smallest = pixels;
  for (const [place, longSide] of variantLongSides(pixels).entries()) {
    smallest = medium && longSide === COMPARED_LONG_SIDE ? medium : await scaled(smallest, longSide);
    variants.unshift(await writeVariant(smallest, variantPath(stem, place)));
  }
  return {
    width: size.width,
    height: size.height,
    variants,
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
