import { readFile } from "node:fs/promises";
import { Refusal } from "@veche/protocol";
import { decodeSheet } from "./decode-sheet.ts";
import type { SheetText } from "./read-sheet.ts";
import type { Sheet } from "./sheet.ts";

/** A hundred thousand buildings take 8 MB as text. */
const MOST_BYTES = 25 * 1024 * 1024;
/** What a workbook may unpack to: a small file can hold gigabytes of the same cell. */
const MOST_UNPACKED_BYTES = 400 * 1024 * 1024;
const ZIP = Buffer.from("PK");

/** What files for spreadsheets are called on the way out. */
export const SHEET_FILES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/**
 * A file's words, whatever made it: CSV in UTF-8 or Windows-1251, or the first sheet of an XLSX workbook.
 *
 * @throws Refusal `too_large`, `unsupported_media`
 */
export async function readSheetFile(path: string): Promise<SheetText> {
  const bytes = await readFile(path);
  if (bytes.length > MOST_BYTES) throw new Refusal("too_large");
  if (!bytes.subarray(0, 2).equals(ZIP)) return decodeSheet(bytes);
  if (unpackedBytes(bytes) > MOST_UNPACKED_BYTES) throw new Refusal("too_large");
  return readWorkbook(bytes);
}

/** What workbooks are read with is loaded for the first of them: most lists come as CSV. */
async function readWorkbook(bytes: Buffer): Promise<SheetText> {
  const { InvalidInputError, InvalidSpreadsheetError, readSheet } = await import("read-excel-file/node");
  try {
    const rows = await readSheet(bytes);
    return rows.map((cells) => cells.map(wordsOf));
  } catch (error) {
    if (error instanceof InvalidSpreadsheetError || error instanceof InvalidInputError)
      throw new Refusal("unsupported_media", { reason: "sheets.not_a_workbook" });
    throw error;
  }
}

function wordsOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, "");
  return String(cell);
}

/** The sum of the sizes that a zip's directory tells. */
function unpackedBytes(zip: Buffer): number {
  const ENTRY = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  let sum = 0;
  for (let at = zip.indexOf(ENTRY); at >= 0 && at + 28 < zip.length; at = zip.indexOf(ENTRY, at + 4))
    sum += zip.readUInt32LE(at + 24);
  return sum;
}

/** The rows as an XLSX workbook of one sheet: every cell is text, so that nothing in it is ever run. */
export async function writeWorkbook<Row>(rows: readonly Row[], sheet: Sheet<Row>): Promise<Buffer> {
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const names = Object.keys(sheet.columns) as (keyof Row & string)[];
  const cell = (value: string) => ({ value, type: String });
  return writeXlsxFile([
    names.map((name) => ({ ...cell(name), fontWeight: "bold" as const })),
    ...rows.map((row) => names.map((name) => cell(sheet.columns[name].write(row[name])))),
  ]).toBuffer();
}
