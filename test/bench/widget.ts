import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { startBrowser } from "../journeys/browser.ts";
import { openDemoCity } from "../journeys/demo-city.ts";
import { loadedDemoCity } from "../journeys/demo-city.setup.ts";
import { endWithTests, freePort, whenListening } from "../server-process.ts";
import { type Rival, rivals } from "./field.ts";
import { serveRival } from "./field-server.ts";
import { aWatchedPage, shiftOn } from "./watched-page.ts";

const STATES = fileURLToPath(new URL("../../demo/states/main.ts", import.meta.url));
const ROUNDS = 3;
const CYCLES = 100;
/** Until the browser has compiled all that it ever will. */
const WARM_CYCLES = 500;
/** One closed panel may be let go of only when the next is: one hundred of several says nothing by itself. */
const HUNDREDS = 5;
/** What the measuring itself leaves behind: the log of long tasks, the code that browsers compile meanwhile. */
const INSTRUMENT_KB = 10;
const FIRST_ROW_TOP_PX = 40;

interface WidgetBench {
  readonly widget: string;
  /** Brotli, until somebody wants it. */
  readonly beforeKb: number;
  readonly beforeRequests: number;
  readonly openingKb: number;
  readonly openingRequests: number;
  /** Four times slowed. */
  readonly blockedAtLoadMs: number;
  readonly blockedAtOpeningMs: number;
  /** Beyond the same page without it. */
  readonly heapClosedKb: number;
  readonly heapOpenKb: number;
}

/** What our chat costs a page, beside two others, from one machine in one run. */
export async function benchWidget(): Promise<readonly WidgetBench[]> {
  const browser = await startBrowser();
  const states = await serveStates();
  try {
    const ours = await cost(browser, "Veche", `${states.url}/ru/closed`, "#launcher");
    const others: WidgetBench[] = [];
    for (const rival of await rivals()) others.push(await rivalCost(browser, rival));
    return [ours, ...others];
  } finally {
    states.close();
    await browser.close();
  }
}

/** What stays in memory of a thousand messages, and of a hundred times opened and closed. */
export async function benchWidgetMemory(): Promise<readonly { what: string; kb: number; goalKb: number }[]> {
  const browser = await startBrowser();
  const states = await serveStates();
  try {
    const empty = await heapWithout(browser, `${states.url}/ru/closed`);
    const full = await aWatchedPage(browser);
    await full.page.goto(`${states.url}/ru/thousand`);
    await full.page.waitForSelector("html[data-state=there]", { state: "attached", timeout: 60_000 });
    const thousand = (await full.heapKb()) - empty;
    await full.close();

    const cycled = await aWatchedPage(browser);
    await cycled.page.goto(`${states.url}/ru/closed`);
    await cycled.page.waitForSelector("html[data-state=there]", { state: "attached" });
    const openAndClose = (times: number) =>
      cycled.page.evaluate(async (many) => {
        const chat = document.querySelector("veche-chat");
        const nap = () => new Promise((resolve) => setTimeout(resolve, 30));
        for (let time = 0; time < many; time += 1) {
          chat?.toggleAttribute("open", true);
          await nap();
          chat?.toggleAttribute("open", false);
          await nap();
        }
      }, times);
    await openAndClose(WARM_CYCLES);
    const gained: number[] = [];
    let before = await cycled.heapKb();
    for (let hundred = 0; hundred < HUNDREDS; hundred += 1) {
      await openAndClose(CYCLES);
      const after = await cycled.heapKb();
      gained.push(after - before);
      before = after;
    }
    await cycled.close();
    return [
      { what: "after 1,000 messages", kb: thousand, goalKb: 6000 },
      {
        what: `gained over ${CYCLES} times open and closed, median of ${HUNDREDS}`,
        kb: gained.sort((one, other) => one - other)[Math.floor(HUNDREDS / 2)] ?? 0,
        goalKb: INSTRUMENT_KB,
      },
    ];
  } finally {
    states.close();
    await browser.close();
  }
}

/** How far a gallery's works jump while it is filled. */
async function galleryShift(): Promise<number> {
  const browser = await startBrowser();
  const states = await serveStates();
  const watched = await aWatchedPage(browser);
  try {
    await watched.during(() => watched.page.goto(`${states.url}/ru/gallery`));
    return Math.round((await shiftOn(watched.page)) * 1000) / 1000;
  } finally {
    await watched.close();
    states.close();
    await browser.close();
  }
}

/** The gallery: how far things jump, and in the demo city the pictures of the first row. */
export async function benchGallery(): Promise<{
  layoutShift: number;
  firstRowKb: number;
  picturesInRow: number;
}> {
  const loaded = await loadedDemoCity();
  const city = await openDemoCity(loaded.folder);
  const watched = await aWatchedPage(city.browser);
  try {
    const { page } = watched;
    const sizes = new Map<string, Promise<number>>();
    page.on("response", (response) => {
      if (response.url().includes("/media/"))
        sizes.set(
          response.url(),
          response.body().then(({ length }) => length),
        );
    });
    await page.goto(`${city.site}/konkurs/vesna`);
    const tiles = page.locator("veche-gallery .tile");
    await tiles.first().scrollIntoViewIfNeeded();
    await page.waitForTimeout(3000);
    const row = await tiles.evaluateAll((all, tolerance) => {
      const top = all[0]?.getBoundingClientRect().top ?? 0;
      return all
        .filter((tile) => Math.abs(tile.getBoundingClientRect().top - top) < tolerance)
        .map(
          (tile) => tile.querySelector("veche-picture")?.shadowRoot?.querySelector("img")?.currentSrc ?? "",
        );
    }, FIRST_ROW_TOP_PX);
    const bytes = await Promise.all(row.map((address) => sizes.get(address) ?? Promise.resolve(0)));
    const firstRowKb = Math.round(bytes.reduce((sum, size) => sum + size, 0) / 100) / 10;
    return {
      layoutShift: await galleryShift(),
      firstRowKb,
      picturesInRow: row.length,
    };
  } finally {
    await watched.close();
    await city.close();
    await loaded.remove();
  }
}

/** The least that it cost in some rounds: what else the machine does only adds. */
async function cost(
  browser: Browser,
  widget: string,
  address: string,
  opener?: string,
): Promise<WidgetBench> {
  const rounds: WidgetBench[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push(await oneRound(browser, widget, address, opener));
  const [first] = rounds;
  if (!first) throw new Error("no round");
  const least = (of: (round: WidgetBench) => number) => Math.min(...rounds.map(of));
  return {
    ...first,
    blockedAtLoadMs: least((round) => round.blockedAtLoadMs),
    blockedAtOpeningMs: least((round) => round.blockedAtOpeningMs),
    heapClosedKb: least((round) => round.heapClosedKb),
    heapOpenKb: least((round) => round.heapOpenKb),
  };
}

async function oneRound(
  browser: Browser,
  widget: string,
  address: string,
  opener?: string,
): Promise<WidgetBench> {
  const empty = await heapWithout(browser, address);
  const watched = await aWatchedPage(browser);
  const load = await watched.during(() => watched.page.goto(address));
  const heapClosedKb = (await watched.heapKb()) - empty;
  const open = opener
    ? await watched.during(() => watched.page.locator(opener).first().click())
    : { kb: 0, requests: 0, blockedMs: 0 };
  const heapOpenKb = (await watched.heapKb()) - empty;
  await watched.close();
  return {
    widget,
    beforeKb: load.kb,
    beforeRequests: load.requests,
    openingKb: open.kb,
    openingRequests: open.requests,
    blockedAtLoadMs: load.blockedMs,
    blockedAtOpeningMs: open.blockedMs,
    heapClosedKb,
    heapOpenKb,
  };
}

async function rivalCost(browser: Browser, rival: Rival): Promise<WidgetBench> {
  const { url, close } = await serveRival(rival);
  try {
    return await cost(browser, `${rival.name} ${rival.version}`, url, rival.opener);
  } finally {
    close();
  }
}

/** Of the same page without the widget. */
async function heapWithout(browser: Browser, address: string): Promise<number> {
  const watched = await aWatchedPage(browser);
  await watched.page.route(/\/(embed|field)\//, (route) => route.abort());
  await watched.page.goto(address);
  const kb = await watched.heapKb();
  await watched.close();
  return kb;
}

async function serveStates(): Promise<{ url: string; close: () => void }> {
  const port = await freePort();
  const child = spawn(process.execPath, [STATES], {
    env: { ...process.env, PORT_STATES: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  endWithTests(child);
  await whenListening(child);
  return { url: `http://localhost:${port}`, close: () => void child.kill() };
}

if (import.meta.main) {
  console.table(await benchWidget());
  console.table(await benchWidgetMemory());
  console.table([await benchGallery()]);
}
