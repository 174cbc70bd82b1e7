import { parentPort, workerData } from "node:worker_threads";
import { ImportRefused, MOST_SHOWN, passRefusal, readSheetFile, type Sheet } from "../../../sheets/index.ts";
import { prepareCity } from "../imports.ts";
import { citySheets, type CityTables } from "../sheets.ts";
import type { Asked, Change, Summary, ThreadData } from "./read-list.ts";

/** Run as a thread: a hundred thousand rows take it seconds that residents' sockets can't wait. */
if (!parentPort) throw new Error("the reading thread was started as something else");
const port = parentPort;
const { path, list, timeZone } = workerData as ThreadData;
const now: Record<keyof CityTables, unknown[]> = {
  hotlines: [],
  organisations: [],
  streets: [],
  buildings: [],
  outages: [],
};
let pieces: readonly unknown[] = [];

async function read(): Promise<Summary> {
  try {
    const known = now as unknown as CityTables;
    const prepared = prepareCity({ [list]: await readSheetFile(path) }, known, timeZone);
    pieces = prepared.tables[list];
    return {
      kind: "ready",
      pieces: pieces.length,
      counts: prepared.counts[list] ?? { added: 0, changed: 0, removed: 0, unchanged: 0 },
      warnings: prepared.warnings.slice(0, MOST_SHOWN),
      changes: changesOf(now[list], pieces, citySheets(timeZone)[list] as Sheet<unknown>),
    };
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    pieces = error.problems;
    return { kind: "mistakes", pieces: pieces.length };
  }
}

async function answer(asked: Asked): Promise<unknown> {
  switch (asked.kind) {
    case "known":
      for (const row of asked.rows) now[asked.list].push(row);
      return undefined;
    case "read":
      return read();
    case "piece":
      return pieces.slice(asked.from, asked.until);
    default:
      return asked satisfies never;
  }
}

/** What an import would change, in the file's order; removals last; the first of them. */
function changesOf(before: readonly unknown[], after: readonly unknown[], sheet: Sheet<unknown>): Change[] {
  const words = (row: unknown) =>
    JSON.stringify(
      Object.entries(sheet.columns as Record<string, { write(value: unknown): string }>).map(
        ([name, column]) => column.write((row as Record<string, unknown>)[name]),
      ),
    );
  const was = new Map(before.map((row) => [sheet.key(row), row]));
  const changes: Change[] = [];
  for (const row of after) {
    const key = sheet.key(row);
    const earlier = was.get(key);
    if (changes.length < MOST_SHOWN) {
      if (earlier === undefined) changes.push({ key, kind: "added" });
      else if (words(earlier) !== words(row)) changes.push({ key, kind: "changed" });
    }
    was.delete(key);
  }
  const removed = [...was.keys()].map((key) => ({ key, kind: "removed" as const }));
  return [...changes, ...removed].slice(0, MOST_SHOWN);
}

port.on("message", async (asked: Asked) => {
  port.postMessage(await answer(asked).catch(passRefusal));
});
