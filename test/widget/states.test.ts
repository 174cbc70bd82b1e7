import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { STATES } from "../../demo/states/states.ts";
import { barriersOn, BEST } from "../journeys/barriers.ts";
import { cutOffOn } from "./cut-off.ts";
import type { Visit } from "../journeys/visit.ts";
import { face } from "./states.fixture.ts";

type Media = Parameters<Page["emulateMedia"]>[0];
interface Look {
  readonly width: number;
  readonly height: number;
  readonly media?: Media;
  readonly dir?: "rtl";
  readonly sight?: object;
  /** Left to the eye: axe has seen the same layout and colours in another look, or colours that are not ours. */
  readonly unjudged?: true;
}

const SETTLED_MS = 300;
const PHONE = { width: 360, height: 740 };
/** Of a screen of 1280 × 1024: the browser's zoom makes the page's pixels larger, thus fewer. */
const ZOOMED = { twice: { width: 640, height: 512 }, fourTimes: { width: 320, height: 256 } };
const LOOKS: Readonly<Record<string, Look>> = {
  "a wide screen": { width: 1280, height: 900 },
  "the dark": { width: 1280, height: 900, media: { colorScheme: "dark" } },
  "a phone": { ...PHONE, unjudged: true },
  "a phone, right to left": { ...PHONE, dir: "rtl" },
  "forced colours": { ...PHONE, media: { forcedColors: "active", colorScheme: "dark" }, unjudged: true },
  "double letters, white on black": {
    ...PHONE,
    sight: { letters: "2", colours: "white-on-black", pictures: false },
  },
  "zoom 200 %": { ...ZOOMED.twice, unjudged: true },
  "zoom 400 %": { ...ZOOMED.fourTimes, unjudged: true },
};

/** Browsers in which a state was seen, for the next: starting one takes as long as most looks do. */
const idle: Visit[] = [];

describe.concurrent("every state, in every look, keeps nobody out and cuts nothing off", () => {
  for (const state of STATES)
    face(state.title, async ({ gallery }) => {
      const known = idle.pop();
      if (known) await gallery.next(known, state);
      const visit = known ?? (await gallery.open(state));
      const found: Record<string, string[]> = {};
      for (const [name, look] of Object.entries(LOOKS)) {
        await takeOn(visit.page, look);
        const faults = await lasting(visit.page, async () => [
          ...(look.unjudged ? [] : await barriersOn(visit.page, BEST)),
          ...(await cutOffOn(visit.page)),
        ]);
        if (faults.length > 0) found[name] = faults;
      }
      expect(found).toEqual({});
      expect(visit.troubles()).toEqual([]);
      idle.push(visit);
    });
});

/** Changes the look without a reload, as people do who turn a phone or choose larger letters. */
async function takeOn(page: Page, { width, height, media, dir, sight }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none", ...media });
  await page.evaluate(
    async ([direction, chosen]) => {
      document.documentElement.dir = direction;
      localStorage.setItem("veche:low-vision", chosen);
      dispatchEvent(new StorageEvent("storage", { key: "veche:low-vision" }));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    [dir ?? "ltr", JSON.stringify(sight ?? {})] as const,
  );
}

/** Colours and the panel follow a new look within moments: what is found in the midst of one is nobody's barrier. */
async function lasting(page: Page, find: () => Promise<string[]>): Promise<string[]> {
  const found = await find();
  if (found.length === 0) return found;
  await page.waitForTimeout(SETTLED_MS);
  return find();
}
