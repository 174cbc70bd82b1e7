import { expect, test } from "vitest";
import { settingsOf } from "./settings.ts";

test("one plain tag gives the launcher and talks to the origin that served the script", () => {
  expect(settingsOf("https://chat.example.city/embed/veche.js?v=1", {})).toEqual({
    launcher: true,
    attributes: { server: "https://chat.example.city" },
  });
});

test("what the tag says goes to the elements, and data-launcher=none means no button", () => {
  const data = { launcher: "none", locale: "en", theme: "dark", position: "left", other: "x" };
  expect(settingsOf("http://localhost:3000/embed/veche.0.1.0.js", data)).toEqual({
    launcher: false,
    attributes: { server: "http://localhost:3000", locale: "en", "data-theme": "dark", position: "left" },
  });
});
