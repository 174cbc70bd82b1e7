import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { manifest } from "../build/manifest.ts";

interface Named {
  readonly name: string;
}
interface Element {
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}

const file = JSON.parse(readFileSync(new URL("../custom-elements.json", import.meta.url), "utf8")) as {
  modules: { declarations: Element[] }[];
};
const elements = file.modules.flatMap(({ declarations }) => declarations);

/** @source the public contract, the script tag */
const PROMISED = {
  "veche-chat": {
    attributes: ["greeting", "heading", "locale", "open", "position", "server"],
    events: ["veche-close", "veche-message", "veche-open"],
    parts: ["badge", "composer", "greeting", "header", "input", "launcher", "message", "panel", "send"],
  },
  "veche-contest": {
    attributes: ["campaign", "locale", "server"],
    events: ["veche-entry-submitted"],
    parts: ["form", "rules", "summary", "title"],
  },
  "veche-gallery": {
    attributes: ["campaign", "locale", "nomination", "server"],
    events: [],
    parts: ["filters", "grid", "vote"],
  },
  "veche-winners": { attributes: ["campaign", "locale", "server"], events: [], parts: ["title", "winner"] },
  "veche-faq": { attributes: ["locale", "server", "topic"], events: [], parts: ["question", "search"] },
};
const names = (list: readonly Named[] = []) => list.map(({ name }) => name).sort();

test("custom-elements.json names every element, attribute, event and part of the contract", () => {
  const told = elements.map(({ tagName, attributes, events, cssParts }) => [
    tagName,
    { attributes: names(attributes), events: names(events), parts: names(cssParts) },
  ]);
  expect(Object.fromEntries(told)).toEqual(PROMISED);
});

test("every element tells the three properties that a page may set", () => {
  for (const { cssProperties } of elements) {
    expect(names(cssProperties)).toEqual(["--veche-accent", "--veche-font", "--veche-radius"]);
  }
});

test("custom-elements.json is what the sources say now; `pnpm manifest` writes it anew", () => {
  expect(file).toEqual(manifest());
}, 30_000);
