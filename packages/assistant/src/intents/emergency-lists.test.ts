import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findEmergency } from "./emergency.ts";

const folder = new URL("../../quality/emergencies/", import.meta.url);
const sentences = (name: string) => readFileSync(new URL(name, folder), "utf8").trim().split("\n");

test("Whoever tells of a danger to life now is given the emergency numbers", () => {
  const told = sentences("now.txt");
  expect(told.length).toBeGreaterThan(200);
  expect(told.filter((text) => !findEmergency(text))).toEqual([]);
});

test("Talk of bills, papers, past fires and broken lamps is nobody's emergency", () => {
  const said = sentences("harmless.txt");
  expect(said.length).toBeGreaterThan(350);
  expect(said.filter((text) => findEmergency(text))).toEqual([]);
});
