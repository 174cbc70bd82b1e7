import type { CampaignTerms } from "@veche/protocol";
import { expect, test } from "vitest";
import { completed } from "./completed.ts";
import { withValue } from "./paths.ts";
import { consentFrom, type Facts, rulesFrom } from "./templates.ts";

const terms: CampaignTerms = {
  title: { ru: "Конкурс «Лес»" },
  summary: { ru: "Нарисуйте лес." },
  dates: { opensAt: "2026-11-01T19:00:00Z", closesAt: "2026-12-20T18:59:59Z" },
  participants: { minAge: 3, maxAge: 17 },
  nominations: [{ slug: "beregi", title: { ru: "Береги лес" }, description: "Как его беречь." }],
  ageGroups: [],
  asks: ["teacher"],
  limits: { entriesPerAuthorPerNomination: 1 },
  criteria: [{ slug: "idea", title: { ru: "Замысел" }, description: "Своя мысль.", weight: 60, max: 10 }],
  tieBreak: ["idea"],
  prizes: [{ place: 1, title: "Самокат" }],
  places: { shared: true, mayStayEmpty: false },
  titles: { winner: "Победитель", prizeWinner: "Призёр" },
  consents: [],
  consentWithinDays: 30,
  keepNamesDays: 365,
  rules: "",
};
const facts: Facts = {
  terms,
  organiser: "Департамент культуры",
  contacts: "",
  city: "Новореченск",
  timeZone: "Asia/Yekaterinburg",
  inWords: false,
};

test("rules are written from what the terms say, with blanks where they say nothing", () => {
  const rules = rulesFrom(facts);
  expect(rules.match(/^## .+/gm)).toHaveLength(15);
  expect(rules).toContain("«Конкурс „Лес“»");
  expect(rules).toContain("Приём работ: с 2 ноября 2026 г. в 00:00 до 20 декабря 2026 г. в 23:59");
  expect(rules).toContain("- Замысел (своя мысль): до 10 баллов, вес 60");
  expect(rules).toContain("Места присуждают подряд.");
  expect(rules).toContain("## 5. Возрастные группы\n\n____");
  expect(rules).toContain("## 15. Контакты\n\n____");
  expect(consentFrom(facts)).toContain("Оператор: Департамент культуры.");
});

test("what was added gets its address and its usual name before it is sent", () => {
  const group = { slug: "", title: "", minAge: 7, maxAge: 10 };
  const added = withValue(terms, "ageGroups", [group, { ...group, minAge: 11, maxAge: null }]);
  const sent = completed(
    withValue(added, "nominations", [
      ...terms.nominations,
      { slug: "", title: { ru: "Береги лес!" }, description: "" },
    ]),
  );
  expect(sent.nominations.map(({ slug }) => slug)).toEqual(["beregi", "beregi-les"]);
  expect(sent.ageGroups.map(({ slug, title }) => [slug, title])).toEqual([
    ["7-10", "7–10 лет"],
    ["11-plus", "11 лет и старше"],
  ]);
  expect(completed(withValue(terms, "criteria", [])).tieBreak).toEqual([]);
});

test("English texts are sent whole or not at all", () => {
  const document = {
    purpose: "processing",
    version: "1",
    title: "Согласие",
    text: "Текст",
    required: true,
  } as const;
  const sent = completed({
    ...terms,
    consents: [
      { ...document, en: { title: "", text: "Words" } },
      { ...document, en: { title: "T", text: "" } },
    ],
    award: { place: "ДК", note: "", en: { place: "", note: "" } },
  });
  expect(sent.consents).toEqual([{ ...document, en: { title: "Согласие", text: "Words" } }, document]);
  expect(sent.award).toEqual({ place: "ДК", note: "" });
});
