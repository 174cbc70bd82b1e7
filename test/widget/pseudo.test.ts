import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { STATES } from "../../demo/states/states.ts";
import { cutOffOn } from "./cut-off.ts";
import { face } from "./states.fixture.ts";

/** What the browser itself writes in English: months, days, counts and sizes. */
const BY_THE_BROWSER =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|at|days?|hours?|minutes?|seconds?|years?|MB)\b/g;
/** Not the widget's words: what residents and letters of the law say, addresses, and the button before its code came. */
const OTHERS = ".mine .words, [lang=ru], a[href^=http], #launcher";

describe.concurrent("in a language of long, strange words nothing stays untranslated or is cut off", () => {
  for (const state of STATES)
    face(state.title, async ({ gallery }) => {
      const visit = await gallery.open(state, {
        tongue: "pseudo",
        options: { viewport: { width: 360, height: 740 } },
      });
      const plain = (await wordsOn(visit.page))
        .map((words) => words.replace(BY_THE_BROWSER, "").replace(/https?:\S+/g, ""))
        .filter((words) => /[A-Za-zА-Яа-яЁё]{2}/.test(words));
      expect(plain).toEqual([]);
      expect(await cutOffOn(visit.page)).toEqual([]);
      expect(visit.troubles()).toEqual([]);
      await visit.close();
    });
});

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
