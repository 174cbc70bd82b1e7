import { expect, test } from "vitest";
import { localeOf } from "./locale.ts";

test("the element's language wins over the page's, and the page's over the browser's", () => {
  expect(localeOf("en", "ru", ["ru-RU"])).toBe("en");
  expect(localeOf("", "en-GB", ["ru-RU"])).toBe("en");
  expect(localeOf(null, "", ["de", "en-US"])).toBe("en");
});

test("a language that the texts do not have gives way to the next one, at last to Russian", () => {
  expect(localeOf("tt", "tt", ["tt", "ru"])).toBe("ru");
  expect(localeOf("xx", "", ["de"])).toBe("ru");
  expect(localeOf(undefined, "enm", [])).toBe("ru");
});
