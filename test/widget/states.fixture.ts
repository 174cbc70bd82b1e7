import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { test } from "vitest";
import type { State } from "../../demo/states/state.ts";
import { endWithTests, freePort, whenListening } from "../server-process.ts";
import { startBrowser } from "../journeys/browser.ts";
import { aVisit, type Visit } from "../journeys/visit.ts";

const MAIN = fileURLToPath(new URL("../../demo/states/main.ts", import.meta.url));

export interface Gallery {
  readonly url: string;
  readonly browser: Browser;
  /** A state in a browser of its own, once it is reached. */
  open(
    state: State,
    at?: { tongue?: string; query?: string; options?: BrowserContextOptions },
  ): Promise<Visit>;
  /** The same in Russian in a browser that another state was seen in, as if nothing had been before. */
  next(visit: Visit, state: State): Promise<void>;
}

/** A test before the pages on which every state stands. */
export const face = test.extend(
  "gallery",
  { scope: "file" },
  // oxlint-disable-next-line no-empty-pattern -- what a fixture needs is read from its pattern
  async ({}, { onCleanup }): Promise<Gallery> => {
    const port = await freePort();
    const child = spawn(process.execPath, [MAIN], {
      env: { ...process.env, PORT_STATES: String(port) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    endWithTests(child);
    const [browser] = await Promise.all([startBrowser(), whenListening(child)]);
    onCleanup(async () => {
      child.kill("SIGTERM");
      await browser.close();
    });
    const url = `http://localhost:${port}`;
    async function show(visit: Visit, { name, trouble }: State, tongue = "ru", query = ""): Promise<void> {
      if (trouble) visit.expectTrouble(trouble);
      await visit.page.goto(`${url}/${tongue}/${name}?${query}`);
      await reached(visit.page, name);
    }
    return {
      url,
      browser,
      async open(state, { tongue, query, options = {} } = {}) {
        const visit = await aVisit(browser, [url], options);
        await show(visit, state, tongue, query);
        return visit;
      },
      async next(visit, state) {
        await visit.anew();
        await show(visit, state);
      },
    };
  },
);

async function reached(page: Page, name: string): Promise<void> {
  await page.waitForSelector("html[data-state=there]", { state: "attached" }).catch((cause: unknown) => {
    throw new Error(`the state ${name} was not reached`, { cause });
  });
}
