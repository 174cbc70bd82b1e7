import type { Connection } from "../../../storage/index.ts";
import { kindOf } from "../kinds/index.ts";
import { judgingClosedAt } from "../rules.ts";
import { campaignBySlug, type CampaignRecord } from "../store.ts";
import type { RankedWork, ScoredWork } from "./ranking.ts";
import { type JurorsTotal, severityCorrected } from "./severity.ts";
import { scoresInCampaign } from "./store.ts";

/** Entry id → its score and its rank within nomination and age group. */
export type Ranks = ReadonlyMap<string, RankedWork & { readonly adjusted?: number }>;

/** The ranks in those of the campaigns whose judging has closed; before that nobody's scores are told. */
export async function ranksOf(db: Connection, campaigns: readonly string[], now: Date): Promise<Ranks> {
  const ranks = new Map<string, RankedWork & { readonly adjusted?: number }>();
  for (const slug of new Set(campaigns)) {
    const campaign = await campaignBySlug(db, slug);
    if (!campaign || !judgingClosedAt(campaign, now)) continue;
    const { rank } = kindOf(campaign.kind);
    const scores = await scoresInCampaign(db, slug);
    const adjusted = severityCorrected(totalsOf(scores, campaign));
    for (const works of competing(scores).values()) {
      for (const ranked of rank(works, campaign.data.criteria, campaign.data.tieBreak))
        ranks.set(ranked.id, { ...ranked, ...valued(adjusted.get(ranked.id)) });
    }
  }
  return ranks;
}

type Scores = Awaited<ReturnType<typeof scoresInCampaign>>;

/** Works that compete with each other, with what each juror gave. */
function competing(scores: Scores): Map<string, ScoredWork[]> {
  const groups = new Map<string, ScoredWork[]>();
  for (const [id, ofWork] of Map.groupBy(scores, (it) => it.entry_id)) {
    const jurors = Map.groupBy(ofWork, (it) => it.juror_id).values();
    const work = {
      id,
      scores: [...jurors].map((points) => Object.fromEntries(points.map((it) => [it.criterion, it.points]))),
    };
    const group = `${ofWork[0]?.nomination}/${ofWork[0]?.age_group}`;
    const others = groups.get(group);
    if (others) others.push(work);
    else groups.set(group, [work]);
  }
  return groups;
}

const valued = (adjusted: number | undefined) => (adjusted === undefined ? {} : { adjusted });

/** What each juror gave each work that they have judged whole, on a scale of 100. */
function totalsOf(scores: Scores, { data }: CampaignRecord): JurorsTotal[] {
  const weights = data.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const sheets = Map.groupBy(scores, (it) => `${it.entry_id}\n${it.juror_id}`);
  return [...sheets.values()].flatMap((sheet) => {
    const points = new Map(sheet.map((it) => [it.criterion, it.points]));
    const [first] = sheet;
    if (!first || !data.criteria.every(({ slug }) => points.has(slug))) return [];
    const total = data.criteria.reduce(
      (sum, { slug, weight, max }) => sum + (weight * (points.get(slug) ?? 0)) / max,
      0,
    );
    return [{ work: first.entry_id, juror: first.juror_id, total: (100 * total) / weights }];
  });
}
