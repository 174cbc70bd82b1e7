/** What a photograph looks like to a jury, from a small sample of it. */
export interface Look {
  /** Luma that nine tenths of the sample stay under, 0–255: how bright the paper is. */
  readonly paper: number;
  /** Steepest change between neighbours against the whole contrast, 0–1: how crisp the lines are. */
  readonly crispness: number;
}

/**
 * What may be amiss with a picture: shown to whoever looks, never a reason to refuse by itself. `turned`: the phone says
 * that it was held upside down, which over a table it often only believes.
 */
export const PICTURE_HINTS = [
  "small",
  "dark",
  "blurred",
  "screenshot",
  "digital",
  "generated",
  "stock",
  "turned",
] as const;
export type PictureHint = (typeof PICTURE_HINTS)[number];

/** What a parent can still better before sending. */
export type Advice = Extract<PictureHint, "dark" | "blurred" | "small" | "screenshot">;

/** Long side of the sample, in pixels: where a blurred phone photograph still shows its blur. */
export const SAMPLE_SIDE = 512;

/** Measured on the same: 177–225 as taken, 58–73 with a third of the light. */
const DARK_PAPER = 95;
/** Measured on 23 photographs of drawings: 0.19 and more as taken, 0.17 and less blurred by 4 pixels of 512. */
const BLURRED_CRISPNESS = 0.17;

/**
 * Looks at a sample. Browser and server look the same way, so that they say the same.
 *
 * @param pixels RGBA or RGB rows, 8 bit, width × height × channels bytes
 */
export function lookAt(
  pixels: Uint8ClampedArray | Uint8Array,
  width: number,
  height: number,
  channels: 3 | 4 = 4,
): Look {
  const luma = lumaOf(pixels, width * height, channels);
  const dark = percentile(luma, 0.02);
  const paper = percentile(luma, 0.9);
  const steps = stepsOf(luma, width, height);
  const contrast = Math.max(24, percentile(luma, 0.98) - dark);
  return { paper, crispness: Math.min(1, percentile(steps, 0.995) / contrast) };
}

/**
 * What a parent could still better while the phone is in hand; never a refusal.
 *
 * @param longSide of the picture itself, in pixels
 */
export function adviceOn(look: Look | undefined, longSide: number, wantedLongSide = 0): Advice[] {
  const advice: Advice[] = [];
  if (look && look.paper < DARK_PAPER) advice.push("dark");
  // In the dark everything looks blurred: one advice at a time.
  if (look && look.paper >= DARK_PAPER && look.crispness < BLURRED_CRISPNESS) advice.push("blurred");
  if (longSide < wantedLongSide) advice.push("small");
  return advice;
}

/** How phones and desktops name what they took of their own screen. */
const SCREENSHOT_NAME = /screen ?-?_?shot|снимок[ _]экрана|скриншот|^scr_/i;

interface Sides {
  readonly width: number;
  readonly height: number;
}

const longAndShort = ({ width, height }: Sides) => `${Math.max(width, height)}×${Math.min(width, height)}`;

/** Whether a file is named as pictures of a screen are. */
export const isNamedScreenshot = (name: string): boolean => SCREENSHOT_NAME.test(name);

/** Whether a picture has exactly the size of one of the screens, held either way. */
export const hasScreenSize = (picture: Sides, screens: readonly Sides[]): boolean =>
  screens.some((screen) => longAndShort(screen) === longAndShort(picture));

/**
 * Whether a file looks like a picture of a screen: by its name, or as a PNG of exactly this screen's size. Scanners
 * and drawing programs make PNG too, but not of that size.
 */
export function isScreenshot(
  { name, type }: { readonly name: string; readonly type: string },
  picture: Sides,
  screen: Sides,
): boolean {
  if (isNamedScreenshot(name)) return true;
  return (type === "image/png" || /\.png$/i.test(name)) && hasScreenSize(picture, [screen]);
}

/** @source ITU-R BT.601, in integers */
function lumaOf(pixels: Uint8ClampedArray | Uint8Array, count: number, channels: number): Uint8Array {
  const luma = new Uint8Array(count);
  for (let i = 0, p = 0; i < count; i += 1, p += channels) {
    luma[i] = ((pixels[p] ?? 0) * 77 + (pixels[p + 1] ?? 0) * 150 + (pixels[p + 2] ?? 0) * 29) >> 8;
  }
  return luma;
}

/** The larger of the changes to the right and to the lower neighbour, at every pixel. */
function stepsOf(luma: Uint8Array, width: number, height: number): Uint8Array {
  const steps = new Uint8Array(luma.length);
  for (let y = 0; y + 1 < height; y += 1) {
    for (let x = 0; x + 1 < width; x += 1) {
      const i = y * width + x;
      const here = luma[i] ?? 0;
      steps[i] = Math.max(Math.abs(here - (luma[i + 1] ?? 0)), Math.abs(here - (luma[i + width] ?? 0)));
    }
  }
  return steps;
}

function percentile(values: Uint8Array, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  let left = values.length * share;
  for (let value = 0; value < 256; value += 1) {
    left -= counts[value] ?? 0;
    if (left <= 0) return value;
  }
  return 255;
}
