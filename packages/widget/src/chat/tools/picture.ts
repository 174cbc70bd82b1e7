import type { Attachment } from "@veche/protocol";

/** Longest sides in pixels: what the server keeps at the most, and what a thumbnail needs. */
const LARGEST = 2400;
const THUMBNAIL = 400;
/** Below this a file goes as it is. */
const WORTH_REDUCING_BYTES = 700_000;

/** A conversation's picture, read by its token. @throws when it can not be had */
export async function fetchPicture(
  server: string,
  token: string | undefined,
  { id }: Attachment,
  size: "small" | "large",
): Promise<ImageBitmap> {
  const answer = await fetch(`${server}/api/v1/conversation/attachments/${id}?size=${size}`, {
    headers: { Authorization: `Bearer ${token}` },
    credentials: "omit",
  });
  if (!answer.ok) throw new Error(`no picture: ${answer.status}`);
  return createImageBitmap(await answer.blob());
}

/** Drawn and not linked, so that a page that allows only its own images shows it too. */
export function draw(canvas: HTMLCanvasElement, bitmap: ImageBitmap, longest = Infinity): void {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.imageSmoothingQuality = "high";
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
}

/** What was picked, as a thumbnail; a format that the browser can not read stays blank until it comes back. */
export async function drawFile(canvas: HTMLCanvasElement, file: File): Promise<void> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (bitmap) draw(canvas, bitmap, THUMBNAIL);
}

/** The same picture in fewer bytes, for whoever pays for them; what can not be read goes as it is. */
export async function reduced(file: File): Promise<Blob> {
  if (file.size < WORTH_REDUCING_BYTES) return file;
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return file;
  const canvas = document.createElement("canvas");
  draw(canvas, bitmap, LARGEST);
  const pen = canvas.getContext("2d");
  if (pen) {
    // JPEG has no holes: what was transparent would turn black.
    pen.globalCompositeOperation = "destination-over";
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
  }
  const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  return smaller && smaller.size < file.size ? smaller : file;
}
