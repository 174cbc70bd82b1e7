import { expect, test } from "vitest";
import { russianHolidays, russianWorkingWeekends } from "./holidays.ts";
import { hoursProblem, openingState } from "./opening-state.ts";

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
