import { createHash } from "node:crypto";

interface Spread {
  readonly works: readonly string[];
  readonly jurors: readonly string[];
  /** How many jurors see each work; all of them where the campaign names no number. */
  readonly perWork: number | undefined;
  /**
   * How many works everybody judges, so that jurors' severity can be told apart: the first so many of all that
   * a juror's limits leave them, judged by all who may.
   */
  readonly common: number;
  /** The same seed gives the same spread. */
  readonly seed: string;
  /** Work → those who have judged it already: they keep it. */
  readonly judged: ReadonlyMap<string, ReadonlySet<string>>;
  /** By the limits of nomination and age group alone. */
  readonly inReach: (juror: string, work: string) => boolean;
  readonly mayJudge: (juror: string, work: string) => boolean;
}

/**
 * Who judges what: each work by as many jurors as the campaign asks, each juror about as many works as the
 * others, in an order that follows from the seed alone. Works that fewer may judge find their jurors first.
 *
 * @returns juror → their works, the common ones first
 */
export function spreadWorks(spread: Spread): ReadonlyMap<string, readonly string[]> {
  const { jurors, perWork, common, seed, judged, inReach, mayJudge } = spread;
  const lot = (...words: readonly string[]) =>
    createHash("sha256")
      .update([seed, ...words].join("\n"))
      .digest("hex");
  const order = spread.works
    .map((work) => ({ work, at: lot(work) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ work }) => work);
  const own = new Map<string, string[]>(jurors.map((juror) => [juror, []]));
  const passed = new Map<string, number>();
  const toDraw: { work: string; able: readonly string[] }[] = [];
  for (const work of order) {
    const able = jurors.filter((juror) => mayJudge(juror, work));
    if (perWork !== undefined && !isCommon(work)) toDraw.push({ work, able });
    else for (const juror of able) own.get(juror)?.push(work);
  }
  for (const { work, able } of toDraw.toSorted((a, b) => a.able.length - b.able.length))
    for (const juror of drawn(work, able, perWork ?? able.length)) own.get(juror)?.push(work);
  return own;

  function isCommon(work: string): boolean {
    const whose = jurors.filter((juror) => inReach(juror, work));
    const isFirst = whose.some((juror) => (passed.get(juror) ?? 0) < common);
    for (const juror of whose) passed.set(juror, (passed.get(juror) ?? 0) + 1);
    return isFirst;
  }

  /** Who has begun keeps the work; then whoever has least to do, by lot among equals. */
  function drawn(work: string, able: readonly string[], count: number): string[] {
    const begun = able.filter((juror) => judged.get(work)?.has(juror));
    const others = able
      .filter((juror) => !begun.includes(juror))
      .map((juror) => ({ juror, load: own.get(juror)?.length ?? 0, at: lot(work, juror) }))
      .toSorted((a, b) => a.load - b.load || (a.at < b.at ? -1 : 1))
      .map(({ juror }) => juror);
    return [...begun, ...others.slice(0, Math.max(0, count - begun.length))];
  }
}
