import type { PicturePart } from "@veche/protocol";

/** What the keyboard begins with: a part in the middle. */
export const MIDDLE: PicturePart = { x: 0.35, y: 0.4, width: 0.3, height: 0.2 };

const STEP = 0.02;
const FINE_STEP = 0.005;
const LEAST = 0.02;
const WAYS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * A part moved by an arrow, or with Shift made larger and smaller; with Alt by less. It stays within the picture.
 *
 * @returns undefined for any other key
 */
export function partByKey(
  part: PicturePart,
  { key, shiftKey, altKey }: Pick<KeyboardEvent, "key" | "shiftKey" | "altKey">,
): PicturePart | undefined {
  const way = WAYS[key];
  if (!way) return undefined;
  const by = altKey ? FINE_STEP : STEP;
  const [x, y] = [way[0] * by, way[1] * by];
  const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
  return shiftKey
    ? {
        ...part,
        width: within(part.width + x, LEAST, 1 - part.x),
        height: within(part.height + y, LEAST, 1 - part.y),
      }
    : {
        ...part,
        x: within(part.x + x, 0, 1 - part.width),
        y: within(part.y + y, 0, 1 - part.height),
      };
}
