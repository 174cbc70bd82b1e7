import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aContest, answerTo, aVoter, type Contest, type SentEntry, terms } from "../testing/index.ts";
import { bitsFor } from "./proof.ts";
import { floodsIn } from "./floods.ts";

const OPEN = "2026-12-22T10:00:00Z";
const CLOSED = "2026-12-28T00:00:00Z";
let contest: Contest;
let fox: SentEntry;
let bear: SentEntry;
let hare: SentEntry;
beforeAll(async () => {
  contest = await aContest({
    vote: { opensAt: "2026-12-21T00:00:00Z", closesAt: CLOSED, per: "nomination", counts: "closed" },
  });
  fox = await contest.send();
  bear = await contest.sendFrom("Ева");
  hare = await contest.sendFrom("Глеб", { authorAge: 12, nomination: "plakat" });
  await contest.decide("approve", [fox, bear, hare]);
  await decide("shortlist", [fox, bear]);
});
afterAll(() => contest.end());
beforeEach(async () => {
  contest.setClock(OPEN);
  await contest.database.write((db) => db.deleteFrom("vote").execute());
});

const decide = (decision: "shortlist" | "unshortlist", sent: readonly SentEntry[]) =>
  contest.operations.decide({ ids: sent.map((it) => it.entry.id), decision }, contest.staff("moderator"));
const admin = () => contest.staff("admin");
const votes = () => contest.operations.votes({ slug: "les" }, admin());
const counts = async () => (await votes()).entries.map(({ number, votes: count }) => [number, count]);
const shown = async () => (await contest.gallery()).items.map(({ number, votes: count }) => [number, count]);
const raw = async () => {
  const { body } = await contest.operations.rawVotes({ slug: "les" }, admin());
  return String(body).trim().split("\n").slice(1);
};

test("five hundred votes of one person at once are one vote", async () => {
  const voter = aVoter(contest, "Ада");
  const { work } = await voter.ballot();
  const answer = answerTo(work!);
  await Promise.all(
    Array.from({ length: 500 }, (_, at) => voter.cast((at % 2 ? fox : bear).entry.id, work!, answer)),
  );
  expect(await raw()).toHaveLength(1);
  expect((await voter.ballot()).own).toHaveLength(1);
});

test("a person has one vote in each nomination, and may give it to another work", async () => {
  await decide("shortlist", [hare]);
  const voter = aVoter(contest, "Ада");
  await voter.vote(fox.entry.id);
  await voter.vote(hare.entry.id);
  expect(await voter.vote(bear.entry.id)).toEqual([bear.entry.id, hare.entry.id]);
  expect(await counts()).toEqual([
    [2, 1],
    [3, 1],
    [1, 0],
  ]);
  await decide("unshortlist", [hare]);
});

test("a vote without the work behind it, with another's work or an old one is refused", async () => {
  const [ada, boris] = [aVoter(contest, "Ада"), aVoter(contest, "Борис")];
  const { work } = await ada.ballot();
  const refused = { code: "invalid", details: { reason: "campaigns.vote_work" } };
  await expect(ada.cast(fox.entry.id, work!, "-")).rejects.toMatchObject(refused);
  await expect(boris.cast(fox.entry.id, work!)).rejects.toMatchObject(refused);
  await expect(
    ada.cast(fox.entry.id, { ...work!, task: work!.task.replace(".13.", ".1.") }),
  ).rejects.toMatchObject(refused);
  contest.setClock("2026-12-22T10:10:00Z");
  await expect(ada.cast(fox.entry.id, work!)).rejects.toMatchObject(refused);
});

test("where the rule says so, only who has written in the chat votes, once, by whatever browser", async () => {
  const rule = { opensAt: "2026-12-21T00:00:00Z", closesAt: CLOSED, per: "campaign", counts: "closed" };
  await contest.campaigns.importCampaigns(terms({ vote: { ...rule, by: "chat" } }));
  try {
    const [ada, silent] = [aVoter(contest, "Ада"), aVoter(contest, "Борис")];
    contest.talks.set("voter-token-of-Ада", "talk-1").set("voter-token-of-Ада дома", "talk-1");
    expect((await silent.ballot()).work).toBeUndefined();
    const { work } = await ada.ballot();
    await expect(silent.cast(fox.entry.id, work!)).rejects.toMatchObject({
      code: "unauthenticated",
      details: { reason: "campaigns.vote_needs_talk" },
    });
    await ada.vote(fox.entry.id);
    expect(await aVoter(contest, "Ада дома").vote(bear.entry.id)).toEqual([bear.entry.id]);
    expect(await raw()).toHaveLength(1);
  } finally {
    await contest.campaigns.importCampaigns(terms({ vote: { ...rule, per: "nomination", by: "browser" } }));
  }
});

test("only shortlisted works are voted for, and only while the vote is open", async () => {
  const voter = aVoter(contest, "Ада");
  const { work } = await voter.ballot();
  await expect(voter.cast(hare.entry.id, work!)).rejects.toMatchObject({ code: "not_found" });
  contest.setClock("2026-12-27T23:59:59Z");
  const last = (await voter.ballot()).work;
  contest.setClock(CLOSED);
  await expect(voter.cast(fox.entry.id, last!)).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "campaigns.vote_closed" },
  });
  expect(await voter.ballot()).toMatchObject({ own: [], vote: { state: "closed" } });
});

test("the count is hidden until closing; then gallery, board and a recount from the raw votes agree", async () => {
  for (const name of ["Ада", "Борис", "Вера"]) await aVoter(contest, name).vote(fox.entry.id);
  await aVoter(contest, "Гена").vote(bear.entry.id);
  expect(await shown()).toEqual([
    [3, undefined],
    [2, undefined],
    [1, undefined],
  ]);

  contest.setClock(CLOSED);
  const recount = Map.groupBy(
    (await raw()).map((line) => line.split(",")).filter((cells) => cells[5] === "1"),
    (cells) => Number(cells[1]),
  );
  expect([...recount].map(([number, own]) => [number, own.length]).toSorted()).toEqual([
    [1, 3],
    [2, 1],
  ]);
  expect(await counts()).toEqual([
    [1, 3],
    [2, 1],
  ]);
  expect(await shown()).toEqual([
    [3, undefined],
    [2, 1],
    [1, 3],
  ]);
  const { items } = await contest.operations.staffEntries({ limit: 60 }, contest.staff("admin"));
  expect(items.map(({ number, votes: count }) => [number, count]).toSorted()).toEqual([
    [1, 3],
    [2, 1],
    [3, undefined],
  ]);
});

test("a flood from one network is shown, set aside by a person with a reason, and counted again", async () => {
  for (let at = 0; at < 15; at += 1) await aVoter(contest, `Бот ${at}`, "one network").vote(bear.entry.id);
  await aVoter(contest, "Ада").vote(fox.entry.id);

  const [flood, ...others] = (await votes()).floods;
  expect([flood, others]).toMatchObject([{ kind: "network", votes: 15, setAside: 0 }, []]);
  const { network, from, to } = flood!;
  const aside = await contest.operations.setVotesAside(
    { slug: "les", network, from, to, reason: "Одна сеть за минуту" },
    admin(),
  );
  expect(aside.entries).toMatchObject([
    { number: 1, votes: 1, setAside: 0 },
    { number: 2, votes: 0, setAside: 15 },
  ]);
  expect((await raw()).filter((line) => line.endsWith("0,Одна сеть за минуту"))).toHaveLength(15);

  const [act] = aside.acts;
  const again = await contest.operations.countVotesAgain({ slug: "les", act: act!.id }, admin());
  expect(again.entries[0]).toMatchObject({ number: 2, votes: 15, setAside: 0 });
  expect(again.acts).toMatchObject([{ reason: "Одна сеть за минуту", votes: 15, undone: {} }]);
});

test("whose network brings many votes works longer for each, but never for ever", () => {
  expect([0, 30, 31, 60, 61, 5000].map(bitsFor)).toEqual([13, 13, 14, 14, 15, 17]);
});

test("votes that trickle in through an evening are no flood, many for one work within minutes are", () => {
  const at = (second: number) => new Date(Date.UTC(2026, 11, 22) + second * 1000).toISOString();
  const given = (seconds: number) =>
    Array.from({ length: 60 }, (_, vote) => ({
      network: `n${vote}`,
      entryId: "fox",
      at: at(vote * seconds),
      counts: true,
    }));
  expect(floodsIn(given(301))).toEqual([]);
  expect(floodsIn(given(2))).toEqual([
    { kind: "entry", entryId: "fox", from: at(0), to: at(118), votes: 60, setAside: 0 },
  ]);
});

test("with a withdrawn work its votes are gone, and its voters may vote again", async () => {
  const voter = aVoter(contest, "Ада");
  const gone = await contest.database.read
    .selectFrom("entry")
    .selectAll()
    .where("number", "=", 2)
    .executeTakeFirstOrThrow();
  await voter.vote(gone.id);
  await contest.operations.withdraw({ id: gone.id }, contest.holder(bear));
  expect(await raw()).toEqual([]);
  expect(await voter.vote(fox.entry.id)).toEqual([fox.entry.id]);
});
