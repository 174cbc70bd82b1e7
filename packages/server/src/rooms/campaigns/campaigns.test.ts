import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { aContest, type Contest, terms } from "./testing/index.ts";

let contest: Contest;
afterEach(() => contest.end());

const CITY = new URL("../../../../../demo/city/campaigns.json", import.meta.url);
const les = async () => (await contest.operations.get({ slug: "les" }, contest.resident)).campaign;
const move = (state: "draft" | "open" | "judging" | "announced" | "archived") =>
  contest.operations.move({ slug: "les", state }, contest.staff("admin"));

test("the city's campaigns are read as they are; the draft stays unknown to the public", async () => {
  contest = await aContest();
  const city: unknown = JSON.parse(readFileSync(CITY, "utf8"));
  expect((await contest.campaigns.importCampaigns(city)).added).toEqual([
    "zaschitim-les-ot-pozharov",
    "moy-gorod-vesnoy",
    "zimniy-novorechensk",
    "idei-dlya-goroda",
  ]);
  const { items } = await contest.operations.list({}, contest.resident);
  expect(items.map(({ slug, state }) => [slug, state])).toEqual([
    ["les", "open"],
    ["zaschitim-les-ot-pozharov", "open"],
    ["idei-dlya-goroda", "open"],
    ["moy-gorod-vesnoy", "announced"],
  ]);
  await expect(
    contest.operations.get({ slug: "zimniy-novorechensk" }, contest.resident),
  ).rejects.toMatchObject({
    code: "not_found",
  });
});

test("what is exported can be imported again and says the same", async () => {
  contest = await aContest();
  const before = await contest.campaigns.exportCampaigns();
  const written: unknown = JSON.parse(JSON.stringify(before));
  expect(await contest.campaigns.importCampaigns(written)).toEqual({ added: [], replaced: ["les"] });
  expect(await contest.campaigns.exportCampaigns()).toEqual(before);
});

test.each([
  [{ dates: { opensAt: "вчера", closesAt: "2026-12-20T23:59:59+05:00" } }, "0.dates.opensAt"],
  [{ dates: { opensAt: "2026-12-21T00:00:00Z", closesAt: "2026-12-20T00:00:00Z" } }, "0.dates.closesAt"],
  [{ kind: "poetry" }, "0.kind"],
  [{ nominations: [] }, "0.nominations"],
  [{ tieBreak: ["beauty"] }, "0.tieBreak"],
])("a mistake in the file is told by its path: %j", async (over, field) => {
  contest = await aContest();
  const mistaken = terms({ slug: "second", ...over });
  await expect(contest.campaigns.importCampaigns(mistaken)).rejects.toMatchObject({
    code: "invalid",
    details: { field },
  });
});

test("a file with one mistake imports nothing of it", async () => {
  contest = await aContest();
  await expect(
    contest.campaigns.importCampaigns([terms({ slug: "second" }), terms({ slug: "third", rules: "" })]),
  ).rejects.toMatchObject({ details: { field: "1.rules" } });
  expect((await contest.campaigns.exportCampaigns()).map((it) => it.slug)).toEqual(["les"]);
});

test("a contest is created once", async () => {
  contest = await aContest();
  expect(await contest.campaigns.createCampaign(terms({ slug: "second" }))).toEqual({ slug: "second" });
  await expect(contest.campaigns.createCampaign(terms({ slug: "second" }))).rejects.toMatchObject({
    code: "conflict",
  });
});

test("importing again changes the terms and never the state", async () => {
  contest = await aContest();
  contest.setClock("2026-12-01T00:00:00Z");
  await move("judging");
  await contest.campaigns.importCampaigns(terms({ rulesVersion: "2" }));
  expect(await les()).toMatchObject({ state: "judging", rulesVersion: "2" });
});

test("dates close entries by themselves, on the second", async () => {
  contest = await aContest();
  const seen = async (at: string) => {
    contest.setClock(at);
    const { state, acceptsEntries } = await les();
    return [state, acceptsEntries];
  };
  expect(await seen("2026-11-01T18:59:59Z")).toEqual(["open", false]);
  expect(await seen("2026-11-01T19:00:00Z")).toEqual(["open", true]);
  expect(await seen("2026-12-20T18:59:58Z")).toEqual(["open", true]);
  expect(await seen("2026-12-20T18:59:59Z")).toEqual(["judging", false]);
});

test("each purpose has its document, all of the same version, and only processing is required", async () => {
  contest = await aContest();
  const { consents, consent } = await les();
  expect(consents.map(({ purpose, version, required }) => [purpose, version, required])).toEqual([
    ["processing", "les-1", true],
    ["publishing", "les-1", false],
    ["use", "les-1", false],
  ]);
  expect(consent).toEqual({ version: "les-1", text: "Согласен на обработку." });
  for (const { purpose, text } of consents) {
    if (purpose !== "processing") expect(text).toContain("Защитим лес");
  }
});

test("an administrator moves a contest along, and only along", async () => {
  contest = await aContest({ state: "draft" });
  await expect(move("archived")).rejects.toMatchObject({ code: "conflict" });
  expect((await move("open")).campaign.acceptsEntries).toBe(true);
  expect((await move("judging")).campaign.state).toBe("judging");
  await expect(contest.send()).rejects.toMatchObject({ code: "conflict" });
  expect((await move("open")).campaign.acceptsEntries).toBe(true);
  await expect(move("announced")).rejects.toMatchObject({ code: "invalid" });
  contest.setClock("2026-12-21T00:00:00Z");
  await expect(move("open")).rejects.toMatchObject({ details: { reason: "campaigns.dates_passed" } });
});

test("staff see drafts, criteria and how many entries stand where", async () => {
  contest = await aContest();
  await contest.campaigns.importCampaigns(terms({ slug: "draft", state: "draft" }));
  const sent = await contest.send();
  await contest.sendFrom("Ева");
  await contest.decide("approve", [sent]);
  const { items } = await contest.operations.staffCampaigns({}, contest.staff("moderator"));
  expect(
    items.map(({ slug, counts, criteria }) => [slug, counts.submitted, counts.approved, criteria.length]),
  ).toEqual([
    ["draft", 0, 0, 2],
    ["les", 1, 1, 2],
  ]);
});
