import { expect, test } from "vitest";
import { archiveBody, type PastCampaign } from "./archive-page.ts";

const past = (slug: string, announcedAt: string, winners: PastCampaign["winners"]): PastCampaign => ({
  campaign: {
    slug,
    state: "archived",
    title: { ru: `Конкурс <${slug}>` },
    summary: { ru: "" },
    rules: "",
    nominations: [{ slug: "les", title: { ru: "Лес", en: "Forest" } }],
    ageGroups: [
      { slug: "3-6", title: "3–6 лет", titleEn: "ages 3–6" },
      { slug: "7-10", title: "7–10 лет" },
    ],
  },
  announcedAt,
  winners,
});
const winner = { nomination: "les", ageGroup: "3-6", place: 1, title: "1 место" };

test("contests stand by the year in which they were announced in the city, with what may be known of winners", () => {
  const named = { ...winner, number: 7, authorName: "Варя К.", authorAge: 6, entryTitle: "Лиса" };
  const body = archiveBody(
    [
      // By the city's clocks this is the new year already.
      past("early", "2026-12-31T20:00:00Z", [named]),
      past("late", "2027-05-22T07:00:00Z", [{ ...winner, authorName: "Имя не публикуется" }]),
      past("old", "2025-05-22T07:00:00Z", []),
    ],
    "Asia/Yekaterinburg",
    { locale: "ru", suffix: "" },
  );
  const text = body.text.replace(/\s+/g, " ");
  expect([...text.matchAll(/<h2>(\d+)<\/h2>/g)].map(([, year]) => year)).toEqual(["2027", "2025"]);
  expect(text.indexOf("/campaigns/late")).toBeLessThan(text.indexOf("/campaigns/early"));
  expect(text).toContain("Конкурс &lt;early&gt;");
  expect(text).toContain('<b>1 место</b>: Варя К., <a href="/campaigns/early/works/7">«Лиса»</a>');
  expect(text).toContain("<b>1 место</b>: Имя не публикуется.");
  expect(text).not.toMatch(/undefined|false/);
});

test("in English nominations and age groups go by their English names, where the city wrote them", () => {
  const { text } = archiveBody(
    [
      past("late", "2027-05-22T07:00:00Z", [
        { ...winner, authorName: "Варя К." },
        { ...winner, ageGroup: "7-10", authorName: "Петя С." },
      ]),
    ],
    "Asia/Yekaterinburg",
    { locale: "en", suffix: "?lang=en" },
  );
  expect([...text.matchAll(/class="group">([^<]+)</g)].map(([, group]) => group)).toEqual([
    "Forest, ages 3–6",
    "Forest, 7–10 лет",
  ]);
});
