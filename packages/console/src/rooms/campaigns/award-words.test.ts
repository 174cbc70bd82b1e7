import { expect, test } from "vitest";
import { awardKey, awardsOf } from "./award-words.ts";

const prizes = [
  { place: 2, title: "Настольная игра" },
  { place: 1, title: "Самокат", forAgeGroups: ["7-10"] },
  { place: 1, title: "Набор для творчества", forAgeGroups: ["3-6"] },
  { place: null, title: "Приз жюри «За доброту к лесу»" },
];

const said = (place: number) => `${place} место`;

test("an age group is offered each of its places once, then the special prizes", () => {
  expect(awardsOf({ prizes }, "3-6", said)).toEqual([
    { place: 1, title: "1 место" },
    { place: 2, title: "2 место" },
    { place: null, title: "Приз жюри «За доброту к лесу»" },
  ]);
});

test("an age group without a first prize is not offered a first place", () => {
  expect(awardsOf({ prizes }, "15-17", said).map(({ place }) => place)).toEqual([2, null]);
});

test("a special prize and a place of the same words are told apart", () => {
  expect(awardKey({ place: 1, title: "Диплом" })).not.toBe(awardKey({ place: null, title: "Диплом" }));
});
