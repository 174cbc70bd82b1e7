import sharp from "sharp";

const HEIGHT = 600;
const WIDTH = 1200;
/** Ink is darker than this share of white; above it there is paper, with its shadows. */
const PAPER_FROM = 0.82;
const INK_UNTIL = 0.55;

/** A signature or a seal as it was photographed or scanned becomes ink alone: what is as bright as paper is let through. */
export async function withoutPaper(picture: Uint8Array): Promise<Uint8Array> {
  const { data, info } = await sharp(picture, { failOn: "error" })
    .resize({ width: WIDTH, height: HEIGHT, fit: "inside", withoutEnlargement: true })
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = info.width * info.height;
  const ink = Buffer.alloc(pixels * 4);
  for (let at = 0; at < pixels; at += 1) {
    const [r = 255, g = 255, b = 255] = data.subarray(at * 3, at * 3 + 3);
    // The darkest colour tells ink: a blue seal is as bright in blue as the paper.
    const light = Math.min(r, g, b) / 255;
    const paper = Math.min(Math.max((light - INK_UNTIL) / (PAPER_FROM - INK_UNTIL), 0), 1);
    ink.set([r, g, b, Math.round(255 * (1 - paper))], at * 4);
  }
  return sharp(ink, { raw: { width: info.width, height: info.height, channels: 4 } })
    .trim({ background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer()
    .catch(() =>
      sharp(ink, { raw: { width: info.width, height: info.height, channels: 4 } })
        .png()
        .toBuffer(),
    );
}
