import { readdir, readFile } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { aStudio, blackPng, drawing, firstPart, PHONE_PHOTO, picture } from "./pictures.fixture.ts";
import { residentMemory } from "./resident-memory.ts";

const { images, aFile, quarantine } = await aStudio();
const red = sharp({ create: { width: 80, height: 80, channels: 3, background: "red" } });
const notAPicture = { code: "unsupported_media", details: { reason: "images.not_a_picture" } };
const damaged = { code: "unsupported_media", details: { reason: "images.damaged" } };
const tooManyPixels = {
  code: "too_large",
  details: { reason: "images.too_many_pixels", values: { megapixels: 50 } },
};

describe("what is no photo is refused, whatever its name says", () => {
  test.each<[string, () => Uint8Array | string | Promise<Uint8Array>]>([
    ["letter.jpg", () => "Уважаемая редакция!"],
    ["empty.jpg", () => ""],
    ["one-byte.jpg", () => "\u0000"],
    ["page.html.jpg", () => "<!doctype html><script>alert(1)</script>"],
    [
      "drawing.svg",
      () => '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    ],
    ["svg.png", () => '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ["scan.pdf", () => "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"],
    ["archive.jpg", () => Buffer.from("504b0304140000000000", "hex")],
    ["gif.jpg", () => red.clone().gif().toBuffer()],
    ["tiff.jpg", () => red.clone().tiff().toBuffer()],
    ["avif.heic", () => red.clone().avif().toBuffer()],
    ["bitmap.jpg", () => Buffer.concat([Buffer.from("BM"), Buffer.alloc(60)])],
  ])("%s", async (name, content) => {
    await expect(images.process(await aFile(name, await content()))).rejects.toMatchObject(notAPicture);
  });
});

describe("a damaged picture is refused", () => {
  test.each<[string, () => Promise<Uint8Array>]>([
    ["half.jpg", () => firstPart(drawing("kd_9b91dc39.jpg"), 0.5)],
    ["nearly-whole.jpg", () => firstPart(PHONE_PHOTO, 0.98)],
    ["head.jpg", () => firstPart(PHONE_PHOTO, 0.0001)],
    ["half.png", () => firstPart(drawing("animateddrawings_characters_char6_image.png"), 0.5)],
    ["half.heic", () => firstPart(picture("heic/drawing.heic"), 0.5)],
    ["head.heic", async () => (await readFile(picture("heic/drawing.heic"))).subarray(0, 60)],
    ["half.webp", async () => (await sharp(drawing("kd_9b91dc39.jpg")).webp().toBuffer()).subarray(0, 9_000)],
    [
      "rubbish.jpg",
      async () => Buffer.concat([Buffer.from("ffd8ffe000104a464946", "hex"), Buffer.alloc(5_000, 7)]),
    ],
    ["rubbish.png", async () => Buffer.concat([blackPng(50, 50).subarray(0, 33), Buffer.alloc(5_000, 7)])],
  ])("%s", async (name, content) => {
    await expect(images.process(await aFile(name, await content()))).rejects.toMatchObject(damaged);
  });
});

describe("more than 50 megapixels are refused before they are decoded", () => {
  test("a hundred megapixels in a few kilobytes", async () => {
    const bomb = blackPng(10_000, 10_000);
    expect(bomb.length).toBeLessThan(100_000);
    const file = await aFile("bomb.png", bomb);
    const startedAt = performance.now();

    await expect(images.process(file)).rejects.toMatchObject(tooManyPixels);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    for (const pid of images.processIds()) expect(await residentMemory(pid)).toBeLessThan(300 * 1024 * 1024);
  });

  test("a HEIC that declares a hundred megapixels", async () => {
    const bytes = Buffer.from(await readFile(picture("heic/drawing.heic")));
    const size = bytes.indexOf("ispe") + 8;
    bytes.writeUInt32BE(10_000, size);
    bytes.writeUInt32BE(10_000, size + 4);

    await expect(images.process(await aFile("bomb.heic", bytes))).rejects.toMatchObject(tooManyPixels);
  });
});

test("refused files leave nothing behind", async () => {
  expect(await readdir(quarantine)).toEqual([]);
});

test("a file that is not there is our mistake, not the resident's", async () => {
  await expect(images.process("/nowhere/drawing.jpg")).rejects.toThrow("ENOENT");
});
