import { type CityList, type Handler, type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import { changesBetween, detailOf } from "../../../act-details.ts";
import { describeAct } from "../../../acts.ts";
import {
  createImportDesk,
  explainProblem,
  readSheet,
  type Sheet,
  SHEET_FILES,
  writeSheet,
  writeWorkbook,
} from "../../../sheets/index.ts";
import type { Connection, Database } from "../../../storage/index.ts";
import type { CitySnapshot } from "../records.ts";
import { faultsOf } from "../references.ts";
import { citySheets, type CityTables } from "../sheets.ts";
import { bumpCity, cityRevision, putBuilding, replaceTables, writeRow } from "../store.ts";
import { exchangeBuildings } from "./building-store.ts";
import { readList } from "./read-list.ts";

export interface ListsParts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly timeZone: string;
  readonly snapshot: () => CitySnapshot;
  /** Resolves once the city is answered from what is stored now. */
  readonly reload: () => Promise<void>;
}

type Lists = Pick<
  HandlersOf<Operations["city"]>,
  "rows" | "saveRow" | "removeRow" | "exportRows" | "readFile" | "importState" | "takeImport"
>;
type Cells = Readonly<Record<string, string>>;

/** The city's lists as staff work on them: record by record, or a whole file at once. */
export function createLists({ database, clock, newId, timeZone, snapshot, reload }: ListsParts): Lists {
  const shapes = citySheets(timeZone);
  const desk = createImportDesk({ clock, newId, revision: () => snapshot().revision });
  /** One long list after another. */
  let exchanging: Promise<void> = Promise.resolve();
  const shapeOf = (sheet: CityList) => shapes[sheet] as Sheet<unknown>;
  const rowsOf = (sheet: CityList): readonly unknown[] => snapshot()[sheet];

  function cellsOf(sheet: CityList, row: unknown): Record<string, string> {
    const fields = row as Record<string, never>;
    return Object.fromEntries(
      Object.entries(shapeOf(sheet).columns).map(([name, column]) => [
        name,
        (column as { write(value: unknown): string }).write(fields[name]),
      ]),
    );
  }
  const shown = (sheet: CityList, row: unknown) => ({
    key: shapeOf(sheet).key(row),
    cells: cellsOf(sheet, row),
  });
  const find = (sheet: CityList, key: string) => rowsOf(sheet).find((row) => shapeOf(sheet).key(row) === key);

  /** @throws Refusal `invalid` that names the cell */
  function rowFrom(sheet: CityList, cells: Cells, locale: "ru" | "en"): unknown {
    const names = Object.keys(shapeOf(sheet).columns);
    const { rows, problems } = readSheet([names, names.map((name) => cells[name] ?? "")], shapeOf(sheet));
    const [problem] = problems;
    if (problem || !rows[0]) throw inCell(problem ?? { reason: "empty_cell" }, locale);
    return rows[0].row;
  }

  function inCell(problem: Parameters<typeof explainProblem>[0], locale: "ru" | "en"): Refusal {
    const { column = "" } = problem;
    const words = explainProblem(
      { reason: problem.reason, ...(problem.values && { values: problem.values }) },
      locale,
    );
    return new Refusal("invalid", {
      reason: "sheets.row",
      ...(column && { field: column }),
      values: { column, problem: words },
    });
  }

  /** What the record says of others must be there. */
  function assertHolds(sheet: CityList, row: unknown, others: readonly unknown[], locale: "ru" | "en"): void {
    const tables = { ...snapshot(), [sheet]: [...others, row] } as CityTables;
    const fault = faultsOf(
      sheet === "buildings" || sheet === "outages" ? { ...tables, ...onlyLast(sheet, row) } : tables,
    ).findLast((it) => it.sheet === sheet && !it.harmless);
    if (fault) throw inCell(fault, locale);
  }
  /** Of long lists only the record itself is held against the others. */
  const onlyLast = (sheet: CityList, row: unknown) => ({ buildings: [], outages: [], [sheet]: [row] });

  const rows: Handler<Operations["city"]["rows"]> = async ({ sheet, query, offset, limit }) => {
    const wanted = folded(query ?? "")
      .split(/\s+/)
      .filter(Boolean);
    const all = rowsOf(sheet);
    const matching =
      wanted.length === 0
        ? all
        : all.filter((row) => {
            const words = folded(Object.values(cellsOf(sheet, row)).join(" "));
            return wanted.every((word) => words.includes(word));
          });
    return {
      columns: Object.keys(shapeOf(sheet).columns),
      items: matching.slice(offset, offset + limit).map((row) => shown(sheet, row)),
      total: matching.length,
    };
  };

  const saveRow: Handler<Operations["city"]["saveRow"]> = async ({ sheet, key, seen, cells }, { locale }) => {
    const row = rowFrom(sheet, cells, locale);
    const before = key === undefined ? undefined : find(sheet, key);
    if (key !== undefined && !before) throw new Refusal("not_found", { reason: "sheets.row_gone" });
    if (before && seen && JSON.stringify(cellsOf(sheet, before)) !== JSON.stringify(inOrder(sheet, seen)))
      throw new Refusal("conflict", { reason: "sheets.row_gone" });
    const next = shapeOf(sheet).key(row);
    if (next !== key && find(sheet, next)) throw new Refusal("conflict", { reason: "sheets.row_exists" });
    const others = rowsOf(sheet).filter((it) => it !== before);
    assertHolds(sheet, row, others, locale);
    describeAct({
      subject: `${sheet}: ${next}`,
      detail: changesBetween(before === undefined ? undefined : cellsOf(sheet, before), cellsOf(sheet, row)),
    });
    await database.write(async (connection) => {
      await writeRow(connection, sheet, before as never, row as never);
      await bumpCity(connection);
    });
    await reload();
    return { row: shown(sheet, row) };
  };

  const inOrder = (sheet: CityList, cells: Cells) =>
    Object.fromEntries(Object.keys(shapeOf(sheet).columns).map((name) => [name, cells[name] ?? ""]));

  const removeRow: Handler<Operations["city"]["removeRow"]> = async ({ sheet, key }) => {
    const row = find(sheet, key);
    if (!row) throw new Refusal("not_found", { reason: "sheets.row_gone" });
    describeAct({ subject: `${sheet}: ${key}`, detail: changesBetween(cellsOf(sheet, row), undefined) });
    await database.write(async (connection) => {
      await writeRow(connection, sheet, row as never, undefined);
      await bumpCity(connection);
    });
    await reload();
    return {};
  };

  const exportRows: Handler<Operations["city"]["exportRows"]> = async ({ sheet, format }) => ({
    contentType: SHEET_FILES[format],
    body:
      format === "csv"
        ? // Spreadsheets take a file without a mark for one in Windows-1251.
          `\uFEFF${writeSheet(rowsOf(sheet), shapeOf(sheet))}`
        : await writeWorkbook(rowsOf(sheet), shapeOf(sheet)),
    headers: { "Content-Disposition": `attachment; filename="${sheet}.${format}"` },
  });

  /** @param seen the revision that the file was held against */
  async function write(
    sheet: CityList,
    rows: readonly unknown[],
    seen: string,
    progress: (done: number, of: number) => void,
  ): Promise<void> {
    async function settle(connection: Connection): Promise<void> {
      if ((await cityRevision({ read: connection })) !== seen)
        throw new Refusal("conflict", { reason: "sheets.changed" });
      await bumpCity(connection);
    }
    if (sheet !== "buildings") {
      return database.write(async (connection) => {
        await settle(connection);
        await replaceTables(connection, { [sheet]: rows }, progress);
      });
    }
    const buildings = (rows as CityTables["buildings"]).map(putBuilding);
    const exchange = () => exchangeBuildings(database, buildings, progress, settle);
    exchanging = exchanging.then(exchange, exchange);
    return exchanging;
  }

  const readFile: Handler<Operations["city"]["readFile"]> = async ({ sheet, upload }, { staff, locale }) => ({
    import: await desk.read(sheet, staff.id, locale, async () => {
      const now = snapshot();
      const { rows, ...found } = await readList({ path: upload.path, list: sheet, timeZone }, now);
      return {
        ...found,
        revision: now.revision,
        async apply(progress) {
          await write(sheet, rows, now.revision, progress);
          await reload();
        },
      };
    }),
  });

  return {
    rows,
    saveRow,
    removeRow,
    exportRows,
    readFile,
    importState: async ({ id }, { staff }) => ({ import: desk.at(id, staff.id) }),
    async takeImport({ id }, { staff }) {
      const { sheet, counts } = desk.at(id, staff.id);
      describeAct({ subject: sheet, detail: detailOf({ facts: { ...counts } }) });
      return { import: await desk.apply(id, staff.id) };
    },
  };
}

const folded = (words: string) => words.toLowerCase().replaceAll("ё", "е").trim();
