import { join } from "node:path";
import { openSqlite } from "../../packages/server/src/storage/index.ts";
import { aStaffedServer } from "../faults/shift/staffed-server.ts";
import { startBrowser } from "../journeys/browser.ts";
import { percentile } from "./load/percentile.ts";
import { scrolled } from "./load/scrolling.ts";

const CONVERSATIONS = 10_000;
const SLOWED = 4;
const SETTLED_MS = 2000;

export interface InboxScrollBench {
  readonly conversations: number;
  /** From opening the room until anything is painted, then until its first lines stand, milliseconds, at full speed. */
  readonly firstPaintMs: number;
  readonly firstLinesMs: number;
  readonly goalFirstPaintMs: number;
  /** From one frame of the scroll to the next at four times slowed, milliseconds; a busy machine shows in it. */
  readonly p50: number;
  readonly p99: number;
  /** The longest that the page's thread was busy at a stretch, milliseconds of its own. */
  readonly longestTask: number;
  readonly goalLongestTask: number;
}

/** So many who wait, as a bad day leaves them. */
async function fillQueue(folder: string): Promise<void> {
  const database = await openSqlite(join(folder, "veche.db"));
  const began = Date.now() - 6 * 3_600_000;
  const rows = Array.from({ length: CONVERSATIONS }, (_, place) => {
    const at = new Date(began + place * 1000).toISOString();
    return {
      id: `bench-${String(place).padStart(5, "0")}`,
      token_hash: `bench-${place}`,
      channel: "site",
      locale: "ru",
      state: "queued",
      last_seq: 0,
      preview: `Почему на улице Мира, дом ${place}, снова нет горячей воды и когда её дадут?`,
      priority: 0,
      indexed_seq: 0,
      queued_at: at,
      entered_at: at,
      entered_place: place + 1,
      created_at: at,
      updated_at: at,
    };
  });
  await database.write(async (db) => {
    for (let from = 0; from < rows.length; from += 500)
      await db
        .insertInto("conversation")
        .values(rows.slice(from, from + 500))
        .execute();
  });
  await database.close();
}

/** How the operators' list of 10,000 opens and scrolls. */
export async function benchInboxScroll(): Promise<InboxScrollBench> {
  const { process: server, members } = await aStaffedServer(1, 500, 600);
  await server.kill();
  await fillQueue(server.folder);
  await server.start();
  const browser = await startBrowser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "ru-RU" });
  for (const pair of (members[0]?.cookie ?? "").split("; ")) {
    const [name = "", ...value] = pair.split("=");
    await context.addCookies([{ name, value: value.join("="), url: server.url }]);
  }
  const page = await context.newPage();
  const began = performance.now();
  await page.goto(`${server.url}/console/conversations`);
  const list = page.locator("console-queue-list");
  await list.locator("li").first().waitFor();
  const firstLinesMs = performance.now() - began;
  const firstPaintMs = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  );
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  await page.waitForTimeout(SETTLED_MS);
  const { frames, tasks } = await scrolled(browser, page, list);
  await browser.close();
  await server.remove();
  return {
    conversations: CONVERSATIONS,
    firstPaintMs: Math.round(firstPaintMs),
    firstLinesMs: Math.round(firstLinesMs),
    goalFirstPaintMs: 1000,
    p50: Math.round(percentile(frames, 0.5)),
    p99: Math.round(percentile(frames, 0.99)),
    longestTask: Math.round(percentile(tasks, 1)),
    goalLongestTask: 50,
  };
}

if (import.meta.main) console.table(await benchInboxScroll());
