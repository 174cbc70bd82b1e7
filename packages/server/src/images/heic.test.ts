import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { hammingDistance } from "./index.ts";
import { aStudio, drawing, picture } from "./pictures.fixture.ts";

const { images, aFile } = await aStudio();
const heic = await readFile(picture("heic/drawing.heic"));

test("a HEIC photo becomes the same pictures as its JPEG", async () => {
  const fromJpeg = await images.process(drawing("kd_9b91dc39.jpg"));
  const fromHeic = await images.process(picture("heic/drawing.heic"));

  expect(fromHeic).toMatchObject({ type: "image/heic", width: 640, height: 640 });
  expect(fromHeic.variants.map(({ width, type }) => `${width} ${type}`)).toEqual([
    "400 image/webp",
    "640 image/webp",
  ]);
  expect(hammingDistance(fromHeic.perceptualHash, fromJpeg.perceptualHash)).toBeLessThanOrEqual(3);
});

test("a HEIC that says it lies on its side is put upright", async () => {
  const turned = Buffer.from(heic);
  // The property that tells bits a channel becomes the one that tells the rotation: 3 × 90° to the left.
  const property = turned.indexOf("pixi");
  turned.write("irot", property, "latin1");
  turned[property + 4] = 3;

  const lying = await images.process(await aFile("turned.heic", turned));
  const upright = await images.process(await aFile("as-it-is.heic", heic));
  expect(hammingDistance(lying.perceptualHash, upright.perceptualHash)).toBeGreaterThan(12);
});

test("a HEIC is known by its contents, however it is named and whichever brand stands first", async () => {
  const general = Buffer.from(heic);
  general.write("mif1", 8, "latin1");
  expect(await images.process(await aFile("photo.jpg", general))).toMatchObject({ type: "image/heic" });
});
