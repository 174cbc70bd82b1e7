import { expect, test } from "vitest";
import { rankByWeightedMean, type ScoredWork } from "./ranking.ts";

const criteria = [
  { slug: "idea", weight: 30, max: 10 },
  { slug: "theme", weight: 30, max: 10 },
  { slug: "skill", weight: 40, max: 10 },
];
const work = (id: string, ...scores: [number, number, number][]) => ({
  id,
  scores: scores.map(([idea, theme, skill]) => ({ idea, theme, skill })),
});

test("the weighted mean of all jurors, on a scale of 100", () => {
  expect(
    rankByWeightedMean([work("a", [10, 10, 10]), work("b", [5, 5, 5], [10, 0, 10])], criteria, []),
  ).toEqual([
    { id: "a", score: 100, rank: 1 },
    { id: "b", score: 60, rank: 2 },
  ]);
});

test("equal works share a place, and the next place is skipped", () => {
  const works = [work("a", [8, 8, 8]), work("c", [1, 1, 1]), work("b", [8, 8, 8])];
  expect(rankByWeightedMean(works, criteria, []).map(({ id, rank }) => [id, rank])).toEqual([
    ["a", 1],
    ["b", 1],
    ["c", 3],
  ]);
});

test("the written ladder decides among equal totals", () => {
  const works = [work("more idea", [9, 7, 8]), work("more theme", [7, 9, 8])];
  expect(rankByWeightedMean(works, criteria, ["theme"]).map(({ id }) => id)).toEqual([
    "more theme",
    "more idea",
  ]);
});

test("thirds of a point don't tell equal works apart", () => {
  const works = [
    work("a", [1, 2, 3], [2, 3, 4], [3, 4, 6]),
    work("b", [3, 4, 6], [1, 2, 3], [2, 3, 4]),
    work("c", [2, 3, 4], [3, 4, 6], [1, 2, 3]),
  ];
  expect(rankByWeightedMean(works, criteria, ["theme"]).map(({ rank }) => rank)).toEqual([1, 1, 1]);
});

test("a juror who has not finished doesn't count, nor does a work that nobody finished", () => {
  const works: ScoredWork[] = [
    { id: "a", scores: [{ idea: 10, theme: 10, skill: 10 }, { idea: 0 }] },
    { id: "b", scores: [{ idea: 10, theme: 10 }] },
  ];
  expect(rankByWeightedMean(works, criteria, [])).toEqual([{ id: "a", score: 100, rank: 1 }]);
});
