import sharp from "sharp";
import { chanceOf, photographOf } from "../paper/photograph.fixture.ts";
import { pageOf } from "../paper/index.ts";
import { fittedInside, fromPixels, type Pixels, toPixels } from "../pixels.ts";
import { type Mark, marksOf } from "./marks.ts";

/** Ways in which the same sheet comes again. */
export const AGAIN = ["turned", "cropped", "whole", "near"] as const;
export type Again = (typeof AGAIN)[number];

/**
 * Another picture of a sheet: the file turned; 10 to 30 % of its sides cut off; photographed whole on another ground in
 * another light; photographed from so near that the rims are missing. Each is worn: blurred, turned or not, saved as JPEG.
 */
export async function again(sheet: Pixels, how: Again, seed: number, longSide = 900): Promise<Pixels> {
  const chance = chanceOf(seed * 13 + 5);
  switch (how) {
    case "turned":
      return worn(await toPixels(fromPixels(sheet).rotate(90 * (1 + Math.floor(chance() * 3)))), seed);
    case "cropped": {
      const width = Math.floor(sheet.width * (0.7 + 0.2 * chance()));
      const height = Math.floor(sheet.height * (0.7 + 0.2 * chance()));
      const left = Math.floor(chance() * (sheet.width - width));
      const top = Math.floor(chance() * (sheet.height - height));
      return worn(await toPixels(fromPixels(sheet).extract({ left, top, width, height })), seed);
    }
    case "whole":
    case "near":
      return worn(photographOf(sheet, seed, { framing: how, longSide }).pixels, seed);
    default:
      return how satisfies never;
  }
}

async function worn(pixels: Pixels, seed: number): Promise<Pixels> {
  const chance = chanceOf(seed * 77 + 3);
  let picture = fromPixels(pixels);
  if (chance() < 0.6) picture = picture.blur(0.5 + chance() * 1.2);
  const turn = Math.floor(chance() * 4) * 90;
  if (chance() < 0.4 && turn) picture = picture.rotate(turn);
  return toPixels(sharp(await picture.jpeg({ quality: 45 + Math.floor(chance() * 45) }).toBuffer()));
}

/** As the image process makes them. */
export async function marksIn(picture: Pixels): Promise<Mark[]> {
  const page = (await pageOf(picture, 1_200)) ?? picture;
  return marksOf(await toPixels(fittedInside(fromPixels(page), 400)));
}
