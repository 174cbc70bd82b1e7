import { brotliCompressSync } from "node:zlib";
import type { Browser, CDPSession, Page } from "playwright-core";

const SLOWED = 4;
const SETTLED_MS = 2000;
/** @source W3C Long Tasks: what is beyond this is time in which the page answers nobody. */
const LONG_TASK_MS = 50;
const KB = 1000;

/** A page whose bytes, blocking and memory are counted. */
export interface WatchedPage {
  readonly page: Page;
  /** Does something and lets it settle. @returns what it fetched and how long it blocked */
  during(act: () => Promise<unknown>): Promise<{ kb: number; requests: number; blockedMs: number }>;
  /** Of JavaScript, after everything that can be let go of has been. */
  heapKb(): Promise<number>;
  close(): Promise<void>;
}

export async function aWatchedPage(browser: Browser): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: "ru-RU", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const devtools: CDPSession = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  await page.addInitScript(() => {
    const watched = { tasks: [] as number[], shift: 0 };
    Object.assign(globalThis, { watched });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.tasks.push(duration);
    }).observe({ type: "longtask", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  let fetched: Promise<number>[] = [];
  page.on("response", (response) => {
    if (/\.(m?js|css)($|\?)/.test(response.url()) && !/\/site\//.test(response.url()))
      fetched.push(response.body().then((body) => brotliCompressSync(body).length));
  });
  const tasks = () =>
    page.evaluate(() => (globalThis as unknown as { watched?: { tasks: number[] } }).watched?.tasks ?? []);

  return {
    page,
    async during(act) {
      const sameBefore = (await tasks()).length;
      const addressBefore = page.url();
      fetched = [];
      await act();
      await page.waitForTimeout(SETTLED_MS);
      const all = await tasks();
      const mine = addressBefore === page.url() ? all.slice(sameBefore) : all;
      const sizes = await Promise.all(fetched);
      return {
        kb: round(sizes.reduce((sum, size) => sum + size, 0) / KB),
        requests: sizes.length,
        blockedMs: Math.round(mine.reduce((sum, task) => sum + Math.max(0, task - LONG_TASK_MS), 0)),
      };
    },
    async heapKb() {
      for (let time = 0; time < 3; time += 1) await devtools.send("HeapProfiler.collectGarbage");
      return Math.round((await devtools.send("Runtime.getHeapUsage")).usedSize / KB);
    },
    close: () => context.close(),
  };
}

export const shiftOn = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { watched: { shift: number } }).watched.shift);

const round = (value: number) => Math.round(value * 100) / 100;
