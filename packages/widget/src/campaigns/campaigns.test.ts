import { describe, expect, test } from "vitest";
import { ageGroupOf, ageIn, nominationsFor } from "./age-groups.ts";
import { aCampaign } from "./campaign.fixture.ts";
import { ageGroupText, inLanguage, workText } from "./campaign-texts.ts";
import { counted, dayInWords, daysUntil, momentInWords } from "./dates-in-words.ts";
import { phaseOf } from "./phase.ts";

const CITY = { locale: "ru", timeZone: "Asia/Yekaterinburg" };

describe("ages", () => {
  test.each([
    [3, "3-6"],
    [6, "3-6"],
    [7, "7-10"],
    [17, "11-17"],
    [2, undefined],
    [18, undefined],
  ])("an author of %i competes in the group %s", (age, group) => {
    expect(ageGroupOf(aCampaign(), age)?.slug).toBe(group);
  });

  test("a group without an upper bound takes everyone above", () => {
    const ageGroups = [{ slug: "60", title: "60+", minAge: 60, maxAge: null }];
    expect(ageGroupOf({ ageGroups }, 94)?.slug).toBe("60");
  });

  test("an age group goes by the name that staff gave it in the reader's language, else by its bounds", () => {
    const group = { slug: "3-6", title: "Малыши", minAge: 3, maxAge: 6 };
    expect(ageGroupText(group, "ru")).toBe("Малыши");
    expect(ageGroupText({ ...group, titleEn: "The little ones" }, "en")).toBe("The little ones");
    // No translation is loaded here: what matters is that the bounds stand instead of the Russian name.
    expect(ageGroupText(group, "en")).toBe("от 3 до 6 лет");
  });

  test("the poster is for those who are eleven; while the age is unknown everything may be chosen", () => {
    const slugs = (age?: number) => nominationsFor(aCampaign(), age).map(({ slug }) => slug);
    expect(slugs(10)).toEqual(["beregi-les"]);
    expect(slugs(11)).toEqual(["beregi-les", "plakat"]);
    expect(slugs()).toEqual(["beregi-les", "plakat"]);
  });

  test.each([
    [" 7 ", 7],
    ["0", 0],
    ["семь", undefined],
    ["7 лет", undefined],
    ["7.5", undefined],
    ["-7", undefined],
    ["121", undefined],
    ["", undefined],
  ])("«%s» is read as the age %s", (typed, age) => {
    expect(ageIn(typed)).toBe(age);
  });
});

describe("dates", () => {
  const now = new Date("2026-11-22T13:00:00Z");

  test("a day is the city's day, and names its year only when it is another", () => {
    // 23:30 UTC is already the next morning in the city.
    expect(dayInWords("2026-12-19T23:30:00Z", now, CITY)).toBe("20\u00a0декабря");
    expect(dayInWords("2027-01-20T07:00:00Z", now, CITY)).toBe("20\u00a0января 2027\u00a0года");
  });

  test("the clock is told, but not at the edges of a day", () => {
    expect(momentInWords("2026-12-01T07:00:00Z", now, CITY)).toBe("1\u00a0декабря в 12:00");
    expect(momentInWords("2026-12-20T18:59:59Z", now, CITY)).toBe("20\u00a0декабря");
    expect(momentInWords("2026-12-01T07:00:00Z", now, { ...CITY, locale: "en" })).toBe(
      "1\u00a0December, 12:00",
    );
  });

  test("days are counted by the city's midnights, not by hours", () => {
    expect(daysUntil("2026-11-22T18:59:59Z", now, CITY)).toBe(0);
    expect(daysUntil("2026-11-22T19:00:00Z", now, CITY)).toBe(1);
    expect(daysUntil("2026-12-20T18:59:59Z", now, CITY)).toBe(28);
  });

  test.each([
    [1, "1 день"],
    [3, "3 дня"],
    [28, "28 дней"],
  ])("%i in words", (count, words) => {
    expect(counted(count, "day", "ru")).toBe(words.replace(" ", "\u00a0"));
  });
});

describe("where a campaign stands", () => {
  const now = new Date("2026-11-22T13:00:00Z");

  test.each([
    ["open", { state: "open", acceptsEntries: true }, { kind: "open", daysLeft: 28 }],
    [
      "not begun",
      {
        state: "open",
        acceptsEntries: false,
        dates: { opensAt: "2027-01-01T00:00:00Z", closesAt: "2027-02-01T00:00:00Z" },
      },
      { kind: "early" },
    ],
    ["past its last day", { state: "open", acceptsEntries: false }, { kind: "judging" }],
    ["being judged", { state: "judging", acceptsEntries: false }, { kind: "judging" }],
    ["announced", { state: "announced", acceptsEntries: false }, { kind: "announced" }],
    ["put away", { state: "archived", acceptsEntries: false }, { kind: "closed" }],
  ] as const)("%s", (_, told, phase) => {
    expect(phaseOf(aCampaign(told), now, CITY)).toEqual(phase);
  });
});

test("a sentence that nobody translated is shown in Russian", () => {
  expect(inLanguage({ ru: "Береги лес", en: "Take care" }, "en")).toBe("Take care");
  expect(inLanguage({ ru: "Береги лес" }, "en")).toBe("Береги лес");
  expect(inLanguage({ ru: "Береги лес", en: "" }, "en")).toBe("Береги лес");
});

test("a title with quotation marks of its own gets no second pair", () => {
  expect(workText("Дождь", "Варя К.")).toBe("«Дождь», Варя К.");
  expect(workText("Остановка «Ратуша»", "Варя К.")).toBe("Остановка «Ратуша», Варя К.");
  expect(workText(undefined, "Варя К.")).toBe("Варя К.");
});
