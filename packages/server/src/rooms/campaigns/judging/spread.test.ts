import { expect, test } from "vitest";
import { isRecused } from "./recusal.ts";
import { severityCorrected } from "./severity.ts";
import { spreadWorks } from "./spread.ts";

const works = Array.from({ length: 100 }, (_, index) => `work ${index}`);
const jurors = ["Ада", "Борис", "Вера", "Глеб", "Дина"];
const spreadBy = (over: Partial<Parameters<typeof spreadWorks>[0]> = {}) =>
  spreadWorks({
    works,
    jurors,
    perWork: 2,
    common: 5,
    seed: "les",
    judged: new Map(),
    inReach: () => true,
    mayJudge: () => true,
    ...over,
  });

test("each work is seen by as many as asked, the common ones by all, and everybody has as much to do", () => {
  const spread = spreadBy();
  const seenBy = works.map((work) => jurors.filter((juror) => spread.get(juror)?.includes(work)).length);
  expect(seenBy.filter((count) => count === 5)).toHaveLength(5);
  expect(seenBy.filter((count) => count === 2)).toHaveLength(95);
  const loads = [...spread.values()].map((own) => own.length);
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  expect(spreadBy()).toEqual(spread);
  expect(spreadBy({ seed: "other" })).not.toEqual(spread);
});

test("who has begun a work keeps it, and who stands back from one never gets it", () => {
  const judged = new Map(works.map((work) => [work, new Set(["Дина"])]));
  expect(spreadBy({ judged, common: 0 }).get("Дина")).toHaveLength(100);
  const spread = spreadBy({ mayJudge: (juror, work) => juror !== "Ада" || work !== "work 7" });
  expect(spread.get("Ада")).not.toContain("work 7");
});

test("a severe juror's works are not the worse for it", () => {
  const totals = [
    { work: "common", juror: "kind", total: 80 },
    { work: "common", juror: "severe", total: 60 },
    { work: "a", juror: "kind", total: 80 },
    { work: "b", juror: "severe", total: 60 },
  ];
  const corrected = severityCorrected(totals);
  for (const work of ["common", "a", "b"]) expect(corrected.get(work)).toBeCloseTo(70, 5);
});

test.each([
  [{ by: "surname", value: "Петров" } as const, true],
  [{ by: "surname", value: "Сидоров" } as const, false],
  [{ by: "school", value: "школа №2" } as const, true],
  [{ by: "school", value: "Школа № 22" } as const, false],
  [{ by: "work", value: "7" } as const, true],
])("who recused themself by %j: %s", (recusal, expected) => {
  const work = {
    id: "7",
    institution: "МБОУ «Школа № 2»",
    author_last_name: "Петрова",
    teacher: "",
    guardian_name: "Иванова Анна",
  };
  expect(isRecused([recusal], work)).toBe(expected);
});

test("limited jurors get only what is theirs, all get about as much, and works in common bind them", () => {
  const inReach = (juror: string, work: string) =>
    !["Ада", "Борис"].includes(juror) || works.indexOf(work) % 2 === (juror === "Ада" ? 0 : 1);
  const spread = spreadBy({ inReach, mayJudge: inReach });
  for (const juror of ["Ада", "Борис"])
    expect(spread.get(juror)?.every((work) => inReach(juror, work))).toBe(true);
  for (const work of works)
    expect(jurors.filter((juror) => spread.get(juror)?.includes(work)).length).toBeGreaterThanOrEqual(2);
  const loads = [...spread.values()].map((own) => own.length);
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(6);
  for (const juror of ["Ада", "Борис"]) {
    const withAll = spread
      .get(juror)
      ?.filter((work) => ["Вера", "Глеб", "Дина"].every((other) => spread.get(other)?.includes(work)));
    expect(withAll?.length).toBeGreaterThanOrEqual(5);
  }
});

test("a juror who shares no work with anybody is not corrected by what others gave", () => {
  const total = (work: string, juror: string, points: number) => ({ work, juror, total: points });
  const corrected = severityCorrected([
    total("лис", "Ада", 40),
    total("лис", "Борис", 80),
    total("ель", "Ада", 50),
    total("сыч", "Вера", 70),
  ]);
  expect(corrected.get("сыч")).toBeCloseTo(70);
  expect(corrected.get("лис")).toBeCloseTo(60);
  expect(corrected.get("ель")).toBeCloseTo(70);
});
