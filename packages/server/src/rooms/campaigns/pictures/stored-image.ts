import type { Image } from "@veche/protocol";
import type { PictureHint } from "@veche/protocol/picture-look";

/** What the entry's row keeps of its picture. */
export interface StoredImage {
  readonly width: number;
  readonly height: number;
  /** ThumbHash, base64. */
  readonly placeholder: string;
  /** `#rrggbb` */
  readonly dominantColour: string;
  /** Absent in entries from before there were any. */
  readonly hints?: readonly PictureHint[];
  /** Smallest first; the key is what the address names. */
  readonly variants: readonly {
    readonly key: string;
    readonly width: number;
    readonly height: number;
    readonly type: string;
  }[];
}

/** Who looks decides the address: the public, or staff behind their cookie. */
export type Address = (key: string) => string;

export function imageView(stored: string | null, addressOf: Address): Image | undefined {
  if (stored === null) return undefined;
  const { width, height, placeholder, variants } = JSON.parse(stored) as StoredImage;
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

const STAFF_MEDIA = "/api/v1/staff/media/";
export const staffAddress: Address = (key) => `${STAFF_MEDIA}${key}`;
