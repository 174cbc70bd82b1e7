import { expect, test } from "vitest";
import { attributesOf } from "./settings.ts";

test("one plain tag talks to the origin that served the script", () => {
  expect(attributesOf("https://chat.example.city/embed/veche.js?v=1", {})).toEqual({
    server: "https://chat.example.city",
  });
});

test("what the tag says goes to the elements, and nothing else does", () => {
  const data = {
    launcher: "none",
    locale: "en",
    theme: "dark",
    position: "left",
    greeting: "Hello!",
    other: "x",
  };
  expect(attributesOf("http://localhost:3000/embed/veche.0.1.0.js", data)).toEqual({
    server: "http://localhost:3000",
    locale: "en",
    "data-theme": "dark",
    position: "left",
    greeting: "Hello!",
  });
});
