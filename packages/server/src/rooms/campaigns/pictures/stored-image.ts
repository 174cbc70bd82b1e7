import type { Image, PictureEdits, PictureLookName } from "@veche/protocol";
import type { PictureHint } from "@veche/protocol/picture-look";

/** One look of a picture, and where its files are. */
export interface StoredLook {
  readonly width: number;
  readonly height: number;
  /** ThumbHash, base64. */
  readonly placeholder: string;
  /** `#rrggbb` */
  readonly dominantColour: string;
  /** Smallest first; the key is what the address names. */
  readonly variants: readonly {
    readonly key: string;
    readonly width: number;
    readonly height: number;
    readonly type: string;
  }[];
}

/** What the entry's row keeps of its picture. */
export interface StoredImage extends StoredLook {
  /** Absent in entries from before there were any. */
  readonly hints?: readonly PictureHint[];
  /** Where a page was found: which look is shown, and the other one. */
  readonly looks?: { readonly shown: PictureLookName; readonly other: StoredLook };
  /** Absent until somebody edits. */
  readonly edits?: PictureEdits;
}

/** Who looks decides the address: the public, or staff behind their cookie. */
export type Address = (key: string) => string;

export function imageView(stored: string | null, addressOf: Address): Image | undefined {
  if (stored === null) return undefined;
  return lookView(JSON.parse(stored) as StoredImage, addressOf);
}

function lookView({ width, height, placeholder, variants }: StoredLook, addressOf: Address): Image {
  return {
    width,
    height,
    placeholder,
    variants: variants.map(({ key, ...variant }) => ({ ...variant, url: addressOf(key) })),
  };
}

/** What may be amiss with a stored picture; nothing where nothing is. */
export function hintsOf(stored: string | null): PictureHint[] | undefined {
  const hints = stored === null ? [] : ((JSON.parse(stored) as StoredImage).hints ?? []);
  return hints.length > 0 ? [...hints] : undefined;
}

/** Both looks of a photographed page, to compare; nothing where no page was found. */
export function looksView(stored: string | null, addressOf: Address) {
  const looks = stored === null ? undefined : (JSON.parse(stored) as StoredImage).looks;
  return looks && { shown: looks.shown, other: lookView(looks.other, addressOf) };
}

/** What is done to a stored picture before it is shown. */
export function editsOf(stored: string | null): PictureEdits | undefined {
  if (stored === null) return undefined;
  const { edits, looks } = JSON.parse(stored) as StoredImage;
  return edits ?? { look: looks?.shown ?? "page", turn: 0, covers: [] };
}

const STAFF_MEDIA = "/api/v1/staff/media/";
export const staffAddress: Address = (key) => `${STAFF_MEDIA}${key}`;
