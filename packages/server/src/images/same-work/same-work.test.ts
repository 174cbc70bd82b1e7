import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { fittedInside, type Pixels, toPixels } from "../pixels.ts";
import { drawing } from "../pictures.fixture.ts";
import { placesInCommon } from "./compare.ts";
import { glancesOf, glancesToText, SAME_SHEET_PLACES, startComparingThread } from "./index.ts";
import { marksFromText, marksToText } from "./marks-text.ts";
import { AGAIN, again, marksIn } from "./photographed-again.fixture.ts";

const NAMES = ["kd_20747d7a.jpg", "kd_2fa1f66c.jpg"];
const sheetOf = (name: string): Promise<Pixels> => toPixels(fittedInside(sharp(drawing(name)), 640));
const sheets = await Promise.all(NAMES.map(async (name) => ({ name, sheet: await sheetOf(name) })));
const works = await Promise.all(
  sheets.map(async ({ name, sheet }) => ({ name, marks: await marksIn(sheet) })),
);

test.each(AGAIN)("the same sheet, %s, is known again, and no other is taken for it", async (how) => {
  for (const [at, { name, sheet }] of sheets.entries()) {
    const marks = await marksIn(await again(sheet, how, 40 + at, 480));
    const same = works.filter((it) => placesInCommon(it.marks, marks) >= SAME_SHEET_PLACES);
    expect(
      same.map((it) => it.name),
      `${name} ${how}`,
    ).toEqual([name]);
  }
});

test("two photographs of one sheet that people took are known for the same", async () => {
  const [one, other] = await Promise.all(
    ["kd_6efcf00f.jpg", "kd_20747d7a.jpg"].map(async (name) => marksIn(await sheetOf(name))),
  );
  expect(placesInCommon(one!, other!)).toBeGreaterThanOrEqual(SAME_SHEET_PLACES);
});

test("among many works the likeliest is named first, itself left out, and looked at closely", async () => {
  const thread = startComparingThread();
  onTestFinished(() => thread.close());
  const texts = works.map(({ marks }) => marksToText(marks));
  const marks = marksToText(await marksIn(await again(sheets[1]!.sheet, "turned", 7)));
  const known = [...works.map(({ name }, at) => [name, texts[at]!] as const), ["again", marks] as const];
  await thread.add(known.map(([id, text]) => ({ id, glances: glancesToText(glancesOf(text)) })));

  const likeliest = await thread.likeliest("again", marks, 5);
  expect(likeliest[0]).toBe(NAMES[1]);
  expect(likeliest).not.toContain("again");
  const [other, same] = await thread.placesInCommon(marks, texts);
  expect(other).toBeLessThan(SAME_SHEET_PLACES);
  expect(same).toBeGreaterThanOrEqual(SAME_SHEET_PLACES);
});

test("whoever waits for a comparing thread that ends is told so, and it says that it has ended", async () => {
  const thread = startComparingThread();
  const waiting = thread.likeliest("again", "", 5);
  const told = expect(waiting).rejects.toThrow("the comparing thread has ended");
  await thread.close();
  await told;
  expect(thread.isAlive()).toBe(false);
  await expect(thread.add([])).rejects.toThrow("the comparing thread has ended");
});

test("marks come back from their text as they went", () => {
  const { marks } = works[0]!;
  const back = marksFromText(marksToText(marks));
  expect(back).toHaveLength(marks.length);
  expect(back.map(({ code }) => code)).toEqual(marks.map(({ code }) => code));
  expect(placesInCommon(marks, back)).toBeGreaterThan(SAME_SHEET_PLACES);
});
