import type { Connection } from "../../storage/index.ts";
import {
  ImportRefused,
  type ImportCounts,
  readSheet,
  type Sheet,
  type SheetProblem,
  type SheetText,
} from "../../sheets/index.ts";
import { type Fault, faultsOf } from "./references.ts";
import { CITY_SHEETS, type CitySheet, citySheets, type CityTables } from "./sheets.ts";
import { bumpCity, replaceTables } from "./store.ts";

export type CityFiles = { readonly [Name in CitySheet]?: SheetText };

/** Files that were read and found right, ready to be written in one step. */
export interface PreparedCity {
  /** The city's tables as they will be. */
  readonly tables: CityTables;
  readonly counts: { readonly [Name in CitySheet]?: ImportCounts };
  /** What other lists suffer by it, and what is unclear. */
  readonly warnings: readonly SheetProblem[];
  apply(connection: Connection): Promise<void>;
}

/**
 * Reads files that each hold one whole list: rows that a file no longer has are gone after it.
 *
 * @param now the tables as they are, for what the files refer to and what they change
 * @throws ImportRefused with every mistake of every file
 */
export function prepareCity(files: CityFiles, now: CityTables, timeZone: string): PreparedCity {
  const sheets = citySheets(timeZone);
  const brought: Partial<Record<CitySheet, readonly unknown[]>> = {};
  const lines: Partial<Record<CitySheet, readonly number[]>> = {};
  const problems: SheetProblem[] = [];
  for (const name of CITY_SHEETS) {
    const text = files[name];
    if (text === undefined) continue;
    const sheet = sheets[name] as Sheet<unknown>;
    const reading = readSheet<unknown>(text, sheet);
    brought[name] = withUnsaid(
      reading.rows.map(({ row }) => row),
      now[name],
      sheet,
    );
    lines[name] = reading.rows.map(({ line }) => line);
    problems.push(...reading.problems.map((problem) => ({ sheet: name, ...problem })));
  }
  const tables = { ...now, ...brought } as CityTables;
  const broken = new Set(problems.map(({ sheet }) => sheet as CitySheet));
  const faults = faultsOf(tables, broken).map((fault) => ({ fault, problem: problemOf(fault, lines) }));
  // What a row of another list suffers by this file is told, but doesn't stop it.
  const stops = ({ fault }: { fault: Fault }) => lines[fault.sheet] !== undefined && !fault.harmless;
  problems.push(...faults.filter(stops).map(({ problem }) => problem));
  if (problems.length > 0) throw new ImportRefused(problems.toSorted(inReadingOrder));

  return {
    tables,
    counts: Object.fromEntries(
      (Object.keys(brought) as CitySheet[]).map((name) => [
        name,
        countChanges(now[name], tables[name], sheets[name] as Sheet<unknown>),
      ]),
    ),
    warnings: faults.filter((it) => !stops(it)).map(({ problem }) => problem),
    async apply(connection) {
      await replaceTables(connection, brought as Partial<CityTables>);
      await bumpCity(connection);
    },
  };
}

/** Rows with what their file has no column for, as the city has it. */
function withUnsaid(
  rows: readonly unknown[],
  now: readonly unknown[],
  sheet: Sheet<unknown>,
): readonly unknown[] {
  const lackable: readonly string[] = sheet.mayLack ?? [];
  const unsaid = lackable.filter((column) => rows.some((row) => !(column in (row as object))));
  if (unsaid.length === 0) return rows;
  const known = new Map(now.map((row) => [sheet.key(row), row as Record<string, unknown>]));
  return rows.map((row) => {
    const kept = known.get(sheet.key(row)) ?? {};
    const added = unsaid.filter((column) => column in kept).map((column) => [column, kept[column]] as const);
    return { ...(row as object), ...Object.fromEntries(added) };
  });
}

function inReadingOrder(a: SheetProblem, b: SheetProblem): number {
  const place = ({ sheet }: SheetProblem) => CITY_SHEETS.findIndex((name) => name === sheet);
  return place(a) - place(b) || (a.line ?? 0) - (b.line ?? 0);
}

function problemOf(
  { sheet, index, column, reason, values }: Fault,
  lines: Partial<Record<CitySheet, readonly number[]>>,
) {
  const line = lines[sheet]?.[index];
  return { sheet, column, reason, ...(line !== undefined && { line }), ...(values && { values }) };
}

function countChanges(
  before: readonly unknown[],
  after: readonly unknown[],
  sheet: Sheet<unknown>,
): ImportCounts {
  const was = new Map(before.map((row) => [sheet.key(row), JSON.stringify(cellsOf(row, sheet))]));
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const row of after) {
    const earlier = was.get(sheet.key(row));
    if (earlier === undefined) counts.added += 1;
    else if (earlier === JSON.stringify(cellsOf(row, sheet))) counts.unchanged += 1;
    else counts.changed += 1;
    was.delete(sheet.key(row));
  }
  return { ...counts, removed: was.size };
}

function cellsOf(row: unknown, sheet: Sheet<unknown>): string[] {
  const fields = row as Record<string, unknown>;
  return Object.entries(sheet.columns as Record<string, { write(value: unknown): string }>).map(
    ([name, column]) => column.write(fields[name]),
  );
}
