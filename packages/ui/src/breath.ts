/**
 * Lets the page answer who is using it before work goes on. A page out of sight has nobody to answer, and its timers
 * are slow.
 */
export const breath = (): Promise<void> =>
  document.hidden ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve));
