import { expect, test } from "vitest";
import { everyOf, nothingChosen, toggled, upTo, within } from "./selection.ts";

const drawings = ["1", "2", "3", "4", "5"];
const chosen = (selection: { chosen: ReadonlySet<string> }) => [...selection.chosen].toSorted();

test("Shift chooses from the first click to the second, in either direction", () => {
  const first = toggled(nothingChosen, "4");
  expect(chosen(upTo(first, drawings, "2"))).toEqual(["2", "3", "4"]);
  expect(chosen(upTo(first, drawings, "5"))).toEqual(["4", "5"]);
});

test("a second Shift-click goes from the same beginning", () => {
  const range = upTo(toggled(nothingChosen, "2"), drawings, "3");
  expect(chosen(upTo(range, drawings, "5"))).toEqual(["2", "3", "4", "5"]);
});

test("a second click takes a drawing back", () => {
  expect(chosen(toggled(toggled(nothingChosen, "1"), "1"))).toEqual([]);
});

test("decided drawings leave the selection", () => {
  const rest = within(everyOf(drawings), ["2", "5"]);
  expect(chosen(rest)).toEqual(["2", "5"]);
  expect(rest.anchor).toBeUndefined();
});

test("a Shift-click whose beginning has left the list chooses the one drawing", () => {
  const gone = { chosen: new Set<string>(), anchor: "gone" };
  expect(chosen(upTo(gone, drawings, "3"))).toEqual(["3"]);
});
