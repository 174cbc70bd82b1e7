import type { PictureEdits, PicturePart } from "@veche/protocol";

const WHOLE: PicturePart = { x: 0, y: 0, width: 1, height: 1 };

/** A part of what is shown, as a part of the picture that was cropped. */
function beforeCrop({ crop = WHOLE }: PictureEdits, part: PicturePart): PicturePart {
  return {
    x: crop.x + part.x * crop.width,
    y: crop.y + part.y * crop.height,
    width: part.width * crop.width,
    height: part.height * crop.height,
  };
}

export const covered = (edits: PictureEdits, shown: PicturePart): PictureEdits => ({
  ...edits,
  covers: [...edits.covers, beforeCrop(edits, shown)],
});

export const cropped = (edits: PictureEdits, shown: PicturePart): PictureEdits => ({
  ...edits,
  crop: beforeCrop(edits, shown),
});

const TURNS = { 0: 90, 90: 180, 180: 270, 270: 0 } as const;

const turnedPart = ({ x, y, width, height }: PicturePart): PicturePart => ({
  x: Math.max(0, 1 - y - height),
  y: x,
  width: height,
  height: width,
});

/** By a quarter, clockwise; what was covered and cropped turns along. */
export const turned = ({ crop, ...edits }: PictureEdits): PictureEdits => ({
  ...edits,
  turn: TURNS[edits.turn],
  covers: edits.covers.map(turnedPart),
  ...(crop ? { crop: turnedPart(crop) } : {}),
});

/** Of two points of a picture, in shares of its sides, the part between them. */
export function partBetween(
  one: { readonly x: number; readonly y: number },
  other: { readonly x: number; readonly y: number },
): PicturePart {
  const within = (share: number) => Math.min(1, Math.max(0, share));
  const [left, right] = [within(Math.min(one.x, other.x)), within(Math.max(one.x, other.x))];
  const [top, bottom] = [within(Math.min(one.y, other.y)), within(Math.max(one.y, other.y))];
  return { x: left, y: top, width: right - left, height: bottom - top };
}
