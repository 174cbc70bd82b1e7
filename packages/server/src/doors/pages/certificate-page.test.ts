import { expect, test } from "vitest";
import { html } from "./html.ts";
import { certificatePage } from "./certificate-page.ts";

test("a paper's page tells contest, nomination, award and year, and search engines nothing", () => {
  const page = certificatePage(
    {
      number: "K7M2-QF9X",
      kind: "diploma",
      campaign: { slug: "les", title: { ru: "Лес & <b>дом</b>", en: "Forest" } },
      nomination: { ru: "Береги лес" },
      ageGroup: { ru: "3–6 лет", en: "ages 3–6" },
      award: "1 место",
      year: 2027,
    },
    { locale: "ru", suffix: "" },
  );
  const { text } = html`${page.body}`;
  for (const told of [
    "K7M2-QF9X",
    "Диплом",
    "Береги лес",
    "3–6 лет",
    "1 место",
    "2027",
    "Лес &amp; &lt;b&gt;",
  ])
    expect(text).toContain(told);
  expect(page.unlisted).toBe(true);
});

test("in English the nomination and the age group go by their English names", () => {
  const page = certificatePage(
    {
      number: "K7M2-QF9X",
      kind: "diploma",
      campaign: { slug: "les", title: { ru: "Лес" } },
      nomination: { ru: "Береги лес", en: "Take care of the forest" },
      ageGroup: { ru: "3–6 лет", en: "ages 3–6" },
      year: 2027,
    },
    { locale: "en", suffix: "?lang=en" },
  );
  const { text } = html`${page.body}`;
  expect(text).toContain("<dd>Take care of the forest</dd>");
  expect(text).toContain("<dd>ages 3–6</dd>");
});

test("in English a contest without an English name keeps its own, and thanks name no work", () => {
  const page = certificatePage(
    { number: "K7M2-QF9X", kind: "thanks", campaign: { slug: "les", title: { ru: "Лес" } }, year: 2027 },
    { locale: "en", suffix: "?lang=en" },
  );
  const { text } = html`${page.body}`;
  expect(text).toContain("Letter of thanks");
  expect(text).toContain('<a href="/campaigns/les?lang=en">Лес</a>');
  expect(text).not.toContain("Nomination");
});
