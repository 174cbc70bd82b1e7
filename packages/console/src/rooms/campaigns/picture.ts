import type { Image } from "@veche/protocol";
import { html, nothing } from "lit";

/**
 * An entry's picture in the size that its place needs.
 *
 * @param sizes as in `<img sizes>`
 */
export function renderPicture(image: Image | undefined, alt: string, sizes: string) {
  const [first] = image?.variants ?? [];
  if (!image || !first) return nothing;
  return html`<img
    src=${first.url}
    srcset=${image.variants.map(({ url, width }) => `${url} ${width}w`).join(", ")}
    sizes=${sizes}
    width=${image.width}
    height=${image.height}
    alt=${alt}
    loading="lazy"
    decoding="async"
  />`;
}

/** The address of the largest variant. */
export const largest = (image: Image) => image.variants.toSorted((a, b) => b.width - a.width)[0]?.url ?? "";
