import { type CampaignTerms, TERMS_PROBLEMS } from "@veche/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aContest, type Contest } from "../testing/index.ts";

let contest: Contest;
beforeAll(async () => {
  contest = await aContest({ kind: "idea" });
});
afterAll(() => contest.end());

const admin = () => contest.staff("admin");
const termsOf = (slug: string) => contest.operations.terms({ slug }, admin());
async function change(slug: string, over: Partial<CampaignTerms>) {
  const { terms, version } = await termsOf(slug);
  return contest.operations.changeTerms({ slug, version, terms: { ...terms, ...over } }, admin());
}
const codes = async (slug: string) => (await termsOf(slug)).problems.map(({ code }) => code);
const open = (slug: string) => contest.operations.move({ slug, state: "open" }, admin());

test("a contest is set up from nothing, and opens once nothing is missing", async () => {
  const slug = "dvor-2026";
  const begin = () => contest.operations.create({ slug, kind: "idea", title: "Двор" }, admin());
  expect((await begin()).campaign).toMatchObject({
    slug,
    state: "draft",
    dates: { opensAt: "2026-12-05T19:00:00.000Z", closesAt: "2027-01-04T18:59:59.000Z" },
  });
  await expect(begin()).rejects.toMatchObject({ code: "conflict", details: { field: "slug" } });
  expect(await codes(slug)).toEqual([
    "no_summary",
    "no_organiser",
    "no_nominations",
    "no_age_groups",
    "no_criteria",
    "no_rules",
    "no_consent",
  ]);
  await expect(open(slug)).rejects.toMatchObject({
    code: "conflict",
    details: {
      reason: "campaigns.not_ready",
      field: "terms.summary.ru",
      values: { codes: expect.stringContaining("no_rules, no_consent") },
    },
  });

  const { terms } = await termsOf(slug);
  const consents = terms.consents.map((it) => ({ ...it, text: it.text || "Согласен: ____" }));
  const { problems } = await change(slug, {
    summary: { ru: "Что сделать во дворе?" },
    organiser: "ecology",
    nominations: [{ slug: "dvor", title: { ru: "Двор" }, description: "", minAge: 12 }],
    participants: { minAge: 7, maxAge: 10 },
    ageGroups: [{ slug: "8-10", title: "8–10 лет", minAge: 8, maxAge: 10 }],
    criteria: [{ slug: "use", title: { ru: "Польза" }, description: "", weight: 100, max: 10 }],
    rules: "## Правила\n\n____",
    consents,
  });
  expect(problems).toEqual([
    { code: "nomination_for_nobody", field: "nominations.0.minAge" },
    { code: "age_groups_gap", field: "ageGroups" },
    { code: "rules_blanks", field: "rules" },
    { code: "consent_blanks", field: "consents.0.text" },
  ]);
  await change(slug, {
    participants: { minAge: 8, maxAge: null },
    ageGroups: [{ slug: "8-plus", title: "8 лет и старше", minAge: 8, maxAge: null }],
    rules: "## Правила",
    consents: consents.map((it) => ({ ...it, text: it.text.replace("____", "да") })),
  });
  expect(await codes(slug)).toEqual([]);
  expect((await open(slug)).campaign).toMatchObject({ state: "open", acceptsEntries: false });
});

test("what is written in English of nominations, age groups and criteria is kept, and told to jurors", async () => {
  const slug = "english-2026";
  await contest.operations.create({ slug, kind: "idea", title: "Двор" }, admin());
  const written = {
    nominations: [
      { slug: "dvor", title: { ru: "Двор", en: "Yard" }, description: "", descriptionEn: "Any yard" },
    ],
    ageGroups: [{ slug: "8", title: "8 и старше", titleEn: "8 and over", minAge: 8, maxAge: null }],
    criteria: [
      {
        slug: "use",
        title: { ru: "Польза" },
        description: "",
        descriptionEn: "Whom it helps",
        weight: 1,
        max: 10,
      },
    ],
  };
  await change(slug, written);
  expect((await termsOf(slug)).terms).toMatchObject(written);
  const { items } = await contest.operations.staffCampaigns({}, admin());
  expect(items.find((one) => one.slug === slug)).toMatchObject(written);
});

test("dates that contradict each other are told, each at its field", async () => {
  const slug = "daty-2026";
  await contest.operations.create({ slug, kind: "photo", title: "Даты" }, admin());
  const { problems } = await change(slug, {
    dates: {
      opensAt: "2026-12-10T00:00:00Z",
      closesAt: "2026-12-01T00:00:00Z",
      judgingFrom: "2026-11-30T00:00:00Z",
      judgingTo: "2026-11-29T00:00:00Z",
      announceAt: "2026-11-28T00:00:00Z",
      awardAt: "2026-11-27T00:00:00Z",
    },
    vote: {
      opensAt: "2026-12-02T00:00:00Z",
      closesAt: "2026-12-01T00:00:00Z",
      per: "campaign",
      counts: "closed",
      by: "chat",
    },
  });
  const dated = problems.filter(({ field }) => /^(dates|vote)\./.test(field));
  expect(dated.map(({ code, field }) => [code, field])).toEqual([
    ["closes_before_opens", "dates.closesAt"],
    ["judging_before_close", "dates.judgingFrom"],
    ["judging_ends_before_it_begins", "dates.judgingTo"],
    ["announced_before_judged", "dates.announceAt"],
    ["award_before_announced", "dates.awardAt"],
    ["vote_ends_before_it_begins", "vote.closesAt"],
    ["vote_after_announcement", "vote.closesAt"],
  ]);
  expect(TERMS_PROBLEMS).toEqual(expect.arrayContaining(problems.map(({ code }) => code)));
});

test("what works compete in stays; a changed consent and rules get a version of their own", async () => {
  await contest.sendIdea();
  const { terms } = await termsOf("les");
  const others = terms.nominations.filter(({ slug }) => slug !== "beregi-les");
  await expect(change("les", { nominations: others })).rejects.toMatchObject({
    details: { reason: "campaigns.nomination_in_use" },
  });
  const [processing, ...rest] = terms.consents;
  if (!processing) throw new Error("no consent to processing");
  const { changed } = await change("les", {
    consents: [{ ...processing, text: "Иначе" }, ...rest],
    rules: "## Другие правила",
  });
  expect(changed).toEqual(["consents", "rules"]);
  const { campaign } = await contest.operations.get({ slug: "les" }, contest.resident);
  expect(campaign.rulesVersion).toBe("2026-11-22");
  expect(campaign.consents.map(({ purpose, version }) => [purpose, version])).toEqual([
    ["processing", "2026-11-22"],
    ["publishing", "les-1"],
    ["use", "les-1"],
  ]);
});
