import { readFile } from "node:fs/promises";
import exifr from "exifr";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { ProcessedImage } from "./index.ts";
import { aStudio, blackPng, drawing, meanDifference, PHONE_PHOTO, picture } from "./pictures.fixture.ts";

const { images, aFile } = await aStudio();
const flat = (background: string, width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background } });
const sizes = (made: ProcessedImage) => made.variants.map(({ width, height }) => `${width}×${height}`);

test("a phone's photo under a .png name becomes three upright WebP pictures", async () => {
  const made = await images.process(PHONE_PHOTO);

  expect(made).toMatchObject({ type: "image/jpeg", width: 3024, height: 4032, original: PHONE_PHOTO });
  expect(sizes(made)).toEqual(["300×400", "900×1200", "1800×2400"]);
  for (const variant of made.variants) {
    const { format, width, height } = await sharp(variant.path).metadata();
    expect({ type: `image/${format}`, width, height }).toEqual({
      type: variant.type,
      width: variant.width,
      height: variant.height,
    });
  }
  expect(made.placeholder).toMatch(/^[A-Za-z0-9+/]{20,40}={0,2}$/);
  expect(made.dominantColour).toMatch(/^#[0-9a-f]{6}$/);
});

test("a small picture is never enlarged", async () => {
  expect(sizes(await images.process(drawing("kd_9b91dc39.jpg")))).toEqual(["400×400", "640×640"]);
  expect(sizes(await images.process(await aFile("tiny.png", await flat("red").png().toBuffer())))).toEqual([
    "60×40",
  ]);
});

test("48 megapixels are welcome", async () => {
  const made = await images.process(await aFile("wall.png", blackPng(8000, 6000)));
  expect(sizes(made)).toEqual(["400×300", "1200×900", "2400×1800"]);
});

describe("a photo taken in any position stands upright", async () => {
  const upright = await images.process(picture("orientation/orientation_portrait_1.jpg"));

  test.each([2, 3, 4, 5, 6, 7, 8])("orientation %i", async (orientation) => {
    const turned = await images.process(picture(`orientation/orientation_portrait_${orientation}.jpg`));
    expect(sizes(turned)).toEqual(sizes(upright));
    expect([turned.width, turned.height]).toEqual([1200, 1800]);
    // Another JPEG of the same scene: 2 levels of 255; lying wrong: 60 and more.
    expect(await meanDifference(upright, turned)).toBeLessThan(6);
  });
});

test("where a photo was taken, and everything else that a camera wrote, is gone", async () => {
  const bytes = await sharp(drawing("kd_1ff2fb1b.jpg"))
    .withExif({
      IFD0: { Artist: "Ada" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "56/1 49/1 0/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "60/1 35/1 0/1",
      },
    })
    .withXmp(
      '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"/><?xpacket end="w"?>',
    )
    .withIccProfile("p3")
    .jpeg()
    .toBuffer();
  expect(await exifr.gps(bytes)).toMatchObject({ latitude: expect.closeTo(56.8, 1) });

  const made = await images.process(await aFile("with-gps.jpg", bytes));
  for (const { path } of made.variants) {
    const found = await sharp(path).metadata();
    expect([found.exif, found.icc, found.xmp, found.iptc, found.orientation]).toEqual(
      Array(5).fill(undefined),
    );
    // The simple container holds pixels only.
    expect((await readFile(path)).toString("latin1", 12, 16)).toBe("VP8 ");
  }
});

describe("colours arrive as they were seen", () => {
  // Ink can't show this orange; the encoder chooses the nearest that it can.
  const PRINTERS_GAMUT = 24;
  const SEEN = { r: 200, g: 80, b: 60 };
  const seen = () => flat("rgb(200, 80, 60)");

  test.each([
    ["wide-gamut.jpg", () => seen().withIccProfile("p3").jpeg({ quality: 100 }), 4],
    ["wide-gamut.png", () => seen().ensureAlpha().withIccProfile("p3").png(), 4],
    ["sixteen-bit.png", () => seen().toColourspace("rgb16").png(), 2],
    ["printer.jpg", () => seen().toColourspace("cmyk").jpeg({ quality: 100 }), PRINTERS_GAMUT],
    ["plain.webp", () => seen().webp({ lossless: true }), 2],
  ])("%s", async (name, make, tolerance) => {
    const made = await images.process(await aFile(name, await make().toBuffer()));
    const colour = await middleColour(made);
    for (const part of ["r", "g", "b"] as const)
      expect(Math.abs(colour[part] - SEEN[part])).toBeLessThanOrEqual(tolerance);
  });

  test("a colour profile that is rubbish is passed over", async () => {
    const bytes = await seen().withIccProfile("p3").jpeg({ quality: 100 }).toBuffer();
    const profile = bytes.indexOf("ICC_PROFILE") + 14;
    bytes.fill(0x2a, profile, profile + 300);
    const { r, g, b } = await middleColour(await images.process(await aFile("rubbish.jpg", bytes)));
    expect(r).toBeGreaterThan(g + 60);
    expect(g).toBeGreaterThan(b);
  });

  test("a pencil's grey stays grey", async () => {
    const grey = await flat("#777777").toColourspace("b-w").jpeg().toBuffer();
    const { r, g, b } = await middleColour(await images.process(await aFile("grey.jpg", grey)));
    expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThanOrEqual(2);
  });

  test("what is transparent becomes white as paper", async () => {
    const glass = sharp({
      create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    const made = await images.process(await aFile("glass.png", await glass.png().toBuffer()));
    expect(await middleColour(made)).toEqual({ r: 255, g: 255, b: 255 });
  });
});

test("an animation is taken as its first frame", async () => {
  const frames = await Promise.all(["#ff0000", "#0000ff"].map((colour) => flat(colour).png().toBuffer()));
  const film = await sharp(frames, { join: { animated: true } })
    .webp({ delay: [100, 100] })
    .toBuffer();
  const made = await images.process(await aFile("film.webp", film));

  expect(sizes(made)).toEqual(["60×40"]);
  const { r, b } = await middleColour(made);
  expect(r).toBeGreaterThan(b + 200);
});

async function middleColour(made: ProcessedImage): Promise<{ r: number; g: number; b: number }> {
  const { data, info } = await sharp(made.variants[0]!.path).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels;
  return { r: data[at]!, g: data[at + 1]!, b: data[at + 2]! };
}
