import type { PictureHint } from "@veche/protocol/picture-look";
import type { Images, PictureLook, PictureWishes, ProcessedImage, Variant } from "../../../images/index.ts";
import { type Blobs, newBlobKey, putAll } from "../../../storage/blobs/index.ts";
import type { StoredImage, StoredLook } from "./stored-image.ts";

/** A picture whose files are durably stored, and which no row names yet. */
export interface KeptPicture {
  readonly image: StoredImage & { readonly hints: readonly PictureHint[] };
  /** By which the work is known again, where it is to be compared. */
  readonly marks?: string;
  readonly files: readonly {
    readonly key: string;
    /** `other`: the look that is not shown, which only staff and the holder see. */
    readonly role: "original" | "shown" | "other";
    readonly type: Variant["type"] | ProcessedImage["type"];
  }[];
}

export interface KeepParts {
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
  parts: KeepParts,
  file: string,
  accept: (picture: ProcessedImage) => void,
  wishes: PictureWishes,
): Promise<KeptPicture> {
  return kept(parts, file, wishes, (picture) => {
    accept(picture);
    const key = newBlobKey("originals", picture.type, parts.newToken);
    return [{ key, path: picture.original, role: "original", type: picture.type }];
  });
}

/**
 * Makes the pictures anew from the stored original's file, by other wishes, and stores them, all or none.
 *
 * @throws Refusal of the image process, or `unavailable` when the disk refuses
 */
export const remakePicture = (parts: KeepParts, file: string, wishes: PictureWishes): Promise<KeptPicture> =>
  kept(parts, file, wishes, () => []);

type NewFile = KeptPicture["files"][number] & { readonly path: string };

async function kept(
  { images, blobs, newToken }: KeepParts,
  file: string,
  wishes: PictureWishes,
  others: (picture: ProcessedImage) => readonly NewFile[],
): Promise<KeptPicture> {
  const picture = await images.process(file, wishes);
  try {
    const shown = named(picture, newToken(), "shown");
    const other = picture.looks && named(picture.looks.other, newToken(), "other");
    const files = [...others(picture), ...shown.files, ...(other?.files ?? [])];
    await putAll(
      blobs,
      files.map(({ key, path, type }) => ({ key, path, contentType: type })),
    );
    return {
      image: {
        ...shown.look,
        hints: picture.hints,
        ...(picture.looks && other ? { looks: { shown: picture.looks.shown, other: other.look } } : {}),
        ...(wishes.edits ? { edits: wishes.edits } : {}),
      },
      ...(picture.marks === undefined ? {} : { marks: picture.marks }),
      files: files.map(({ key, role, type }) => ({ key, role, type })),
    };
  } finally {
    await images.discard(picture);
  }
}

/** A look's files under keys of one random stem, which tells nothing of another look's. */
function named(look: PictureLook, stem: string, role: "shown" | "other") {
  const variants = look.variants.map(({ path, width, height, type }) => ({
    path,
    key: newBlobKey("media", type, () => `${stem}-${Math.max(width, height)}`),
    variant: { width, height, type },
  }));
  const { width, height, placeholder, dominantColour } = look;
  const stored: StoredLook = {
    width,
    height,
    placeholder,
    dominantColour,
    variants: variants.map(({ key, variant }) => ({ key: mediaKeyOf(key), ...variant })),
  };
  return {
    look: stored,
    files: variants.map(({ key, path, variant }): NewFile => ({ key, path, role, type: variant.type })),
  };
}

const MEDIA = "media/";
const mediaKeyOf = (blobKey: string) => blobKey.slice(MEDIA.length);
export const blobKeyOf = (mediaKey: string) => `${MEDIA}${mediaKey}`;
