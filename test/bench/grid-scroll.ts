import { readdirSync } from "node:fs";
import { join } from "node:path";
import { openSqlite } from "../../packages/server/src/storage/index.ts";
import { aContestServer, aDrawing, aForm, call, CONTEST, entriesOf, hire } from "../faults/contest-server.ts";
import { PASSWORD, signIn } from "../faults/shift/staffed-server.ts";
import type { ServerProcess } from "../server-process.ts";
import { startBrowser } from "../journeys/browser.ts";
import { percentile } from "./load/percentile.ts";
import { scrolled, tasksWhile } from "./load/scrolling.ts";

const ENTRIES = 10_000;
/** Real drawings, each of which stands for many. */
const DRAWINGS = 24;
/** How many a moderator has scrolled past already: pages of sixty, one after another. */
const LOADED = 3_000;
const MODERATOR = "moderator@town.example";
const SLOWED = 4;
const SETTLED_MS = 2000;
const STEPS = 40;
const ADDED_AT_ONCE = 250;

export interface GridScrollBench {
  readonly entries: number;
  /** From opening the room until its first pictures' places stand, milliseconds, at full speed. */
  readonly firstWorksMs: number;
  readonly loaded: number;
  /** From one frame of the scroll to the next at four times slowed, milliseconds; a busy machine shows in it. */
  readonly p50: number;
  readonly p99: number;
  /** The longest that the page's thread was busy at a stretch while scrolling, milliseconds of its own. */
  readonly longestTask: number;
  /** The same where so many are loaded and more come. */
  readonly longestTaskDeep: number;
  /** The same for a step by an arrow key, and for choosing with Space, among all these. */
  readonly longestTaskByKeys: number;
  readonly goalLongestTask: number;
}

async function fill(server: ServerProcess): Promise<void> {
  const names = readdirSync(new URL("../../demo/drawings", import.meta.url)).filter((name) =>
    /^kd_.*\.jpg$/.test(name),
  );
  for (const name of names.slice(0, DRAWINGS)) {
    const body = aForm({}, aDrawing(name));
    const { status } = await call(entriesOf(server), "ru", { method: "POST", body });
    if (status !== 201) throw new Error(`${name} was not taken: ${status}`);
  }
  await server.kill();
  const database = await openSqlite(join(server.folder, "veche.db"));
  const like = await database.read.selectFrom("entry").selectAll().orderBy("number").execute();
  const consents = await database.read.selectFrom("consent").selectAll().execute();
  const made = Array.from({ length: ENTRIES - like.length }, (_, place) => {
    const of = like[place % like.length];
    if (!of) throw new Error("no entry was taken");
    const at = new Date(Date.parse(of.created_at) + place * 1000).toISOString();
    const own = { id: `bench-${place}`, number: like.length + place + 1, token_hash: `bench-${place}` };
    return {
      entry: { ...of, ...own, idempotency_key: null, author_key: `bench-${place}`, created_at: at },
      consents: consents
        .filter(({ entry_id }) => entry_id === of.id)
        .map((it) => ({ ...it, id: `${it.id}-${place}`, entry_id: own.id })),
    };
  });
  for (let from = 0; from < made.length; from += ADDED_AT_ONCE) {
    const some = made.slice(from, from + ADDED_AT_ONCE);
    await database.write(async (db) => {
      await db
        .insertInto("entry")
        .values(some.map(({ entry }) => entry))
        .execute();
      await db
        .insertInto("consent")
        .values(some.flatMap((it) => it.consents))
        .execute();
    });
  }
  await database.close();
  await server.start();
}

/** How the moderators' grid of 10,000 works opens, scrolls and follows the keyboard. */
export async function benchGridScroll(): Promise<GridScrollBench> {
  const server = await aContestServer();
  await hire(server, MODERATOR, "moderator", PASSWORD);
  await fill(server);
  const cookie = await signIn(server.url, MODERATOR);
  const browser = await startBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "ru-RU" });
    for (const pair of cookie.split("; ")) {
      const [name = "", ...value] = pair.split("=");
      await context.addCookies([{ name, value: value.join("="), url: server.url }]);
    }
    const page = await context.newPage();
    const grid = page.locator("console-entry-grid");
    const loaded = () =>
      grid.evaluate((element) => (element as unknown as { entries: readonly unknown[] }).entries.length);
    const began = performance.now();
    await page.goto(`${server.url}/console/moderation?campaign=${CONTEST.open}`);
    const works = grid.locator("li");
    await works.first().waitFor();
    const firstWorksMs = performance.now() - began;
    const devtools = await context.newCDPSession(page);
    const slow = (rate: number) => devtools.send("Emulation.setCPUThrottlingRate", { rate });
    await slow(SLOWED);
    await page.waitForTimeout(SETTLED_MS);
    const above = await scrolled(browser, page, grid);

    await slow(1);
    while ((await loaded()) < LOADED) await grid.locator(".load").scrollIntoViewIfNeeded();
    await slow(SLOWED);
    await page.waitForTimeout(SETTLED_MS);
    const deep = await scrolled(browser, page, grid);
    const byKeys = await tasksWhile(browser, page, async () => {
      await works.nth(10).locator(".look").focus();
      for (let step = 0; step < STEPS; step += 1) {
        await page.keyboard.press(step % 2 ? "ArrowRight" : "ArrowDown");
        await page.keyboard.press("Space");
      }
    });
    return {
      entries: ENTRIES,
      firstWorksMs: Math.round(firstWorksMs),
      loaded: await loaded(),
      p50: Math.round(percentile(above.frames, 0.5)),
      p99: Math.round(percentile(above.frames, 0.99)),
      longestTask: Math.round(percentile(above.tasks, 1)),
      longestTaskDeep: Math.round(percentile(deep.tasks, 1)),
      longestTaskByKeys: Math.round(percentile(byKeys, 1)),
      goalLongestTask: 50,
    };
  } finally {
    await browser.close();
    await server.remove();
  }
}

if (import.meta.main) {
  console.table(Object.entries(await benchGridScroll()).map(([measured, value]) => ({ measured, value })));
}
