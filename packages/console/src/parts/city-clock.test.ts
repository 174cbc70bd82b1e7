import { afterEach, expect, test } from "vitest";
import { cityDay, cityMinute, cityOffset, keepCityZone, momentOfCity } from "./city-clock.ts";

afterEach(() => keepCityZone("Asia/Yekaterinburg"));

test("what is typed is by the city's clocks, wherever the machine stands", () => {
  keepCityZone("Asia/Yekaterinburg");
  expect(momentOfCity("2026-11-22T18:00")).toBe("2026-11-22T13:00:00.000Z");
  expect(cityMinute("2026-11-22T19:30:00Z")).toBe("2026-11-23T00:30");
  expect(cityOffset()).toBe("UTC+5");
});

test("a day begins at the city's midnight, and the next one after its own", () => {
  keepCityZone("Asia/Vladivostok");
  expect(cityDay("2026-11-22")).toBe("2026-11-21T14:00:00.000Z");
  expect(cityDay("2026-11-30", 1)).toBe("2026-11-30T14:00:00.000Z");
});

test("where clocks are put back and forth, a minute is still one moment", () => {
  keepCityZone("Europe/Berlin");
  for (const at of ["2026-03-28T12:00", "2026-03-29T04:00", "2026-10-25T04:00", "2026-10-24T23:59"])
    expect(cityMinute(momentOfCity(at))).toBe(at);
});
