import { readdirSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import sharp from "sharp";
import {
  glancesOf,
  glancesToText,
  SAME_SHEET_PLACES,
  startComparingThread,
} from "../../packages/server/src/images/index.ts";
import { aDrawing, chanceOf } from "../../packages/server/src/images/paper/photograph.fixture.ts";
import { fittedInside, type Pixels, toPixels } from "../../packages/server/src/images/pixels.ts";
import { placesInCommon } from "../../packages/server/src/images/same-work/compare.ts";
import type { Mark } from "../../packages/server/src/images/same-work/marks.ts";
import { marksToText } from "../../packages/server/src/images/same-work/marks-text.ts";
import {
  AGAIN,
  again,
  marksIn,
} from "../../packages/server/src/images/same-work/photographed-again.fixture.ts";

const DRAWINGS = new URL("../../demo/drawings/", import.meta.url).pathname;
/** Sheets that were photographed twice: neither is told apart from the other, nor counted among the different ones. */
const TWICE: Readonly<Record<string, string>> = {
  "kd_9b91dc39.jpg": "kd_70028812.jpg",
  "kd_6efcf00f.jpg": "kd_20747d7a.jpg",
};
const MADE = 40;
/** Seeds that the rules were made by, and others that judge them; the photographed drawings are halved alike. */
const SEEDS = { development: 100, "held-out": 9_000 } as const;
const STORED = 50_000;
const LOOKED_AT = 24;
/** As the server reads them. */
const READ_AT_ONCE = 100;
/** Of a word's 32. */
const OTHER_BITS = 8;
/** Words of 160 marks, as they are stored. */
const GLANCES = 3 * 160;

interface Work {
  readonly id: string;
  readonly marks: readonly Mark[];
}

/** Found and falsely found on pairs of drawings, real ones and made ones, of one half; of all, or of the first so many. */
export async function benchSameWork(half: keyof typeof SEEDS, first = Infinity) {
  const seed = SEEDS[half];
  const works: Work[] = [];
  const copies: (Work & { readonly how: string })[] = [];
  for (const [at, { id, sheet }] of (await sheetsOf(half, seed)).slice(0, first).entries()) {
    const stored = at % 2 ? await again(sheet, "whole", seed * 3 + at) : sheet;
    works.push({ id, marks: await marksIn(stored) });
    for (const how of AGAIN)
      copies.push({ id, how, marks: await marksIn(await again(sheet, how, seed * 7 + at)) });
  }
  return [...AGAIN, "all" as const].map((how) => {
    const of = copies.filter((copy) => how === "all" || copy.how === how);
    const seen = of.map((copy) =>
      works.map((work) => ({ isSame: work.id === copy.id, places: placesInCommon(work.marks, copy.marks) })),
    );
    const same = seen.flatMap((it) => it.filter(({ isSame }) => isSame));
    const different = seen.flatMap((it) => it.filter(({ isSame }) => !isSame));
    return {
      half,
      how,
      pairs: same.length,
      "found %": percent(same.filter(({ places }) => places >= SAME_SHEET_PLACES).length, same.length),
      "different pairs": different.length,
      "false alarms %": percent(
        different.filter(({ places }) => places >= SAME_SHEET_PLACES).length,
        different.length,
      ),
      "most places of different ones": Math.max(...different.map(({ places }) => places)),
    };
  });
}

async function sheetsOf(half: keyof typeof SEEDS, seed: number): Promise<{ id: string; sheet: Pixels }[]> {
  const subjects = [
    ...new Set(
      readdirSync(DRAWINGS)
        .filter((name) => /^(kd_|anim).*g$/.test(name))
        .map((name) => TWICE[name] ?? name),
    ),
  ];
  const real = subjects.filter((_, at) => at % 2 === (half === "held-out" ? 1 : 0));
  return [
    ...(await Promise.all(
      real.map(async (id) => ({
        id,
        sheet: await toPixels(fittedInside(sharp(DRAWINGS + id).autoOrient(), 1_000)),
      })),
    )),
    ...(await Promise.all(
      Array.from({ length: MADE }, async (_, at) => ({
        id: `made ${seed + at}`,
        sheet: await aDrawing(seed + at),
      })),
    )),
  ];
}

/**
 * One look among as many works as many years bring, in its thread, and what the loop has of it that residents' sockets
 * live on. The works' marks are real ones, shuffled among works.
 */
export async function benchLookUp() {
  const sheets = [...(await sheetsOf("held-out", SEEDS["held-out"]))];
  const own = await Promise.all(sheets.map(async ({ sheet }) => marksIn(sheet)));
  const texts = own.map(marksToText);
  const copies = await Promise.all(
    sheets.map(async ({ sheet }, at) => marksIn(await again(sheet, AGAIN[at % AGAIN.length]!, 77 + at))),
  );
  const isSeen = copies.map((marks, at) => placesInCommon(own[at]!, marks) >= SAME_SHEET_PLACES);
  const pool = Int32Array.from(texts.flatMap((text) => [...glancesOf(text)]));
  const chance = chanceOf(50);
  const batches = Array.from({ length: STORED / READ_AT_ONCE }, (_, batch) =>
    Array.from({ length: READ_AT_ONCE }, (_work, place) => ({
      id: `other ${batch * READ_AT_ONCE + place}`,
      glances: glancesToText(othersGlances(pool, chance)),
    })),
  );
  batches.push(sheets.map(({ id }, at) => ({ id, glances: glancesToText(glancesOf(texts[at]!)) })));
  const thread = startComparingThread();
  await thread.add([]);
  const memory = process.memoryUsage.rss();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (const works of batches) await thread.add(works);
  const taken = process.memoryUsage.rss() - memory;
  const times: number[] = [];
  let [named, asked] = [0, 0];
  for (const [at, { id }] of sheets.entries()) {
    const marks = marksToText(copies[at]!);
    const before = process.cpuUsage();
    const likeliest = await thread.likeliest("new", marks, LOOKED_AT);
    // Of those that are looked at closely one is the same work.
    const others = likeliest.map((_, step) => texts[(at + step) % texts.length]!);
    await thread.placesInCommon(marks, others);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1_000);
    if (!isSeen[at]) continue;
    asked += 1;
    if (likeliest.includes(id)) named += 1;
  }
  delay.disable();
  await thread.close();
  times.sort((a, b) => a - b);
  return {
    stored: STORED,
    "processor ms, median": Math.round(times[times.length >> 1]!),
    "processor ms, most": Math.round(times.at(-1)!),
    "of the recognisable, among the likeliest %": percent(named, asked),
    "memory MB": Math.round(taken / 1_048_576),
    "the loop stood still, ms, p99": Number((delay.percentile(99) / 1e6).toFixed(1)),
    "ms, most": Math.round(delay.max / 1e6),
  };
}

/** Of another drawing: a quarter of the bits otherwise, as of the nearest of two drawings' marks. */
function othersGlances(pool: Int32Array, chance: () => number): Int32Array {
  const glances = new Int32Array(GLANCES);
  for (let at = 0; at < GLANCES; at += 3) {
    const from = 3 * Math.floor((chance() * pool.length) / 3);
    for (let word = 0; word < 3; word++) {
      let bits = pool[from + word]!;
      for (let bit = 0; bit < OTHER_BITS; bit++) bits ^= 1 << (chance() * 32);
      glances[at + word] = bits;
    }
  }
  return glances;
}

const percent = (part: number, whole: number) => Number(((100 * part) / whole).toFixed(1));

if (import.meta.main) {
  // `look-up`: that alone.
  if (process.argv[2] !== "look-up")
    console.table([...(await benchSameWork("development")), ...(await benchSameWork("held-out"))]);
  console.table([await benchLookUp()]);
}
