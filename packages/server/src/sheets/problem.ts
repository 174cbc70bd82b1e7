import { Refusal } from "@veche/protocol";

/** Everything that can be wrong with a file; each has a sentence in texts.ts. */
export const SHEET_REASONS = [
  "empty_file",
  "missing_column",
  "unknown_column",
  "repeated_column",
  "broken_quotes",
  "wrong_width",
  "repeated_row",
  "control_characters",
  "empty_cell",
  "too_long",
  "bad_slug",
  "not_one_of",
  "bad_moment",
  "bad_date",
  "bad_hours",
  "bad_phone",
  "bad_url",
  "bad_email",
  "bad_house",
  "ends_before_start",
  "unknown_department",
  "unknown_organisation",
  "unknown_contact",
  "unknown_street",
  "ambiguous_street",
  "shared_slug",
  "affected_not_understood",
] as const;
export type SheetReason = (typeof SHEET_REASONS)[number];

export interface SheetProblem {
  /** Which file, where several were read together. */
  readonly sheet?: string;
  /** The physical line on which the row starts, from 1; absent for rows that no file brought. */
  readonly line?: number;
  readonly column?: string;
  readonly reason: SheetReason;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What an import does to the rows of a list. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

export interface ImportReport extends ImportCounts {
  /** What somebody should look at. */
  readonly warnings: readonly SheetProblem[];
}

/** A file with mistakes: all of them are told, and nothing of it was taken. */
export class ImportRefused extends Refusal {
  readonly problems: readonly SheetProblem[];
  constructor(problems: readonly SheetProblem[]) {
    super("invalid", { reason: "sheets.refused", values: { mistakes: problems.length } });
    this.problems = problems;
  }
}
