import sharp from "sharp";
import type { CardSheet } from "./papers.ts";

/** What messengers show of a link. */
export const CARD = { width: 1200, height: 630 } as const;
const WORDS_ALONE = 1056;
const WORDS_BESIDE = 560;

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where pictures stand: the first large, two more below it. */
const FRAMES: Readonly<Record<number, readonly Frame[]>> = {
  0: [],
  1: [{ left: 672, top: 56, width: 472, height: 518 }],
  2: [
    { left: 672, top: 56, width: 472, height: 253 },
    { left: 672, top: 321, width: 472, height: 253 },
  ],
  3: [
    { left: 672, top: 56, width: 472, height: 300 },
    { left: 672, top: 368, width: 230, height: 206 },
    { left: 914, top: 368, width: 230, height: 206 },
  ],
};

/** How wide the words may run, in pixels. */
export const wordsWidth = ({ pictures, quotes = [] }: CardSheet) =>
  pictures.length + quotes.length > 0 ? WORDS_BESIDE : WORDS_ALONE;

/**
 * Puts the pictures beside the words.
 *
 * @param words the card's words as SVG
 * @returns a PNG of 1200 × 630
 */
export async function cardOf(words: string, { pictures }: CardSheet): Promise<Uint8Array> {
  const frames = FRAMES[Math.min(pictures.length, 3)] ?? [];
  const shown = await Promise.all(
    frames.map(async ({ left, top, width, height }, place) => ({
      left,
      top,
      input: await sharp(pictures[place], { failOn: "error" })
        .resize({ width, height, fit: "cover", position: "attention" })
        .png()
        .toBuffer(),
    })),
  );
  return sharp(Buffer.from(words))
    .resize({ ...CARD, fit: "fill" })
    .composite(shown)
    .png({ palette: shown.length === 0 })
    .toBuffer();
}
