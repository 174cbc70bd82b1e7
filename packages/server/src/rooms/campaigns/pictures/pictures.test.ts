import { afterEach, expect, test } from "vitest";
import { aContest, type Contest } from "../testing/index.ts";

let contest: Contest;
afterEach(() => contest.end());

const HOUR_MS = 60 * 60_000;

test("an original has no address at all", async () => {
  contest = await aContest();
  const sent = await contest.send();
  await contest.decide("approve", [sent]);
  const [original = ""] = contest.files().originals;
  for (const key of [original, original.replace(".jpg", ".webp")]) {
    await expect(contest.picture(key, contest.holder(sent))).rejects.toMatchObject({ code: "not_found" });
    await expect(contest.operations.staffMedia({ key }, contest.staff("admin"))).rejects.toMatchObject({
      code: "not_found",
    });
  }
});

test("the addresses of an entry's pictures tell nothing of the original's", async () => {
  contest = await aContest();
  await contest.send();
  const { originals, media } = contest.files();
  const stem = originals[0]!.split(".")[0]!;
  expect(stem.length).toBeGreaterThanOrEqual(22);
  for (const file of media) expect(file.slice(0, 22)).not.toBe(stem.slice(0, 22));
});

test("files of a process that died before its entry was written are swept after an hour, others never", async () => {
  contest = await aContest();
  await contest.send();
  const kept = contest.files();
  const upload = contest.upload();
  await contest.blobs.put("originals/left-by-a-dead-process.jpg", upload.path, { contentType: "image/jpeg" });
  const storedAtMs = Date.now();

  contest.setClock(new Date(storedAtMs + HOUR_MS / 2).toISOString());
  expect(await contest.campaigns.sweepOrphans()).toBe(0);
  contest.setClock(new Date(storedAtMs + 2 * HOUR_MS).toISOString());
  expect(await contest.campaigns.sweepOrphans()).toBe(1);
  expect(contest.files()).toMatchObject({ originals: kept.originals, media: kept.media });
});
