import { fileTypeFromFile } from "file-type";
import type { PictureType } from "./rules.ts";

const TAKEN: Readonly<Record<string, PictureType | undefined>> = {
  "image/jpeg": "image/jpeg",
  "image/png": "image/png",
  // An animation is taken as its first frame.
  "image/apng": "image/png",
  "image/webp": "image/webp",
  "image/heic": "image/heic",
  "image/heif": "image/heic",
};

/** What the bytes of a file say it is; undefined for everything that is not taken. */
export async function realType(file: string): Promise<PictureType | undefined> {
  const found = await fileTypeFromFile(file, { maxBufferSize: 1024 * 1024 }).catch(() => undefined);
  return found && TAKEN[found.mime];
}
