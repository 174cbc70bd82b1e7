import type { SheetReason } from "./problem.ts";

export type CellReading<T> =
  | { readonly value: T }
  | { readonly reason: SheetReason; readonly values?: Readonly<Record<string, string | number>> };

/** How one column is read and written; `write` of what `read` gave is the cell again. */
export interface Column<T> {
  readonly read: (cell: string) => CellReading<T>;
  readonly write: (value: T) => string;
}

/** The shape of a file: its columns, in order, named as the header names them. */
export interface Sheet<Row> {
  readonly columns: { readonly [Name in keyof Row & string]-?: Column<Row[Name]> };
  /** Columns that a file may do without, and that are written only where a row has something in them. */
  readonly mayLack?: readonly (keyof Row & string)[];
  /** What makes a row itself: two rows of one key are a mistake. */
  readonly key: (row: Row) => string;
}
