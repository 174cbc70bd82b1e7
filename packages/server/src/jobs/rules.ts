const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/** How long a process may take for one job before another process takes it up. */
export const LEASE_MS = 60_000;
/** How long a done job is kept, to answer "did it happen?". */
export const DONE_KEPT_MS = 30 * 24 * 60 * 60_000;

/** Waits 5, 10, 20 … seconds, an hour at most. A job is never given up: some of them erase data. */
export function waitAfter(attempts: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT_MS);
}
