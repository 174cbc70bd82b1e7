import type { Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect } from "vitest";
import { stateNamed } from "../../demo/states/states.ts";
import { HOSTILE } from "./hostile-styles.ts";
import { face } from "./states.fixture.ts";

/** Of 255 levels: what edges of letters and curves differ by when a browser paints the same thing twice. */
const PAINTED_TWICE = 3;
/** Share of the pixels that may differ: one in ten thousand, edges of a few letters. */
const GLYPH_EDGES = 1e-4;
/** With the part of the screen that is the widget's own. */
const FACES: readonly (readonly [name: string, part: string])[] = [
  ["closed", "#launcher"],
  ["greeting", "dialog"],
  ["long-answer", "dialog"],
  ["why-not", "dialog"],
  ["sight", "dialog"],
  ["stars", "dialog"],
  ["contest-faults", ".veche"],
  ["contest-sent", ".veche"],
  ["gallery", ".veche"],
  ["gallery-lightbox", "dialog"],
  ["winners", ".veche"],
  ["faq-answer", ".veche"],
];

describe("a page's cruellest styles", () => {
  for (const [name, part] of FACES)
    face(`change no pixel of “${name}”`, async ({ gallery }) => {
      const state = stateNamed(name);
      if (!state) throw new Error(`no state ${name}`);
      const { page, close } = await gallery.open(state);
      await quiet(page);
      const before = await pictureOf(page, part);
      await page.evaluate((styles) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        document.adoptedStyleSheets.push(sheet);
      }, HOSTILE);
      await quiet(page);
      const after = await pictureOf(page, part);
      const { total, changed } = await difference(before, after, name);
      expect(total).toBeGreaterThan(1000);
      expect(changed / total).toBeLessThan(GLYPH_EDGES);
      await close();
    });
});

face("the elements change none of the page's styles, places or globals", async ({ gallery }) => {
  const address = `${gallery.url}/ru/greeting`;
  const page = await gallery.browser.newPage();
  await page.route("**/embed/**", (route) => route.abort());
  await page.goto(address);
  const before = await pageItself(page);
  await page.unroute("**/embed/**");
  await page.goto(address);
  await page.waitForSelector("html[data-state=there]", { state: "attached" });
  const after = await pageItself(page);
  await page.close();
  expect(Object.keys(before.styles).length).toBeGreaterThan(5);
  expect(after).toEqual(before);
});

/** Nothing blinks, loads or moves, and the page behind shows nothing. */
async function quiet(page: Page): Promise<void> {
  await page.evaluate(async () => {
    if (!document.querySelector("#cover")) {
      const cover = document.createElement("div");
      cover.id = "cover";
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        ":host { all: initial !important; display: contents !important } div { all: initial; position: fixed; inset: 0; background: #fff; z-index: 1999999999; visibility: visible }",
      );
      const shadow = cover.attachShadow({ mode: "open" });
      shadow.adoptedStyleSheets = [sheet];
      shadow.append(document.createElement("div"));
      document.body.prepend(cover);
      // Elements in the page's flow stand where the page puts them: here, always in the same place.
      for (const element of document.querySelectorAll<HTMLElement>("main > *")) {
        if (element.localName === "veche-chat") continue;
        const place = {
          position: "fixed",
          inset: "0",
          inlineSize: "720px",
          zIndex: "2000000000",
          margin: "0",
          overflow: "auto",
        };
        for (const [name, value] of Object.entries(place))
          element.style.setProperty(
            name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
            value,
            "important",
          );
      }
    }
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (active instanceof HTMLElement) active.blur();
    await new Promise((resolve) => setTimeout(resolve, 400));
  });
}

async function pictureOf(page: Page, part: string): Promise<Buffer> {
  const widget = page.locator("main > :not(h1), body > veche-chat").first();
  return widget.locator(part).first().screenshot({ animations: "disabled", caret: "hide" });
}

async function difference(one: Buffer, other: Buffer, name: string) {
  const [a, b] = await Promise.all(
    [one, other].map((it) => sharp(it).raw().toBuffer({ resolveWithObject: true })),
  );
  if (!a || !b) throw new Error("no pictures");
  expect([b.info.width, b.info.height], `${name}: size`).toEqual([a.info.width, a.info.height]);
  const { channels } = a.info;
  const colours = [0, 1, 2];
  let changed = 0;
  for (let at = 0; at < a.data.length; at += channels)
    if (colours.some((c) => Math.abs((a.data[at + c] ?? 0) - (b.data[at + c] ?? 0)) > PAINTED_TWICE))
      changed += 1;
  return { total: a.data.length / channels, changed };
}

/** Every computed style and the place of every element of the page's own, and its globals. */
function pageItself(page: Page) {
  return page.evaluate(() => {
    const styles: Record<string, string> = {};
    for (const element of document.querySelectorAll("*")) {
      if (element.localName.startsWith("veche-") || element.localName === "script") continue;
      const computed = getComputedStyle(element);
      const values = [...computed].map((name) => `${name}:${computed.getPropertyValue(name)}`);
      const { x, y, width, height } = element.getBoundingClientRect();
      styles[`${element.localName} ${Object.keys(styles).length}`] = [...values, x, y, width, height].join(
        ";",
      );
    }
    return {
      styles,
      // Lit leaves word of its version, so that a page with two of them is told.
      globals: Object.keys(globalThis).filter(
        (name) => !/^(lit|reactiveElement)\w*(Versions|Metadata)$/.test(name),
      ),
      title: document.title,
      cookie: document.cookie,
      scroll: [scrollX, scrollY],
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    };
  });
}
