import { classEntryForm } from "@veche/protocol";
import { expect, test } from "vitest";
import { aCampaign } from "../../campaigns/campaign.fixture.ts";
import { forgetfulStorage } from "../device-storage.ts";
import { createClassKeeper } from "./class-keeper.ts";
import { classParts, EMPTY_TEACHER, teacherFaults, workFaults } from "./class-work.ts";

const TEACHER = {
  teacher: "Ольга Петровна",
  teacherContact: "olga@shkola.example",
  institution: "Школа № 41",
  className: "2 «Б»",
  settlement: "",
};
const WORK = { authorFirstName: " Варя ", authorAge: "8", title: "Ёж", nomination: "beregi-les" };
const campaign = aCampaign();

test("what a teacher sends is what the server takes, and of the child no more than a first name", () => {
  const parts = Object.fromEntries(classParts(TEACHER, WORK));
  expect(classEntryForm.parse(parts)).toMatchObject({ authorFirstName: "Варя", authorAge: 8 });
  expect(Object.keys(parts).toSorted()).toEqual([
    "authorAge",
    "authorFirstName",
    "className",
    "institution",
    "nomination",
    "teacher",
    "teacherContact",
    "title",
  ]);
});

test.each([
  [{ authorFirstName: "" }, "authorFirstName", "missing"],
  [{ authorAge: "восемь" }, "authorAge", "notAnAge"],
  [{ authorAge: "2" }, "authorAge", "notThisAge"],
  [{ nomination: "plakat" }, "nomination", "notThisNomination"],
] as const)("a work with %j is told at %s", (over, name, fault) => {
  expect([...workFaults({ ...WORK, ...over }, campaign)]).toEqual([[name, fault]]);
  expect(workFaults(WORK, campaign).size).toBe(0);
});

test("a teacher says who they are and how to reach them", () => {
  expect([...teacherFaults({ ...EMPTY_TEACHER, teacherContact: "olga" }).keys()].toSorted()).toEqual([
    "className",
    "institution",
    "teacher",
    "teacherContact",
  ]);
  expect(teacherFaults(TEACHER).size).toBe(0);
});

test("a class is there after a reload with what was received, and gone after two months", () => {
  const storage = forgetfulStorage();
  let now = new Date("2026-11-22T13:00:00Z");
  const keeper = createClassKeeper(storage, "class", () => now);
  const received = { id: "e", token: "t", number: 7, code: "7K2M-AAAA" };
  const works = [{ key: "k", values: WORK, received }];
  keeper.write({ teacher: TEACHER, works });
  expect(keeper.read()).toEqual({ teacher: TEACHER, works });
  now = new Date("2027-01-21T13:00:00Z");
  expect(keeper.read()).toEqual({ teacher: EMPTY_TEACHER, works: [] });
  expect(storage.getItem("class")).toBeNull();
});
