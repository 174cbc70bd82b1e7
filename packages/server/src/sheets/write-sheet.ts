import { stringify } from "csv-stringify/sync";
import { disarmFormula } from "./formula.ts";
import type { Sheet } from "./sheet.ts";

/** The rows as CSV: UTF-8, comma, RFC 4180 quotes, LF line ends. */
export function writeSheet<Row>(rows: readonly Row[], sheet: Sheet<Row>): string {
  const isWritten = (name: keyof Row & string) =>
    !sheet.mayLack?.includes(name) || rows.some((row) => sheet.columns[name].write(row[name]) !== "");
  const names = (Object.keys(sheet.columns) as (keyof Row & string)[]).filter(isWritten);
  return stringify([
    names,
    ...rows.map((row) => names.map((name) => disarmFormula(sheet.columns[name].write(row[name])))),
  ]);
}
