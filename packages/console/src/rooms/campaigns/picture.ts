import type { Image } from "@veche/protocol";
import { html, nothing } from "lit";

/** A picture that is drawn so much larger than it is still looks sharp. */
const STRETCH = 1.5;

/** The smallest variant that is sharp enough where it has so many pixels of the screen across. */
export const variantFor = ({ variants }: Image, pixels: number) =>
  variants.find(({ width }) => width * STRETCH >= pixels) ?? variants.at(-1);

/**
 * An entry's picture in the size that its place needs. One address, not a choice of them: among many pictures
 * the browser's own choosing takes most of the time that drawing them takes.
 *
 * @param width of its place, CSS pixels
 */
export function renderPicture(image: Image | undefined, alt: string, width: number) {
  const variant = image && variantFor(image, width * devicePixelRatio);
  if (!variant) return nothing;
  return html`<img
    src=${variant.url}
    width=${image.width}
    height=${image.height}
    alt=${alt}
    loading="lazy"
    decoding="async"
  />`;
}

/** The address of the largest variant. */
export const largest = (image: Image) => image.variants.toSorted((a, b) => b.width - a.width)[0]?.url ?? "";
