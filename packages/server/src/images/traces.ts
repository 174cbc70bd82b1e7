import { open } from "node:fs/promises";
import sharp from "sharp";
import type { PictureType } from "./rules.ts";

/** What a file says of its making, beside its pixels. Nothing of it is kept. */
export interface Traces {
  /** EXIF, XMP, IPTC, PNG texts and the file's beginning, as Latin-1: for known words only. */
  readonly words: string;
  /** A camera wrote its name. */
  readonly hasCamera: boolean;
  /** EXIF tag 0x0112. */
  readonly orientation: number | undefined;
}

/** Content credentials stand before the pixels. */
const BEGINNING_BYTES = 64 * 1024;
const CAMERA =
  /apple|samsung|xiaomi|redmi|huawei|honor|google|oppo|realme|vivo|oneplus|nokia|sony|canon|nikon|panasonic|olympus|fujifilm|motorola|tecno|infinix/i;

/** Reads what a file says of its making; a broken part says nothing. */
export async function readTraces(file: string, type: PictureType): Promise<Traces> {
  const beginning = await firstBytes(file);
  if (type === "image/heic") {
    const words = beginning.toString("latin1");
    return { words, hasCamera: CAMERA.test(words), orientation: undefined };
  }
  const { exif, xmp, iptc, comments, orientation } = await sharp(file, {
    limitInputPixels: false,
  }).metadata();
  const own = [exif, xmp, iptc].map((part) => part?.toString("latin1") ?? "").join("\n");
  const said = comments?.map(({ keyword, text }) => `${keyword}: ${text}`).join("\n") ?? "";
  return {
    words: `${own}\n${said}\n${beginning.toString("latin1")}`,
    hasCamera: CAMERA.test(exif?.toString("latin1") ?? ""),
    orientation,
  };
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const buffer = Buffer.alloc(BEGINNING_BYTES);
    const { bytesRead } = await handle.read(buffer, 0, BEGINNING_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
