import { readFile } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { aStudio, drawing } from "./pictures.fixture.ts";

const { images, aFile } = await aStudio();
const PHOTO = drawing("kd_2fa1f66c.jpg");
const hintsOf = async (name: string, bytes: Uint8Array) =>
  (await images.process(await aFile(name, bytes))).hints;

/** Flat shapes with clean edges, as a program draws them. */
const drawn = (width: number, height: number): Sharp =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/><rect y="60%" width="100%" height="40%" fill="#3a8f3d"/><circle cx="50%" cy="30%" r="20%" fill="#f2c12e"/></svg>`,
    ),
  );

test.each([
  "kd_2fa1f66c.jpg",
  "kd_b4ccea75.jpg",
  "kd_20747d7a.jpg",
  "animateddrawings_characters_char6_image.png",
])("of a drawing on paper as it was photographed nothing is said: %s", async (name) => {
  expect(await hintsOf(name, await readFile(drawing(name)))).toEqual([]);
});

test.each<[string, string[], () => Promise<Uint8Array>]>([
  ["dim.jpg", ["dark"], () => sharp(PHOTO).linear(0.33).jpeg().toBuffer()],
  ["out-of-focus.jpg", ["blurred"], () => sharp(PHOTO).blur(6).jpeg().toBuffer()],
  ["phone.png", ["screenshot"], () => drawn(1080, 2400).png().toBuffer()],
  ["phone.jpg", ["screenshot"], () => drawn(1170, 2532).jpeg().toBuffer()],
  ["program.png", ["digital"], () => drawn(1500, 1100).png().toBuffer()],
  [
    "procreate.jpg",
    ["digital"],
    () =>
      sharp(PHOTO)
        .withExif({ IFD0: { Software: "Procreate 5.3" } })
        .jpeg()
        .toBuffer(),
  ],
  [
    "generated.jpg",
    ["generated"],
    () =>
      sharp(PHOTO)
        .withXmp(xmp("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"))
        .jpeg()
        .toBuffer(),
  ],
  [
    "agency.jpg",
    ["stock"],
    () =>
      sharp(PHOTO)
        .withExif({ IFD0: { Copyright: "Shutterstock" } })
        .jpeg()
        .toBuffer(),
  ],
  ["held-upside-down.jpg", ["turned"], () => sharp(PHOTO).withMetadata({ orientation: 3 }).jpeg().toBuffer()],
])("%s: %j", async (name, hints, make) => {
  expect(await hintsOf(name, await make())).toEqual(hints);
});

test("what a camera took is neither a screenshot nor drawn in a program, whatever its size", async () => {
  const taken = await drawn(1080, 1920)
    .withExif({ IFD0: { Make: "samsung", Model: "SM-A546E" } })
    .jpeg()
    .toBuffer();
  expect(await hintsOf("taken.jpg", taken)).toEqual([]);
});

const xmp = (source: string) =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:i="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" i:DigitalSourceType="${source}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
