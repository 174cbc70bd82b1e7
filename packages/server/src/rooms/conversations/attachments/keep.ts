import { Refusal } from "@veche/protocol";
import type { Images } from "../../../images/index.ts";
import { type Blobs, newBlobKey } from "../../../storage/blobs/index.ts";

/** A picture whose files are durably stored, and which no row names yet. */
export interface KeptAttachment {
  readonly width: number;
  readonly height: number;
  readonly smallKey: string;
  readonly largeKey: string;
}

interface KeepParts {
  readonly images: Pick<Images, "process" | "discard">;
  readonly blobs: Blobs;
  readonly newToken: () => string;
}

const DISK_FAULTS = new Set(["ENOSPC", "EDQUOT", "EIO", "EROFS", "EMFILE", "ENFILE"]);

/**
 * Makes a small and a large picture of an uploaded file and stores them, both or none. The file itself, with
 * all that it tells of a phone and a place, is not kept.
 *
 * @throws Refusal of the image process, or `unavailable` when the disk refuses
 */
export async function keepAttachment(
  { images, blobs, newToken }: KeepParts,
  file: string,
): Promise<KeptAttachment> {
  const picture = await images.process(file);
  const small = picture.variants[0];
  const large = picture.variants.at(-1);
  try {
    if (!small || !large) throw new Error("the image process made no picture");
    const keep = async ({ type, path }: typeof small) => {
      const key = newBlobKey("attachments", type, newToken);
      await blobs.put(key, path, { contentType: type });
      return key;
    };
    const largeKey = await keep(large);
    const smallKey = small === large ? largeKey : await keep(small);
    return { width: large.width, height: large.height, smallKey, largeKey };
  } catch (error) {
    // What was stored and is named by no row is swept later.
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!DISK_FAULTS.has(code)) throw error;
    const refusal = new Refusal("unavailable", { reason: "storage", retryAfterSeconds: 30 });
    throw Object.assign(refusal, { cause: error });
  } finally {
    await images.discard(picture);
  }
}
