import { describe, expect } from "vitest";
import { stateNamed } from "../../demo/states/states.ts";
import { face } from "./states.fixture.ts";

const MOST_MS = 200;
const MOVING = ["greeting", "typing", "opening", "gallery-lightbox", "contest-sending"];

describe("motion", () => {
  for (const name of MOVING)
    face(
      `is nothing for those who asked for none, and short for the others: ${name}`,
      async ({ gallery }) => {
        const state = stateNamed(name);
        if (!state) throw new Error(`no state ${name}`);
        for (const reducedMotion of ["reduce", "no-preference"] as const) {
          const { page, close } = await gallery.open(state, { options: { reducedMotion } });
          const lengths = await page.evaluate(() => {
            const all: { ms: number; repeats: boolean }[] = [];
            const look = (root: Document | ShadowRoot) => {
              for (const element of root.querySelectorAll("*")) {
                if (element.shadowRoot) look(element.shadowRoot);
                if (root === document) continue;
                for (const part of [undefined, "::before", "::after"]) {
                  const style = getComputedStyle(element, part);
                  const ms = (list: string) =>
                    Math.max(...list.split(",").map((one) => parseFloat(one) * 1000));
                  if (style.animationName !== "none")
                    all.push({
                      ms: ms(style.animationDuration),
                      repeats: style.animationIterationCount !== "1",
                    });
                  all.push({ ms: ms(style.transitionDuration), repeats: false });
                }
              }
            };
            look(document);
            return all;
          });
          const limit = reducedMotion === "reduce" ? 1 : MOST_MS;
          // The three dots of somebody typing go on as long as somebody does.
          const moving = lengths.filter(({ repeats }) => reducedMotion === "reduce" || !repeats);
          expect(moving.length).toBeGreaterThan(0);
          expect(Math.max(...moving.map(({ ms }) => ms))).toBeLessThanOrEqual(limit);
          if (reducedMotion === "reduce") expect(moving.some(({ repeats }) => repeats)).toBe(false);
          await close();
        }
      },
    );
});
