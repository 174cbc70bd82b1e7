import type { Connection } from "../../../storage/index.ts";
import { kindOf } from "../kinds/index.ts";
import { judgingClosedAt } from "../rules.ts";
import { campaignBySlug } from "../store.ts";
import type { RankedWork, ScoredWork } from "./ranking.ts";
import { scoresInCampaign } from "./store.ts";

/** Entry id → its score and its rank within nomination and age group. */
export type Ranks = ReadonlyMap<string, RankedWork>;

/** The ranks in those of the campaigns whose judging has closed; before that nobody's scores are told. */
export async function ranksOf(db: Connection, campaigns: readonly string[], now: Date): Promise<Ranks> {
  const ranks = new Map<string, RankedWork>();
  for (const slug of new Set(campaigns)) {
    const campaign = await campaignBySlug(db, slug);
    if (!campaign || !judgingClosedAt(campaign, now)) continue;
    const { rank } = kindOf(campaign.kind);
    for (const works of competing(await scoresInCampaign(db, slug)).values()) {
      for (const ranked of rank(works, campaign.data.criteria, campaign.data.tieBreak))
        ranks.set(ranked.id, ranked);
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
    groups.set(group, [...(groups.get(group) ?? []), work]);
  }
  return groups;
}
