import type { Images } from "../../../images/index.ts";
import { type Blobs, type NewBlob, newBlobKey, putAll } from "../../../storage/blobs/index.ts";

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
    const blobOf = ({ type, path }: typeof small): NewBlob => ({
      key: newBlobKey("attachments", type, newToken),
      path,
      contentType: type,
    });
    const largeBlob = blobOf(large);
    const smallBlob = small === large ? largeBlob : blobOf(small);
    await putAll(blobs, [...new Set([smallBlob, largeBlob])]);
    return { width: large.width, height: large.height, smallKey: smallBlob.key, largeKey: largeBlob.key };
  } finally {
    await images.discard(picture);
  }
}
