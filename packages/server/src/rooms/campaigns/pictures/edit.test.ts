import { writeFile } from "node:fs/promises";
import type { PictureEdits } from "@veche/protocol";
import sharp from "sharp";
import { afterEach, expect, test } from "vitest";
import { aDrawing, photographOf } from "../../../images/paper/photograph.fixture.ts";
import { fromPixels } from "../../../images/pixels.ts";
import { aContest, anEntry, type Contest } from "../testing/index.ts";

let contest: Contest;
afterEach(() => contest.end());

/** One photograph for all of them: taking it costs more than what is done with it. */
const WIDTH = 600;
const { pixels } = photographOf(await aDrawing(3), 3, { framing: "whole", longSide: WIDTH });
const photograph = await fromPixels(pixels).jpeg({ quality: 90 }).toBuffer();

async function sentFromTheTable() {
  contest = await aContest();
  const upload = contest.upload("kd_2fa1f66c.jpg");
  await writeFile(upload.path, photograph);
  return contest.operations.submit({ slug: "les", ...anEntry(), upload }, contest.resident);
}

type Seen = { variants: readonly { url: string; width: number; height: number }[] } | undefined;
const keyOf = (image: Seen) => image?.variants.at(-1)?.url.split("/").at(-1) ?? "";
const holder = (token: string) => ({ ...contest.resident, token });
const edit = (id: string, edits: PictureEdits & { before?: PictureEdits }) =>
  contest.operations.editPicture({ id, ...edits }, contest.staff("moderator"));

test("a photographed sheet is shown straightened, and as it was by one act of its parent, and back", async () => {
  const { entry, token } = await sentFromTheTable();
  expect(entry.looks?.shown).toBe("page");
  const [page, before] = [keyOf(entry.image), keyOf(entry.looks?.other)];
  const seen = await contest.operations.chooseLook({ id: entry.id, look: "as_it_was" }, holder(token));

  expect(seen.entry).toMatchObject({ looks: { shown: "as_it_was" }, image: { width: WIDTH } });
  await expect(contest.picture(page)).rejects.toMatchObject({ code: "not_found" });
  await expect(contest.picture(before)).rejects.toMatchObject({ code: "not_found" });
  const back = await contest.operations.chooseLook({ id: entry.id, look: "page" }, holder(token));
  expect(back.entry.image?.width).toBe(entry.image?.width);
});

test("a moderator turns, covers and crops, the published address becomes another, and all of it goes back", async () => {
  const sent = await sentFromTheTable();
  await contest.decide("approve", [sent]);
  const { id, image } = sent.entry;
  const part = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };
  const { entry } = await edit(id, { look: "page", turn: 90, covers: [part], crop: part });

  expect(entry.edits).toMatchObject({ turn: 90, covers: [part] });
  expect(entry.image!.width / entry.image!.height).toBeCloseTo(image!.height / image!.width, 1);
  await expect(contest.picture(keyOf(image))).rejects.toMatchObject({ code: "not_found" });
  const published = await contest.picture(keyOf(entry.image));
  const bytes = "body" in published ? published.body : undefined;
  const file = typeof bytes === "object" && "file" in bytes ? bytes.file : "";
  expect((await sharp(file).stats()).channels.map(({ max }) => max)).toEqual([0, 0, 0]);

  const back = await edit(id, { look: "page", turn: 0, covers: [] });
  expect(back.entry.image?.width).toBe(image?.width);
});

test("a moderator who saw another picture does not bring back what a colleague covered", async () => {
  const sent = await sentFromTheTable();
  const { id } = sent.entry;
  const seen = { look: "page", turn: 0, covers: [] } as const satisfies PictureEdits;
  const covered = { ...seen, covers: [{ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }] };
  await edit(id, { ...covered, before: seen });
  await expect(edit(id, { ...seen, turn: 90, before: seen })).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "campaigns.picture_changed" },
  });
  const { entry } = await edit(id, { ...covered, turn: 90, before: covered });
  expect(entry.edits).toEqual({ ...covered, turn: 90 });
});

test("what a moderator covered, or decided on, the parent does not bring back", async () => {
  const { entry, token } = await sentFromTheTable();
  const asItWas = () => contest.operations.chooseLook({ id: entry.id, look: "as_it_was" }, holder(token));
  await edit(entry.id, { look: "page", turn: 0, covers: [{ x: 0, y: 0, width: 0.2, height: 0.2 }] });
  await expect(asItWas()).rejects.toMatchObject({ details: { reason: "campaigns.look_decided" } });

  await edit(entry.id, { look: "page", turn: 0, covers: [] });
  await contest.decide("approve", [{ entry, token }]);
  await expect(asItWas()).rejects.toMatchObject({ details: { reason: "campaigns.look_decided" } });
});

test("jurors see what is shown and nothing else of the picture", async () => {
  const { entry } = await sentFromTheTable();
  const key = keyOf(entry.looks?.other);
  await expect(contest.operations.staffMedia({ key }, contest.staff("jury"))).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await contest.operations.staffMedia({ key }, contest.staff("moderator"))).toBeDefined();
});
