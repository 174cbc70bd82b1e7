import type { Winner } from "@veche/protocol";
import { expect, test } from "vitest";
import { aCampaign } from "../campaigns/campaign.fixture.ts";
import { podiumsOf } from "./podium.ts";

const winner = (nomination: string, ageGroup: string, place: number | null, title: string): Winner => ({
  nomination,
  ageGroup,
  place,
  title,
  authorName: "Варя К.",
});

test("winners stand by nomination and age group in the campaign's order, places before special prizes", () => {
  const shown = podiumsOf(aCampaign(), [
    winner("plakat", "11-17", 1, "I место"),
    winner("beregi-les", "7-10", null, "Приз жюри"),
    winner("beregi-les", "7-10", 2, "II место"),
    winner("beregi-les", "7-10", 1, "I место"),
    winner("beregi-les", "3-6", 1, "I место"),
  ]);
  const told = shown.map(({ nomination, podiums }) => [
    nomination.slug,
    podiums.map(({ ageGroup, winners }) => [ageGroup.slug, winners.map(({ title }) => title)]),
  ]);
  expect(told).toEqual([
    [
      "beregi-les",
      [
        ["3-6", ["I место"]],
        ["7-10", ["I место", "II место", "Приз жюри"]],
      ],
    ],
    ["plakat", [["11-17", ["I место"]]]],
  ]);
});

test("a campaign in which nobody was awarded shows no empty headings", () => {
  expect(podiumsOf(aCampaign(), [])).toEqual([]);
});
