import { setImmediate as turn } from "node:timers/promises";
import type { CityList } from "@veche/protocol";
import {
  type ImportCounts,
  ImportRefused,
  type SheetProblem,
  startReadingThread,
} from "../../../sheets/index.ts";
import { CITY_SHEETS, type CityTables } from "../sheets.ts";

/** What the thread is asked, in this order; `rows` and `problems` until all are fetched. */
export type Asked =
  | { readonly kind: "known"; readonly list: CityList; readonly rows: readonly unknown[] }
  | { readonly kind: "read" }
  | { readonly kind: "piece"; readonly from: number; readonly until: number };

export interface ThreadData {
  readonly path: string;
  readonly list: CityList;
  readonly timeZone: string;
}

/** A file held against the city's lists; `pieces` rows or mistakes are to be fetched. */
export type Summary =
  | {
      readonly kind: "ready";
      readonly pieces: number;
      readonly counts: ImportCounts;
      readonly warnings: readonly SheetProblem[];
      readonly changes: readonly Change[];
    }
  | { readonly kind: "mistakes"; readonly pieces: number };

export interface Change {
  readonly key: string;
  readonly kind: "added" | "changed" | "removed";
}

export interface ReadList {
  readonly rows: readonly unknown[];
  readonly counts: ImportCounts;
  readonly warnings: readonly SheetProblem[];
  /** The first of them. */
  readonly changes: readonly Change[];
}

/** What passes at once from thread to thread: a few milliseconds' worth. */
const PASSED_AT_ONCE = 2000;

/**
 * Reads a file that holds one whole list, in a thread of its own.
 *
 * @param now the city's lists as they are
 * @throws Refusal for what is no table; ImportRefused with every mistake
 */
export async function readList(data: ThreadData, now: CityTables): Promise<ReadList> {
  const thread = startReadingThread(new URL("./read-list-worker.ts", import.meta.url), data);
  const ask = (asked: Asked) => thread.ask(asked);
  try {
    for (const list of CITY_SHEETS) {
      for (let from = 0; from < now[list].length; from += PASSED_AT_ONCE) {
        await ask({ kind: "known", list, rows: now[list].slice(from, from + PASSED_AT_ONCE) });
        await turn();
      }
    }
    const summary = (await ask({ kind: "read" })) as Summary;
    const fetched: unknown[] = [];
    for (let from = 0; from < summary.pieces; from += PASSED_AT_ONCE) {
      const piece = await ask({ kind: "piece", from, until: from + PASSED_AT_ONCE });
      for (const it of piece as readonly unknown[]) fetched.push(it);
      await turn();
    }
    if (summary.kind === "mistakes") throw new ImportRefused(fetched as readonly SheetProblem[]);
    const { counts, warnings, changes } = summary;
    return { rows: fetched, counts, warnings, changes };
  } finally {
    await thread.close();
  }
}
