import type { PictureHint } from "@veche/protocol/picture-look";
import type { Images, ProcessedImage } from "../../../images/index.ts";
import { type Blobs, newBlobKey, putAll } from "../../../storage/blobs/index.ts";
import type { StoredImage } from "./stored-image.ts";

/** A picture whose files are durably stored, and which no row names yet. */
export interface KeptPicture {
  readonly image: StoredImage & { readonly hints: readonly PictureHint[] };
  readonly perceptualHash: string;
  readonly files: readonly {
    readonly key: string;
    readonly role: "original" | "shown";
    readonly type: string;
  }[];
}

interface KeepParts {
  readonly images: Pick<Images, "process" | "discard">;
  readonly blobs: Blobs;
  readonly newToken: () => string;
}

/**
 * Makes the pictures of an uploaded file and stores them with the original, all or none.
 *
 * Keys are random: the original's can't be told from the derivatives', nor one entry's from another's.
 *
 * @param accept throws a Refusal when the picture does not fit the campaign
 * @throws Refusal of the image process, of `accept`, or `unavailable` when the disk refuses
 */
export async function keepPicture(
  { images, blobs, newToken }: KeepParts,
  file: string,
  accept: (picture: ProcessedImage) => void,
): Promise<KeptPicture> {
  const picture = await images.process(file);
  try {
    accept(picture);
    const stem = newToken();
    const variants = picture.variants.map(({ path, width, height, type }) => ({
      path,
      blobKey: newBlobKey("media", type, () => `${stem}-${Math.max(width, height)}`),
      variant: { width, height, type },
    }));
    const originalKey = newBlobKey("originals", picture.type, newToken);
    await putAll(blobs, [
      { key: originalKey, path: picture.original, contentType: picture.type },
      ...variants.map((it) => ({ key: it.blobKey, path: it.path, contentType: it.variant.type })),
    ]);
    return {
      image: {
        width: picture.width,
        height: picture.height,
        placeholder: picture.placeholder,
        dominantColour: picture.dominantColour,
        hints: picture.hints,
        variants: variants.map(({ blobKey, variant }) => ({ key: mediaKeyOf(blobKey), ...variant })),
      },
      perceptualHash: picture.perceptualHash,
      files: [
        { key: originalKey, role: "original", type: picture.type },
        ...variants.map(({ blobKey, variant }) => ({
          key: blobKey,
          role: "shown" as const,
          type: variant.type,
        })),
      ],
    };
  } finally {
    await images.discard(picture);
  }
}

const MEDIA = "media/";
const mediaKeyOf = (blobKey: string) => blobKey.slice(MEDIA.length);
export const blobKeyOf = (mediaKey: string) => `${MEDIA}${mediaKey}`;
