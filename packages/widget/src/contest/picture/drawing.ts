import { type Advice, adviceOn, isScreenshot, lookAt, SAMPLE_SIDE } from "@veche/protocol/picture-look";

/** Long side of the preview, in pixels. */
const PREVIEW_SIDE = 1200;
/**
 * Long side of a turned or reduced picture: what an A3 print at 240 dots an inch holds, more than the jury's screens
 * show, and within what phones can draw.
 */
const REDRAWN_SIDE = 4096;
const REDRAWN_QUALITY = 0.92;
/** A file below this travels as it is, in bytes. */
const LIGHT_BYTES = 3_000_000;
/** What reducing must save to be worth a second encoding. */
const WORTH_SHARE = 0.7;
/** The server takes no more. @source public contract §3 */
const MAX_PIXELS = 50_000_000;

const TYPES: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  heic: "image/heic",
  heif: "image/heif",
};

/** A picture that was picked: the file as it came, and what this browser could see of it. */
export interface Drawing {
  readonly file: File;
  /** Clockwise, 0–3. */
  readonly quarterTurns: number;
  /** Absent where this browser cannot open the format, as HEIC in most. */
  readonly seen?: { readonly preview: HTMLCanvasElement; readonly width: number; readonly height: number };
  readonly advice: readonly Advice[];
}

export type Unfit = "unsupported_media" | "too_large";

/** Why a file cannot be taken, before anything is read of it. */
export function unfitness(file: Pick<File, "name" | "type" | "size">, maxBytes: number): Unfit | undefined {
  if (!typeOf(file) || file.size === 0) return "unsupported_media";
  return file.size > maxBytes ? "too_large" : undefined;
}

/** The kind of picture by what the system says, else by the name's ending. */
export function typeOf(file: Pick<File, "name" | "type">): string | undefined {
  const known = Object.values(TYPES);
  if (known.includes(file.type)) return file.type;
  return TYPES[file.name.split(".").at(-1)?.toLowerCase() ?? ""];
}

/** Opens a picked file for preview and advice; one that this browser cannot open is kept unseen. */
export async function openDrawing(file: File, wantedLongSide?: number): Promise<Drawing> {
  const bitmap = await bitmapOf(file);
  if (!bitmap) return { file, quarterTurns: 0, advice: [] };
  const { width, height } = bitmap;
  const preview = drawn(bitmap, PREVIEW_SIDE, 0);
  bitmap.close();
  const look = lookAtPreview(preview);
  return {
    file,
    quarterTurns: 0,
    seen: { preview, width, height },
    advice: [
      ...(isScreenshot(file, { width, height }, screenPixels()) ? (["screenshot"] as const) : []),
      ...adviceOn(look, Math.max(width, height), wantedLongSide),
    ],
  };
}

/** The same drawing, a quarter further clockwise. */
export function turned(drawing: Drawing): Drawing {
  if (!drawing.seen) return drawing;
  const { preview, width, height } = drawing.seen;
  return {
    ...drawing,
    quarterTurns: (drawing.quarterTurns + 1) % 4,
    seen: { preview: drawn(preview, PREVIEW_SIDE, 1), width: height, height: width },
  };
}

/** Tells whether two pictures are the same as picked and turned. */
export function fingerprintOf({ file, quarterTurns }: Drawing): string {
  return [file.name, file.size, file.lastModified, quarterTurns].join("|");
}

/**
 * What is sent: the file untouched where it is light enough, else redrawn upright at the size that jury and print
 * need. Redrawn too when it was turned or has more pixels than are taken.
 *
 * @param leastLongSide what the campaign's rules ask for, in pixels: reducing never goes below
 */
export async function fileToSend(drawing: Drawing, leastLongSide = 0): Promise<File> {
  const { file, quarterTurns, seen } = drawing;
  const isBig = !!seen && seen.width * seen.height > MAX_PIXELS;
  const mustRedraw = quarterTurns !== 0 || isBig;
  if (!seen || (!mustRedraw && (file.size <= LIGHT_BYTES || leastLongSide > REDRAWN_SIDE))) return file;
  const bitmap = await bitmapOf(file);
  if (!bitmap) return file;
  const canvas = drawn(bitmap, REDRAWN_SIDE, quarterTurns);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, "image/jpeg", REDRAWN_QUALITY);
  });
  if (!blob || (!mustRedraw && blob.size > file.size * WORTH_SHARE)) return file;
  return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
}

async function bitmapOf(file: File): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return undefined;
  }
}

/** Both sides of this device's screen in its own pixels. */
function screenPixels() {
  return {
    width: Math.round(screen.width * devicePixelRatio),
    height: Math.round(screen.height * devicePixelRatio),
  };
}

/** A canvas with the picture, turned clockwise, no larger than asked. */
function drawn(
  picture: CanvasImageSource & { width: number; height: number },
  maxSide: number,
  quarterTurns: number,
) {
  const scale = Math.min(1, maxSide / Math.max(picture.width, picture.height));
  const width = Math.round(picture.width * scale);
  const height = Math.round(picture.height * scale);
  const canvas = document.createElement("canvas");
  const lies = quarterTurns % 2 === 1;
  canvas.width = lies ? height : width;
  canvas.height = lies ? width : height;
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  context.imageSmoothingQuality = "high";
  // JPEG has no transparency: what is see-through is paper.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((quarterTurns * Math.PI) / 2);
  context.drawImage(picture, -width / 2, -height / 2, width, height);
  return canvas;
}

function lookAtPreview(preview: HTMLCanvasElement) {
  const sample = drawn(preview, SAMPLE_SIDE, 0);
  const data = sample.getContext("2d")?.getImageData(0, 0, sample.width, sample.height).data;
  return data && lookAt(data, sample.width, sample.height);
}
