import { adviceOn, hasScreenSize, lookAt, type PictureHint } from "@veche/protocol/picture-look";
import type { Pixels } from "./pixels.ts";
import type { PictureType, Size } from "./rules.ts";
import { SCREENS } from "./screens.ts";
import type { Traces } from "./traces.ts";

/** Words that programs which make pictures from a sentence leave in them. @source IPTC Digital Source Type; C2PA 2.1 */
const GENERATORS =
  /trainedAlgorithmicMedia|Midjourney|Stable ?Diffusion|DALL[·-]E|OpenAI|ChatGPT|NovelAI|ComfyUI|InvokeAI|Adobe Firefly|Made with Google AI|Bing Image Creator|Leonardo\.Ai|YandexART|Shedevrum|Kandinsky ?[2-9]|GigaChat|negative prompt:|sui_image_params/i;
const STOCK =
  /shutterstock|istockphoto|getty ?images|depositphotos|dreamstime|123rf|adobe ?stock|stock\.adobe|alamy|vecteezy|freepik|lori\.ru/i;
const DRAWING_PROGRAMS =
  /procreate|ibis ?paint|krita|medibang|clip ?studio|paint tool sai|sketchbook|artrage|corel ?painter|figma|canva\b/i;

/** Of pixels that are not blank paper, the share that continue their neighbours exactly. Photographs: under 0.2. */
const DIGITAL_SHARE = 0.75;
/** How much of a picture must be drawn on to tell how. */
const LEAST_DRAWN_SHARE = 0.005;
const BLANK = 246;
const LOOKED_AT_ROWS = 250;
/** Rows of a status or navigation bar, of the picture's height. */
const BAR_SHARE = 0.02;
const BAR_FLAT_SHARE = 0.8;

interface Seen {
  readonly size: Size;
  readonly type: PictureType;
  /** As decoded, before anything is smoothed. */
  readonly pixels: Pixels;
  /** At most `SAMPLE_SIDE` on its long side. */
  readonly sample: Pixels;
  readonly traces: Traces;
}

/** What may be amiss, as far as the picture itself tells. What the campaign asks for is not known here. */
export function hintsOn({ size, type, pixels, sample, traces }: Seen): PictureHint[] {
  const look = lookAt(sample.data, sample.width, sample.height, 3);
  const hints: PictureHint[] = adviceOn(look, Math.max(size.width, size.height));
  if (!traces.hasCamera && isOfScreen(size, type, pixels)) hints.push("screenshot");
  else if (!traces.hasCamera && (DRAWING_PROGRAMS.test(traces.words) || isDrawnDigitally(pixels)))
    hints.push("digital");
  if (GENERATORS.test(traces.words)) hints.push("generated");
  if (STOCK.test(traces.words)) hints.push("stock");
  if (traces.orientation === 3 || traces.orientation === 4) hints.push("turned");
  return hints;
}

/** Exactly a screen's size, and lossless as screenshots are, or with a bar of one colour at an end. */
function isOfScreen(size: Size, type: PictureType, pixels: Pixels): boolean {
  if (!hasScreenSize(size, SCREENS)) return false;
  return type === "image/png" || isBar(pixels, 0) || isBar(pixels, 1);
}

/** Whether the rows at an end, 0 the upper and 1 the lower, are of one colour but for clock and signs. */
function isBar({ data, width, height }: Pixels, end: 0 | 1): boolean {
  const rows = Math.max(4, Math.round(height * BAR_SHARE));
  const first = end === 0 ? 0 : height - rows;
  const from = first * width * 3;
  const [r, g, b] = [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0];
  let same = 0;
  for (let at = from; at < from + rows * width * 3; at += 3) {
    const apart = Math.abs(data[at]! - r) + Math.abs(data[at + 1]! - g) + Math.abs(data[at + 2]! - b);
    if (apart <= 3) same += 1;
  }
  return same / (rows * width) >= BAR_FLAT_SHARE;
}

/** Paint of a program is of exactly one colour from edge to edge; pencil and camera never are. */
function isDrawnDigitally({ data, width, height }: Pixels): boolean {
  const every = Math.max(1, Math.floor(height / LOOKED_AT_ROWS));
  let drawn = 0;
  let flat = 0;
  let looked = 0;
  for (let y = 0; y < height; y += every) {
    for (let at = y * width * 3 + 6; at < (y + 1) * width * 3; at += 3) {
      looked += 1;
      const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
      if (r > BLANK && g > BLANK && b > BLANK) continue;
      drawn += 1;
      if (
        data[at - 3] === r &&
        data[at - 2] === g &&
        data[at - 1] === b &&
        data[at - 6] === r &&
        data[at - 5] === g &&
        data[at - 4] === b
      )
        flat += 1;
    }
  }
  return drawn / looked >= LEAST_DRAWN_SHARE && flat / drawn >= DIGITAL_SHARE;
}
