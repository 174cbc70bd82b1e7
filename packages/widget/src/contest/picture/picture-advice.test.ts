import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { typeOf, unfitness } from "./drawing.ts";
import { adviceOn, isScreenshot, lookAt, SAMPLE_SIDE } from "@veche/protocol/picture-look";

const FOLDER = join(import.meta.dirname, "../../../../../demo/drawings");
const PHOTOGRAPHS = readdirSync(FOLDER).filter((name) => name.endsWith(".jpg"));
const SOME = PHOTOGRAPHS.filter((_, index) => index % 4 === 0);

async function advice(name: string, spoil: (photograph: Sharp) => Sharp = (photograph) => photograph) {
  const sample = await sharp(join(FOLDER, name))
    .rotate()
    .resize(SAMPLE_SIDE, SAMPLE_SIDE, { fit: "inside" })
    .toBuffer();
  const { data, info } = await spoil(sharp(sample)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return adviceOn(lookAt(data, info.width, info.height), 3000, 2000);
}

describe("advice on photographs of children's drawings", () => {
  test("as phones took them, with shadows and coloured casts, they get none", async () => {
    expect(PHOTOGRAPHS.length).toBeGreaterThan(20);
    for (const name of PHOTOGRAPHS) expect(await advice(name), name).toEqual([]);
  });

  test("with a third of the light, each is called dark and nothing else", async () => {
    for (const name of SOME) expect(await advice(name, (it) => it.linear(0.33)), name).toEqual(["dark"]);
  });

  test("out of focus, each is called blurred", async () => {
    for (const name of SOME) expect(await advice(name, (it) => it.blur(5)), name).toEqual(["blurred"]);
  });

  test("smaller than the campaign would like is told by the size of the picture, seen or not", () => {
    expect(adviceOn(undefined, 640, 2000)).toEqual(["small"]);
    expect(adviceOn(undefined, 2000, 2000)).toEqual([]);
    expect(adviceOn(undefined, 640)).toEqual([]);
  });
});

describe("a file before it is read", () => {
  const MAX = 25 * 1024 * 1024;
  test.each([
    ["photo.jpg", "image/jpeg", 1000, undefined],
    // Windows and old Android know HEIC by its name only.
    ["IMG_0001.HEIC", "", 1000, undefined],
    ["story.docx", "application/msword", 1000, "unsupported_media"],
    ["film.gif", "image/gif", 1000, "unsupported_media"],
    ["empty.png", "image/png", 0, "unsupported_media"],
    ["scan.png", "image/png", MAX, undefined],
    ["scan.png", "image/png", MAX + 1, "too_large"],
  ])("%s, %s, %i bytes: %s", (name, type, size, unfit) => {
    expect(unfitness({ name, type, size }, MAX)).toBe(unfit);
  });

  test("is known by its type before its name", () => {
    expect(typeOf({ name: "photo.heic", type: "image/jpeg" })).toBe("image/jpeg");
  });
});

describe("a picture of a screen", () => {
  const PHONE = { width: 1080, height: 2400 };
  test.each([
    ["Screenshot_20261122.jpg", "image/jpeg", 800, 600, true],
    ["Снимок экрана 2026-11-22.png", "image/png", 800, 600, true],
    ["IMG_0001.png", "image/png", 2400, 1080, true],
    // A photograph may have any size, a scan is no phone's screen.
    ["IMG_0002.jpg", "image/jpeg", 2400, 1080, false],
    ["scan.png", "image/png", 2480, 3508, false],
  ])("%s, %s, %i × %i: %s", (name, type, width, height, is) => {
    expect(isScreenshot({ name, type }, { width, height }, PHONE)).toBe(is);
  });
});
