const CODES = /^SQLITE_(FULL|IOERR|BUSY|READONLY|CANTOPEN)/;

/** What SQLite says when the disk, not the request, is at fault. */
export function isSqliteFault(error: unknown): boolean {
  return error instanceof Error && "code" in error && CODES.test(String(error.code));
}
