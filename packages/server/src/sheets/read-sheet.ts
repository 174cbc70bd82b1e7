import { type CsvErrorCode, CsvError, type Info, parse } from "csv-parse/sync";
import { rearmFormula } from "./formula.ts";
import type { SheetProblem } from "./problem.ts";
import type { Sheet } from "./sheet.ts";

export interface SheetRow<Row> {
  readonly line: number;
  readonly row: Row;
}

export interface SheetReading<Row> {
  readonly rows: readonly SheetRow<Row>[];
  readonly problems: readonly SheetProblem[];
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

// Line feed and tab are text; the others never are.
const CONTROL = /(?![\n\t])\p{Cc}/u;

/** A file's words: as one text, or as a spreadsheet's rows of cells. */
export type SheetText = string | readonly (readonly string[])[];

/**
 * Reads a file whole: the rows that are right, and every mistake of the others.
 *
 * @param text comma- or semicolon-separated, or cells; with a header row in any order
 */
export function readSheet<Row>(text: SheetText, sheet: Sheet<Row>): SheetReading<Row> {
  const { lines, problems } =
    typeof text === "string" ? readLines(text) : { lines: linesOf(text), problems: [] };
  const [header, ...body] = lines;
  if (!header) return { rows: [], problems: [...problems, { line: 1, reason: "empty_file" }] };
  const wrongHeader = checkHeader(header, Object.keys(sheet.columns), sheet.mayLack ?? []);
  if (wrongHeader.length > 0) return { rows: [], problems: wrongHeader };

  const rows: SheetRow<Row>[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of body) {
    if (cells.length !== header.cells.length) {
      const values = { found: cells.length, expected: header.cells.length };
      problems.push({ line, reason: "wrong_width", values });
      continue;
    }
    const named = new Map(header.cells.map((name, index) => [name, cells[index] ?? ""]));
    const reading = readRow(named, sheet);
    problems.push(...reading.problems.map((problem) => ({ line, ...problem })));
    if (!reading.row) continue;
    const key = sheet.key(reading.row);
    const earlier = seen.get(key);
    if (earlier === undefined) rows.push({ line, row: reading.row });
    else problems.push({ line, reason: "repeated_row", values: { line: earlier } });
    seen.set(key, earlier ?? line);
  }
  return { rows, problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

function readRow<Row>(cells: ReadonlyMap<string, string>, sheet: Sheet<Row>) {
  const problems: SheetProblem[] = [];
  const row: Partial<Row> = {};
  for (const column of Object.keys(sheet.columns) as (keyof Row & string)[]) {
    if (!cells.has(column)) continue;
    const cell = rearmFormula(cells.get(column) ?? "").trim();
    if (CONTROL.test(cell)) {
      problems.push({ column, reason: "control_characters" });
      continue;
    }
    const reading = sheet.columns[column].read(cell);
    if ("value" in reading) row[column] = reading.value;
    else problems.push({ column, ...reading });
  }
  return { problems, row: problems.length === 0 ? (row as Row) : undefined };
}

function checkHeader(
  { line, cells }: Line,
  wanted: readonly string[],
  mayLack: readonly string[],
): SheetProblem[] {
  const found = new Set(cells);
  const about = (reason: SheetProblem["reason"]) => (column: string) => ({
    line,
    reason,
    values: { column },
  });
  return [
    ...wanted
      .filter((column) => !found.has(column) && !mayLack.includes(column))
      .map(about("missing_column")),
    ...[...found].filter((column) => !wanted.includes(column)).map(about("unknown_column")),
    ...cells.filter((column, index) => cells.indexOf(column) < index).map(about("repeated_column")),
  ];
}

/** Rows of a spreadsheet end where their last filled cell does: they are made as wide as the header. */
function linesOf(rows: readonly (readonly string[])[]): Line[] {
  const filled = rows.flatMap((cells, index) =>
    cells.some((cell) => cell.trim() !== "") ? [{ line: index + 1, cells }] : [],
  );
  const header = (filled[0]?.cells ?? []).map((cell) => cell.trim());
  while (header.at(-1) === "") header.pop();
  return filled.map(({ line, cells }, index) => ({
    line,
    cells: index === 0 ? header : header.map((_, column) => cells[column] ?? ""),
  }));
}

const BROKEN_QUOTES = new Set<CsvErrorCode>([
  "CSV_QUOTE_NOT_CLOSED",
  "CSV_INVALID_CLOSING_QUOTE",
  "INVALID_OPENING_QUOTE",
]);

function readLines(text: string): { lines: Line[]; problems: SheetProblem[] } {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const problems: SheetProblem[] = [];
  const lines: Line[] = [];
  let ended = 0;
  try {
    parse(plain, {
      delimiter: delimiterOf(plain),
      relax_column_count: true,
      on_record(cells: string[], { lines: end }: Info) {
        // A field may hold line breaks: the row starts after the line on which the one before ended.
        const line = ended + 1;
        ended = end;
        if (cells.some((cell) => cell.trim() !== "")) {
          lines.push({ line, cells: lines.length === 0 ? cells.map((cell) => cell.trim()) : cells });
        }
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError) || !BROKEN_QUOTES.has(error.code)) throw error;
    problems.push({ line: ended + 1, reason: "broken_quotes" });
  }
  return { lines, problems };
}

/** Spreadsheets with a comma in their numbers separate fields by semicolons. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.indexOf("\n") + 1 || text.length);
  const count = (delimiter: string) => header.split(delimiter).length;
  return count(";") > count(",") ? ";" : ",";
}
