import { expect, test } from "vitest";
import { comingMoment } from "./counts-in-words.ts";

test("when the town opens is told by its own clocks, wherever the reader is", () => {
  const opens = "2026-11-24T19:30:00Z";
  const inWords = (timeZone: string, now: string) =>
    comingMoment(opens, new Date(now), { locale: "ru", timeZone });
  expect(inWords("Asia/Yekaterinburg", "2026-11-24T19:10:00Z")).toBe("0:30");
  expect(inWords("Asia/Yekaterinburg", "2026-11-24T10:00:00Z")).toBe("среда, 25 ноября в 0:30");
  expect(inWords("UTC", "2026-11-24T10:00:00Z")).toBe("19:30");
});
