import { afterEach, expect, test } from "vitest";
import { aContest, type Contest, type SentEntry } from "../testing/index.ts";

let contest: Contest;
afterEach(() => contest.end());

const DAY = "2026-12-01T18:59:00.000Z";
const OTHER_DRAWING = "kd_2fa1f66c.jpg";
const askFix = (sent: SentEntry) =>
  contest.operations.decide(
    { ids: [sent.entry.id], decision: "ask_fix", reason: "Снимите весь лист.", fixBy: DAY },
    contest.staff("moderator"),
  );
const mend = (sent: SentEntry) =>
  contest.operations.mend({ id: sent.entry.id, upload: contest.upload(OTHER_DRAWING) }, contest.holder(sent));
const notAwaited = { code: "conflict", details: { reason: "campaigns.not_awaited" } };

test("another picture of a work that was asked to be mended takes the old one's place; all else stays, and it is looked at anew", async () => {
  const letters: string[] = [];
  contest = await aContest({}, undefined, { send: async ({ text }) => void letters.push(text) });
  const sent = await contest.send();
  await askFix(sent);
  const before = await contest.database.read
    .selectFrom("entry_file")
    .select("key")
    .where("entry_id", "=", sent.entry.id)
    .execute();
  const { entry } = await mend(sent);

  expect(entry).toMatchObject({ id: sent.entry.id, number: sent.entry.number, state: "submitted" });
  expect(entry).not.toHaveProperty("reason");
  expect(entry).not.toHaveProperty("fixBy");
  expect(entry.image?.variants.map(({ url }) => url)).not.toEqual(
    sent.entry.image?.variants.map(({ url }) => url),
  );
  await contest.jobs.runDue();
  expect(letters).toHaveLength(3);
  for (const { key } of before) expect(await contest.blobs.open(key)).toBeUndefined();

  const { entries } = await contest.decide("approve", [{ ...sent, entry }]);
  expect(entries[0]).toMatchObject({ number: sent.entry.number, state: "approved" });
  await expect(mend(sent)).rejects.toMatchObject(notAwaited);
});

test("a picture that nobody asked for, or that comes after its day, is refused and leaves no file", async () => {
  contest = await aContest();
  const sent = await contest.send();
  await expect(mend(sent)).rejects.toMatchObject(notAwaited);
  await askFix(sent);
  contest.setClock("2026-12-25T10:00:00Z");
  await expect(mend(sent)).rejects.toMatchObject(notAwaited);
  await expect(
    contest.operations.mend(
      { id: sent.entry.id, upload: contest.upload() },
      { ...contest.resident, token: "another" },
    ),
  ).rejects.toMatchObject({ code: "not_found" });
  expect(contest.files()).toMatchObject({ uploads: [], variants: [] });
  expect(contest.files().originals).toHaveLength(1);
});
