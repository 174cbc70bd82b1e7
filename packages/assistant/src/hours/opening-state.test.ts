import { expect, test } from "vitest";
import { askedDays } from "./asked-days.ts";
import { russianHolidays, russianShortDays, russianWorkingWeekends } from "./holidays.ts";
import { hoursOn, hoursProblem, openingState } from "./opening-state.ts";

const ZONE = "Asia/Yekaterinburg";
const OFFICE = "Mo-Th 09:00-13:00,14:00-18:00; Fr 09:00-13:00,14:00-17:00; Sa,Su off";
const at = (local: string) => new Date(`${local}+05:00`);
const calendar = { holidays: russianHolidays, workingWeekends: russianWorkingWeekends };

test("an office is open until its lunch break", () => {
  expect(openingState(OFFICE, at("2026-11-24T10:00:00"), ZONE)).toEqual({
    open: true,
    until: at("2026-11-24T13:00:00"),
    alwaysOpen: false,
  });
});

test("at lunch it opens again the same day", () => {
  expect(openingState(OFFICE, at("2026-11-24T13:30:00"), ZONE)).toEqual({
    open: false,
    nextOpen: at("2026-11-24T14:00:00"),
    alwaysOpen: false,
  });
});

test("on Friday evening it opens on Monday", () => {
  expect(openingState(OFFICE, at("2026-11-27T17:00:00"), ZONE).nextOpen).toEqual(at("2026-11-30T09:00:00"));
});

test("on a public holiday who rests at weekends is closed, and who works every day is open", () => {
  const unity = at("2026-11-04T11:00:00");
  expect(openingState(OFFICE, unity, ZONE, calendar)).toEqual({
    open: false,
    nextOpen: at("2026-11-05T09:00:00"),
    alwaysOpen: false,
  });
  expect(openingState("Mo-Su 07:00-23:00", unity, ZONE, calendar).open).toBe(true);
});

test("hours that speak of holidays themselves are taken at their word", () => {
  const unity = at("2026-11-04T11:00:00");
  expect(openingState("Mo-Su 08:00-20:00; PH off", unity, ZONE, calendar).open).toBe(false);
  expect(openingState("Mo-Fr 09:00-18:00; PH 10:00-12:00", unity, ZONE, calendar)).toMatchObject({
    open: true,
    until: at("2026-11-04T12:00:00"),
  });
});

test("a Saturday worked in exchange has the weekday's hours", () => {
  expect(openingState(OFFICE, at("2027-02-20T10:00:00"), ZONE, calendar).until).toEqual(
    at("2027-02-20T13:00:00"),
  );
});

test("an exception of the place wins over its hours and over holidays", () => {
  const exceptions = [{ date: "2026-11-24" }, { date: "2026-11-04", hours: "10:00-12:00" }];
  expect(openingState(OFFICE, at("2026-11-24T10:00:00"), ZONE, { ...calendar, exceptions }).open).toBe(false);
  expect(openingState(OFFICE, at("2026-11-04T10:30:00"), ZONE, { ...calendar, exceptions }).open).toBe(true);
});

test("round the clock is always open", () => {
  expect(openingState("24/7", at("2026-11-24T03:00:00"), ZONE, calendar)).toEqual({
    open: true,
    alwaysOpen: true,
  });
});

test("night hours run past midnight", () => {
  expect(openingState("Mo-Su 20:00-02:00", at("2026-11-24T01:00:00"), ZONE)).toMatchObject({
    open: true,
    until: at("2026-11-24T02:00:00"),
  });
});

test("the city's zone decides, not the server's", () => {
  const moment = new Date("2026-11-24T04:30:00Z");
  expect(openingState(OFFICE, moment, ZONE).open).toBe(true);
  expect(openingState(OFFICE, moment, "Europe/Moscow").open).toBe(false);
});

test("hours that can't be read say why", () => {
  expect(hoursProblem(OFFICE)).toBeUndefined();
  expect(hoursProblem("с девяти до шести")).toMatch(/./);
});

test("the day before a holiday ends an hour earlier for who rests at weekends", () => {
  const withShortDays = { ...calendar, shortDays: russianShortDays };
  expect(hoursOn(OFFICE, "2026-11-03", withShortDays)).toEqual([
    ["09:00", "13:00"],
    ["14:00", "17:00"],
  ]);
  expect(hoursOn("Mo-Su 07:00-23:00", "2026-11-03", withShortDays)).toEqual([["07:00", "23:00"]]);
  expect(hoursOn(OFFICE, "2027-02-20", withShortDays).at(-1)).toEqual(["14:00", "17:00"]);
});

test("a day written by hand wins over the holiday", () => {
  const byHand = `${OFFICE}; 2026 Dec 31 09:00-12:00; 2027 Jan 05 10:00-12:00`;
  expect(hoursOn(byHand, "2026-12-31", calendar)).toEqual([["09:00", "12:00"]]);
  expect(hoursOn(byHand, "2027-01-05", calendar)).toEqual([["10:00", "12:00"]]);
  expect(hoursOn(byHand, "2027-01-06", calendar)).toEqual([]);
});

test("a day of the city closes or opens who rests at weekends, and nobody else", () => {
  const cityDays = [
    { date: "2026-11-25" },
    { date: "2026-11-28", hours: "10:00-12:00" },
    { date: "2026-12-31", hours: "09:00-11:00" },
  ];
  const withDays = { ...calendar, cityDays };
  expect(hoursOn(OFFICE, "2026-11-25", withDays)).toEqual([]);
  expect(hoursOn(OFFICE, "2026-11-28", withDays)).toEqual([["10:00", "12:00"]]);
  expect(hoursOn(OFFICE, "2026-12-31", withDays)).toEqual([["09:00", "11:00"]]);
  expect(hoursOn("24/7", "2026-11-25", withDays)).toEqual([["00:00", "24:00"]]);
  const own = { ...withDays, exceptions: [{ date: "2026-11-25", hours: "08:00-10:00" }] };
  expect(hoursOn(OFFICE, "2026-11-25", own)).toEqual([["08:00", "10:00"]]);
});

test("a calendar with no open hour is closed and never opens", () => {
  expect(openingState("off", at("2026-11-24T10:00:00"), ZONE, calendar)).toEqual({
    open: false,
    alwaysOpen: false,
  });
});

test("a night shift belongs to the day it begins on", () => {
  const nights = "Mo-Fr 20:00-06:00; Sa,Su off";
  expect(hoursOn(nights, "2026-11-27")).toEqual([["20:00", "06:00"]]);
  expect(hoursOn(nights, "2026-11-28")).toEqual([]);
  expect(hoursOn("24/7", "2026-11-28")).toEqual([["00:00", "24:00"]]);
});

test.each([
  ["до скольки в субботу", ["2026-11-28"]],
  ["а завтра?", ["2026-11-25"]],
  ["послезавтра работаете", ["2026-11-26"]],
  ["на выходных открыто?", ["2026-11-28", "2026-11-29"]],
  ["31 декабря", ["2026-12-31"]],
  ["а 4-го ноября", ["2027-11-04"]],
  ["отключат 26.11?", ["2026-11-26"]],
  ["open on Saturday?", ["2026-11-28"]],
  ["во вторник", ["2026-11-24"]],
  ["где посредник", []],
  ["30 февраля", []],
])("the day that is asked for: %s", (text, days) => {
  expect(askedDays(text, "2026-11-24")).toEqual(days);
});
