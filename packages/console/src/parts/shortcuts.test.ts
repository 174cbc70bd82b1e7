import { expect, test } from "vitest";
import { actFor, capsOf, type Pressed } from "./shortcuts.ts";

const table = [
  { keys: ["KeyJ", "ArrowDown"], act: "next", says: () => "" },
  { keys: ["Alt+Digit1"], act: "insert", says: () => "", whileTyping: true },
  { keys: ["Alt+Shift+Digit1"], act: "send", says: () => "", whileTyping: true },
  { keys: ["?"], act: "help", says: () => "" },
] as const;

const pressed = (changes: Partial<Pressed>): Pressed => ({
  code: "",
  key: "",
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  typing: false,
  ...changes,
});

test("J goes on in the Russian layout too, where the key says «о»", () => {
  expect(actFor(table, pressed({ code: "KeyJ", key: "о" }))).toBe("next");
});

test("the question mark is known by its character, wherever the layout has it", () => {
  expect(actFor(table, pressed({ code: "Digit7", key: "?", shiftKey: true }))).toBe("help");
});

test("letters typed into an answer do nothing, but an article can be inserted while typing", () => {
  expect(actFor(table, pressed({ code: "KeyJ", key: "j", typing: true }))).toBeUndefined();
  expect(actFor(table, pressed({ code: "Digit1", key: "1", altKey: true, typing: true }))).toBe("insert");
});

test("Shift turns inserting an article into sending it", () => {
  expect(actFor(table, pressed({ code: "Digit1", key: "!", altKey: true, shiftKey: true }))).toBe("send");
});

test("the browser's own Ctrl+J stays the browser's", () => {
  expect(actFor(table, pressed({ code: "KeyJ", key: "j", ctrlKey: true }))).toBeUndefined();
});

test("keys are shown as they are printed", () => {
  expect(capsOf("Alt+Shift+Digit1")).toEqual(["Alt", "Shift", "1"]);
  expect(capsOf("ArrowDown")).toEqual(["↓"]);
});
