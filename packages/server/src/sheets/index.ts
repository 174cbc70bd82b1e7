/*
 * Tables that a city keeps in files: read with every mistake named by line and column, written so
 * that reading them back gives the same rows.
 */
export * from "./columns.ts";
export { decodeSheet } from "./decode-sheet.ts";
export { createImportDesk, MOST_SHOWN, type ReadImport } from "./import-desk.ts";
export { ImportRefused } from "./problem.ts";
export type { ImportCounts, ImportReport, SheetProblem, SheetReason } from "./problem.ts";
export { readSheet } from "./read-sheet.ts";
export type { SheetReading, SheetRow, SheetText } from "./read-sheet.ts";
export { readSheetFileAside, startReadingThread } from "./reading-thread.ts";
export { passRefusal } from "./refusal-passage.ts";
export { readSheetFile, SHEET_FILES, writeWorkbook } from "./sheet-file.ts";
export type { Column, Sheet } from "./sheet.ts";
export { explainProblem, sheetTexts } from "./texts.ts";
export { writeSheet } from "./write-sheet.ts";
