import type { PictureEdits, PicturePart } from "@veche/protocol";
import { fromPixels, type Pixels, toPixels } from "./pixels.ts";

/** A crop smaller than this, in pixels, shows nothing. */
const CROP_LEAST = 16;

/** Turns, covers and crops; the same pixels where there is nothing to do. */
export async function edited(pixels: Pixels, { turn, covers, crop }: PictureEdits): Promise<Pixels> {
  const turned = turn === 0 ? pixels : await toPixels(fromPixels(pixels).rotate(turn));
  const covered = covers.length === 0 ? turned : blackened(turned, covers);
  if (!crop) return covered;
  const { left, top, width, height } = placeOf(crop, covered);
  if (width < CROP_LEAST || height < CROP_LEAST) return covered;
  return toPixels(fromPixels(covered).extract({ left, top, width, height }));
}

/** In whole pixels, outward. */
function placeOf({ x, y, width, height }: PicturePart, picture: Pixels) {
  const left = Math.min(picture.width, Math.floor(x * picture.width));
  const top = Math.min(picture.height, Math.floor(y * picture.height));
  return {
    left,
    top,
    width: Math.min(picture.width, Math.ceil((x + width) * picture.width)) - left,
    height: Math.min(picture.height, Math.ceil((y + height) * picture.height)) - top,
  };
}

function blackened(pixels: Pixels, covers: readonly PicturePart[]): Pixels {
  const data = Buffer.from(pixels.data);
  for (const cover of covers) {
    const { left, top, width, height } = placeOf(cover, pixels);
    for (let row = top; row < top + height; row++) {
      const from = (row * pixels.width + left) * 3;
      data.fill(0, from, from + width * 3);
    }
  }
  return { ...pixels, data };
}
