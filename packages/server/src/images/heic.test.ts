import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { expect, test } from "vitest";
import { aStudio, drawing, meanDifference, picture } from "./pictures.fixture.ts";

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
  expect(await meanDifference(fromHeic, fromJpeg)).toBeLessThan(6);
});

test("a HEIC that says it lies on its side is put upright", async () => {
  const turned = Buffer.from(heic);
  // The property that tells bits a channel becomes the one that tells the rotation: 3 × 90° to the left.
  const property = turned.indexOf("pixi");
  turned.write("irot", property, "latin1");
  turned[property + 4] = 3;

  const lying = await images.process(await aFile("turned.heic", turned));
  const upright = await images.process(await aFile("as-it-is.heic", heic));
  const back = await sharp(upright.variants[0]!.path).rotate(90).webp().toBuffer();
  const turnedBack = await images.process(await aFile("turned-back.webp", back));
  expect(await meanDifference(lying, upright)).toBeGreaterThan(12);
  expect(await meanDifference(lying, turnedBack)).toBeLessThan(6);
});

test("a HEIC is known by its contents, however it is named and whichever brand stands first", async () => {
  const general = Buffer.from(heic);
  general.write("mif1", 8, "latin1");
  expect(await images.process(await aFile("photo.jpg", general))).toMatchObject({ type: "image/heic" });
});

test("a HEIC in a phone's wide colours looks as it was seen", async () => {
  const made = await images.process(picture("heic/wide-gamut.heic"));
  const [red, green, blue] = await sharp(made.variants[0]!.path).raw().toBuffer();
  // Stored as 186, 88, 67 of Display P3.
  for (const [part, seen] of [
    [red, 200],
    [green, 80],
    [blue, 60],
  ] as const) {
    expect(Math.abs(part! - seen)).toBeLessThanOrEqual(5);
  }
});

test("a HEIC whose colour profile is rubbish is taken all the same", async () => {
  const bytes = await readFile(picture("heic/wide-gamut.heic"));
  const profile = bytes.indexOf("prof") + 4;
  bytes.fill(0x2a, profile, profile + 300);
  expect(await images.process(await aFile("rubbish-profile.heic", bytes))).toMatchObject({
    width: 128,
    height: 96,
  });
});
