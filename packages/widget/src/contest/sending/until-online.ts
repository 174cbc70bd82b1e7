/** Waits, but no longer than until the connection is back. @throws the signal's reason */
export async function untilOnline(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const done = new AbortController();
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      done.abort();
      settle();
    };
    const timer = setTimeout(() => finish(resolve), ms);
    addEventListener("online", () => finish(resolve), { signal: done.signal });
    signal.addEventListener("abort", () => finish(() => reject(signal.reason)), { signal: done.signal });
  });
}
