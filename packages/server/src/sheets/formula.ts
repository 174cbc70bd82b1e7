/*
 * A spreadsheet runs a cell that begins like a formula. Such cells leave with an apostrophe before
 * them and lose it when they come back, so that a round trip gives the same words.
 */
const LIKE_A_FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;

/** Phones, which hold no name that could be called; and Markdown's «- **…», which is no expression. */
const HARMLESS = /^[+-][\d\s();,.+-]*$|^[+-] *\*/;

const needsApostrophe = (cell: string) => LIKE_A_FORMULA.test(cell) && !HARMLESS.test(cell);

export function disarmFormula(cell: string): string {
  return needsApostrophe(cell) ? `'${cell}` : cell;
}

export function rearmFormula(cell: string): string {
  return cell.startsWith("'") && needsApostrophe(cell.slice(1)) ? cell.slice(1) : cell;
}
