/** What one juror gave one work, 0–100. */
export interface JurorsTotal {
  readonly work: string;
  readonly juror: string;
  readonly total: number;
}

const ROUNDS = 200;
const SETTLED = 1e-9;

/**
 * Means as they would be if all jurors were equally severe: each total is a work's worth plus its juror's
 * leaning, fitted by least squares, with the leanings of a mean of zero among jurors whom common works bind
 * together. Stands beside the plain mean and decides nothing; who shares no work with anybody is not corrected.
 *
 * @returns work → its corrected mean
 */
export function severityCorrected(totals: readonly JurorsTotal[]): ReadonlyMap<string, number> {
  const ofWork = Map.groupBy(totals, (it) => it.work);
  const ofJuror = Map.groupBy(totals, (it) => it.juror);
  const worth = new Map<string, number>();
  const circles = circlesOf(ofWork, [...ofJuror.keys()]);
  const leaning = new Map<string, number>([...ofJuror.keys()].map((juror) => [juror, 0]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [work, own] of ofWork)
      worth.set(work, mean(own.map((it) => it.total - (leaning.get(it.juror) ?? 0))));
    let moved = 0;
    const fitted = [...ofJuror].map(
      ([juror, own]) => [juror, mean(own.map((it) => it.total - (worth.get(it.work) ?? 0)))] as const,
    );
    for (const circle of Map.groupBy(fitted, ([juror]) => circles.get(juror)).values()) {
      const middle = mean(circle.map(([, value]) => value));
      for (const [juror, value] of circle) {
        moved = Math.max(moved, Math.abs(value - middle - (leaning.get(juror) ?? 0)));
        leaning.set(juror, value - middle);
      }
    }
    if (moved < SETTLED) break;
  }
  return worth;
}

/** Juror → one of those bound to them by works in common, the same for all of them. */
function circlesOf(
  ofWork: ReadonlyMap<string, readonly JurorsTotal[]>,
  jurors: readonly string[],
): ReadonlyMap<string, string> {
  const circles = new Map(jurors.map((juror) => [juror, juror]));
  for (const totals of ofWork.values()) {
    const bound = new Set(totals.map(({ juror }) => circles.get(juror)));
    const [first] = bound;
    if (bound.size < 2 || first === undefined) continue;
    for (const [juror, circle] of circles) if (bound.has(circle)) circles.set(juror, first);
  }
  return circles;
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
