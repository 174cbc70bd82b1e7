import { expect, test } from "vitest";
import { variantFor } from "./picture.ts";

const image = {
  width: 2400,
  height: 1800,
  placeholder: "",
  variants: [400, 1200, 2400].map((width) => ({
    width,
    height: width * 0.75,
    type: "image/webp",
    url: `/${width}.webp`,
  })),
};

test.each([
  [64, 400],
  [240, 400],
  [480, 400],
  [720, 1200],
  [1800, 1200],
  [2000, 2400],
  [9000, 2400],
])("a place of %i pixels gets the variant of %i", (pixels, width) => {
  expect(variantFor(image, pixels)?.width).toBe(width);
});
