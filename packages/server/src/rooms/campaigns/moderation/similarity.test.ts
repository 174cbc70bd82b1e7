import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { perceptualHash } from "../../../images/perceptual-hash.ts";
import { toPixels } from "../../../images/pixels.ts";
import { createLookalikes } from "./similarity.ts";

const drawings = join(import.meta.dirname, "../../../../../../demo/drawings");
const names = readdirSync(drawings).filter((name) => name.startsWith("kd_"));

const hashOf = async (name: string, degrees: number) =>
  perceptualHash(
    await toPixels(
      sharp(await sharp(join(drawings, name)).resize(300, 300).rotate(degrees).png().toBuffer()),
    ),
  );

const works = await Promise.all(
  names.map(async (name) => ({ id: name, perceptualHash: await hashOf(name, 0) })),
);
const lookalikes = createLookalikes(works);

test.each([90, 180, 270])("a drawing photographed turned by %i degrees is found", async (degrees) => {
  for (const id of names) {
    const found = lookalikes({ id: "again", perceptualHash: await hashOf(id, degrees) });
    expect(found[0]?.work.id).toBe(id);
  }
});

test("of different drawings only the sheet that was photographed twice, once upside down, is said to be the same", () => {
  const pairs = works.flatMap((work) =>
    lookalikes(work).map((found) => [work.id, found.work.id].toSorted().join(" ")),
  );
  expect([...new Set(pairs)]).toEqual(["kd_70028812.jpg kd_9b91dc39.jpg"]);
});
