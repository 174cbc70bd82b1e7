interface RankedBy {
  readonly slug: string;
  readonly weight: number;
  readonly max: number;
}

export interface ScoredWork {
  readonly id: string;
  /** One record a juror: criterion → points, 0 to the criterion's `max`. */
  readonly scores: readonly Readonly<Record<string, number>>[];
}

export interface RankedWork {
  readonly id: string;
  /** 0–100 */
  readonly score: number;
  /** 1 is best; equal works share a rank and the next one is skipped: 1, 1, 3. */
  readonly rank: number;
}

export type Rank = (
  works: readonly ScoredWork[],
  criteria: readonly RankedBy[],
  tieBreak: readonly string[],
) => RankedWork[];

/** Sums of thirds must not tell equal works apart. */
const SAME = 1e-9;

/**
 * Ranks works by the weighted mean of their scores, best first.
 *
 * A juror counts for a work once every criterion has points; a work that no juror has scored whole
 * is left out.
 *
 * @param tieBreak criteria that decide among equal totals, in order; what is still equal shares a rank
 */
export const rankByWeightedMean: Rank = (works, criteria, tieBreak) => {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const measured = works.flatMap(({ id, scores }) => {
    const whole = scores.filter((points) => criteria.every(({ slug }) => points[slug] !== undefined));
    if (whole.length === 0 || weights === 0) return [];
    const means = new Map(
      criteria.map(({ slug, max }) => [
        slug,
        whole.reduce((sum, points) => sum + (points[slug] ?? 0) / max, 0) / whole.length,
      ]),
    );
    const total = criteria.reduce((sum, { slug, weight }) => sum + (means.get(slug) ?? 0) * weight, 0);
    const score = (100 * total) / weights;
    return [{ id, score, ladder: [score / 100, ...tieBreak.map((slug) => means.get(slug) ?? 0)] }];
  });
  measured.sort((a, b) => better(a.ladder, b.ladder));
  const ranked: RankedWork[] = [];
  for (const [index, { id, score, ladder }] of measured.entries()) {
    const before = measured[index - 1];
    const shares = before !== undefined && better(before.ladder, ladder) === 0;
    ranked.push({ id, score, rank: shares ? (ranked[index - 1]?.rank ?? 1) : index + 1 });
  }
  return ranked;
};

/** Negative when the first ladder stands higher. */
function better(a: readonly number[], b: readonly number[]): number {
  for (const [step, value] of a.entries()) {
    const difference = (b[step] ?? 0) - value;
    if (Math.abs(difference) > SAME) return difference;
  }
  return 0;
}
