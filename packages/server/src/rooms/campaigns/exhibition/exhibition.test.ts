import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aContest, type Contest, type SentEntry } from "../testing/index.ts";

let contest: Contest;
let fox: SentEntry;
beforeEach(async () => {
  contest = await aContest();
  fox = await contest.send();
  await contest.decide("approve", [fox]);
});
afterEach(() => contest.end());

const admin = () => contest.staff("admin");
const make = (works: "all" | "awarded") => contest.operations.makeExhibition({ slug: "les", works }, admin());
const progress = () => contest.operations.exhibition({ slug: "les" }, admin());
async function archive(): Promise<string> {
  const { body } = await contest.operations.exhibitionArchive({ slug: "les" }, admin());
  if (typeof body !== "object" || !("stream" in body)) throw new Error("a ZIP comes as a stream");
  return (await buffer(body.stream)).toString("latin1");
}

test("works whose use was consented to become A3 sheets; the others stay off the wall", async () => {
  // Its picture is another's, but nobody consented to anything.
  await contest.twin(fox, { author_first_name: "Ева" });
  await expect(make("awarded")).rejects.toMatchObject({ details: { reason: "campaigns.nothing_to_hang" } });
  expect(await make("all")).toEqual({ total: 1, made: 0 });
  await contest.jobs.runDue();
  expect(await progress()).toEqual({ total: 1, made: 1 });
  expect(contest.files().documents).toHaveLength(1);
  expect(await archive()).toContain("00001-a3.pdf");
  await make("all");
  await contest.jobs.runDue();
  expect(contest.files().documents).toHaveLength(1);
});

test("a picture that was covered since is not shown as it was: its sheet is made again", async () => {
  await make("all");
  await contest.jobs.runDue();
  const before = contest.files().documents;
  const covers = [{ x: 0, y: 0, width: 0.5, height: 0.5 }];
  const edits = { look: "as_it_was", turn: 0, covers } as const;
  await contest.operations.editPicture(
    { id: fox.entry.id, ...edits, covers: [...covers] },
    contest.staff("moderator"),
  );
  expect(await progress()).toEqual({ total: 1, made: 0 });
  await expect(archive()).rejects.toMatchObject({ code: "not_found" });
  await make("all");
  await contest.jobs.runDue();
  expect(await progress()).toEqual({ total: 1, made: 1 });
  const after = contest.files().documents;
  expect(after).toHaveLength(1);
  expect(after).not.toEqual(before);
});

test("who is withdrawn hangs on no wall any more", async () => {
  await make("all");
  await contest.jobs.runDue();
  await contest.operations.withdraw({ id: fox.entry.id }, contest.holder(fox));
  await contest.jobs.runDue();
  expect(await progress()).toEqual({ total: 0, made: 0 });
  expect(contest.files().documents).toEqual([]);
});
