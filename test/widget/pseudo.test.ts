import type { Page } from "playwright-core";
import { expect } from "vitest";
import { STATES } from "../../demo/states/states.ts";
import { cutOffOn } from "./cut-off.ts";
import { face } from "./states.fixture.ts";

/** What the browser itself writes in English: months, days, counts and sizes. */
const BY_THE_BROWSER =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|at|days?|hours?|minutes?|seconds?|years?|MB)\b/g;
/** Addresses, files and codes are the same in every language. */
const NAMES = /https?:\S+|[\w-]+\.jpg|\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/g;
/** Not the widget's words: what residents and letters of the law say, addresses, the page's greeting, and the button before its code came. */
const OTHERS = ".mine .words, [lang=ru], a[href^=http], #launcher, #greeting";
const AT_ONCE = 3;

face(
  "in a language of long, strange words nothing stays untranslated or is cut off",
  async ({ gallery }) => {
    const found: Record<string, string[]> = {};
    const left = [...STATES];
    const look = async () => {
      const first = left[0];
      if (!first) return;
      const options = { viewport: { width: 360, height: 740 } };
      const { page, close, expectTrouble, troubles } = await gallery.open(first, {
        tongue: "pseudo",
        options,
      });
      for (let state = left.shift(); state; state = left.shift()) {
        if (state.trouble) expectTrouble(state.trouble);
        await page.goto(`${gallery.url}/pseudo/${state.name}`);
        await page.waitForSelector("html[data-state=there]", { state: "attached" });
        const plain = (await wordsOn(page))
          .map((words) => words.replace(BY_THE_BROWSER, "").replace(NAMES, ""))
          .filter((words) => /[A-Za-zА-Яа-яЁё]{2}/.test(words));
        const faults = [...plain, ...(await cutOffOn(page))];
        if (faults.length > 0) found[state.name] = faults;
      }
      expect(troubles()).toEqual([]);
      await close();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, look));
    expect(found).toEqual({});
  },
  180_000,
);

/** All that the elements say: to eyes, to screen readers and in empty fields. */
function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate((others) => {
    const said: string[] = [];
    const tell = (root: ShadowRoot | Document) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) tell(element.shadowRoot);
        if (root === document || /^(style|script)$/.test(element.localName) || element.closest(others))
          continue;
        for (const name of ["aria-label", "placeholder", "title", "alt"])
          said.push(element.getAttribute(name) ?? "");
        for (const node of element.childNodes)
          if (node.nodeType === Node.TEXT_NODE) said.push(node.textContent ?? "");
      }
    };
    tell(document);
    return [...new Set(said.map((words) => words.trim()).filter(Boolean))];
  }, OTHERS);
}
