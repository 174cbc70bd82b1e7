/** Longest sides of the variants in pixels, largest first; each is made from the one before. */
export const VARIANT_LONG_SIDES = [2400, 1200, 400] as const;
export const [LARGEST_LONG_SIDE, COMPARED_LONG_SIDE, SMALLEST_LONG_SIDE] = VARIANT_LONG_SIDES;

export const WEBP = { quality: 80, effort: 2 } as const;

/** What is taken, by what the bytes say and not by the name. */
export type PictureType = "image/jpeg" | "image/png" | "image/webp" | "image/heic";

/** Why a file is not taken; each is a sentence in texts.ts. */
export type PictureFault = "not_a_picture" | "too_many_pixels" | "damaged";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The longest sides that a picture's variants get, largest first. Nothing is enlarged: a picture
 * smaller than a step gets its own size in that step's place, so there is always at least one.
 */
export function variantLongSides(picture: Size): readonly number[] {
  const own = Math.max(picture.width, picture.height);
  return [...new Set(VARIANT_LONG_SIDES.map((longSide) => Math.min(longSide, own)))];
}

/** Where a job's variants are written: known beforehand, so that a dead process's leavings can be removed. */
export function variantPath(stem: string, place: number): string {
  return `${stem}.${place}.webp`;
}

/** Where the other look's variants are written, beside those that are shown. */
export const otherStem = (stem: string): string => `${stem}.other`;

export function allVariantPaths(stem: string): readonly string[] {
  return [stem, otherStem(stem)].flatMap((it) =>
    VARIANT_LONG_SIDES.map((_, place) => variantPath(it, place)),
  );
}
