import { type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import { detailOf } from "../../../act-details.ts";
import type { Connection, EntryTable } from "../../../storage/index.ts";
import { entryById } from "../entries/store.ts";
import { entriesByIds } from "../moderation/store.ts";
import type { CampaignParts } from "../parts.ts";
import { isAdmitted, judgingClosedAt, stateAt } from "../rules.ts";
import { addAudit, campaignBySlug, type CampaignRecord } from "../store.ts";
import { recusalsOf, worksFor } from "./panel.ts";
import { isRecused } from "./recusal.ts";
import {
  addRecusal,
  commentOfJuror,
  entriesScoredBy,
  forgetScores,
  replaceResults,
  replaceScores,
  scoresOfJuror,
  sealedResults,
} from "./store.ts";

type Judging = Pick<
  HandlersOf<Operations["campaigns"]>,
  "score" | "ownScores" | "results" | "seal" | "recuse" | "ownRecusals"
>;
type Points = Readonly<Record<string, number>>;

/** Jurors' scores, each seen by nobody else, and the results that follow, sealed until the announcement. */
export function createJudging({ database, clock, newId }: CampaignParts): Judging {
  async function judgedCampaign(db: Connection, slug: string): Promise<CampaignRecord> {
    const campaign = await campaignBySlug(db, slug);
    if (!campaign) throw new Refusal("not_found", { reason: "campaigns.none" });
    return campaign;
  }

  /** The gate to a work for a juror: admitted, in a campaign that is being judged. */
  async function workToJudge(
    id: string,
    juror: string,
  ): Promise<{ entry: EntryTable; campaign: CampaignRecord }> {
    const entry = await entryById(database.read, id);
    if (!entry || !isAdmitted(entry.state)) throw new Refusal("not_found", { reason: "campaigns.no_entry" });
    const campaign = await judgedCampaign(database.read, entry.campaign);
    if (stateAt(campaign, clock()) !== "judging")
      throw new Refusal("conflict", { reason: "campaigns.not_judging" });
    if (!(await worksFor(database.read, campaign, juror)).has(id))
      throw new Refusal("not_found", { reason: "campaigns.no_entry" });
    return { entry, campaign };
  }

  async function ownScores(entryId: string, jurorId: string) {
    const scores = await scoresOfJuror(database.read, entryId, jurorId);
    const said = await commentOfJuror(database.read, entryId, jurorId);
    return {
      scores: Object.fromEntries(scores.map(({ criterion, points }) => [criterion, points])),
      ...(said ? { comment: said.comment } : {}),
    };
  }

  async function resultsOf(slug: string) {
    const rows = await sealedResults(database.read, slug);
    return { results: rows.map(({ entry_id, place, title }) => ({ entryId: entry_id, place, title })) };
  }

  async function ownRecusals(slug: string, juror: string) {
    const all = await recusalsOf(database.read, slug);
    return {
      recusals: all.filter((it) => it.juror === juror).map(({ by, value }) => ({ by, value })),
    };
  }

  return {
    async recuse({ slug, by, value }, { staff }) {
      await database.write(async (db) => {
        const campaign = await judgedCampaign(db, slug);
        if (judgingClosedAt(campaign, clock()))
          throw new Refusal("conflict", { reason: "campaigns.judging_closed" });
        await addRecusal(db, {
          id: newId(),
          campaign: slug,
          juror_id: staff.id,
          by,
          value,
          at: clock().toISOString(),
        });
        const mine = (await recusalsOf(db, slug)).filter((it) => it.juror === staff.id);
        const scored = await entriesScoredBy(db, slug, staff.id);
        await forgetScores(
          db,
          scored.filter((work) => isRecused(mine, work)).map(({ id }) => id),
          staff.id,
        );
        await addAudit(db, { id: newId(), at: clock(), by: staff.id, action: "jury.recuse", subject: slug });
      });
      return ownRecusals(slug, staff.id);
    },

    async ownRecusals({ slug }, { staff }) {
      await judgedCampaign(database.read, slug);
      return ownRecusals(slug, staff.id);
    },

    async score({ id, scores, comment }, { staff }) {
      const { campaign } = await workToJudge(id, staff.id);
      if (judgingClosedAt(campaign, clock()))
        throw new Refusal("conflict", { reason: "campaigns.judging_closed" });
      refuseWrongPoints(campaign, scores);
      const score = { entryId: id, jurorId: staff.id, points: scores, comment: comment?.trim(), at: clock() };
      await database.write(async (db) => {
        // It may have been withdrawn meanwhile, and then nothing may point to it.
        if (!isAdmitted((await entryById(db, id))?.state ?? "")) {
          throw new Refusal("not_found", { reason: "campaigns.no_entry" });
        }
        await replaceScores(db, score);
      });
      return ownScores(id, staff.id);
    },

    async ownScores({ id }, { staff }) {
      await workToJudge(id, staff.id);
      return ownScores(id, staff.id);
    },

    async results({ slug }) {
      await judgedCampaign(database.read, slug);
      return resultsOf(slug);
    },

    async seal({ slug, results }, { staff }) {
      await database.write(async (db) => {
        const campaign = await judgedCampaign(db, slug);
        refuseUnlessSealable(campaign, clock(), results.length);
        const entries = await entriesByIds(
          db,
          results.map((it) => it.entryId),
        );
        for (const [index, { entryId }] of results.entries()) {
          const entry = entries.find((it) => it.id === entryId);
          if (entry?.campaign === slug && isAdmitted(entry.state)) continue;
          throw new Refusal("invalid", {
            reason: "campaigns.not_eligible",
            field: `results.${index}.entryId`,
          });
        }
        refuseTwice(results);
        refuseUnfairPlaces(campaign, results, entries);
        const rows = results.map(({ entryId, place, title }, position) => ({
          campaign: slug,
          entry_id: entryId,
          place: place ?? null,
          title,
          position,
        }));
        await replaceResults(db, slug, rows);
        await addAudit(db, {
          id: newId(),
          at: clock(),
          by: staff.id,
          action: "results.seal",
          subject: slug,
          detail: detailOf({ facts: { works: rows.length } }),
        });
      });
      return resultsOf(slug);
    },
  };
}

function refuseUnlessSealable(campaign: CampaignRecord, now: Date, results: number): void {
  const state = stateAt(campaign, now);
  if (state === "announced" || state === "archived") {
    throw new Refusal("conflict", { reason: "campaigns.announced_already" });
  }
  if (state !== "judging") throw new Refusal("conflict", { reason: "campaigns.not_judging" });
  if (results === 0 && campaign.announceAt)
    throw new Refusal("conflict", { reason: "campaigns.announcement_set" });
}

/** A work has one place, and besides it may get prizes, each once. */
function refuseTwice(results: readonly { entryId: string; place?: number | null; title: string }[]): void {
  const seen = new Set<string>();
  for (const [index, { entryId, place, title }] of results.entries()) {
    const awarded = `${entryId} ${place ? "place" : `prize ${title}`}`;
    if (seen.has(awarded)) {
      throw new Refusal("invalid", { reason: "campaigns.result_twice", field: `results.${index}.entryId` });
    }
    seen.add(awarded);
  }
}

/** Holds how the rules let places be given, in each nomination and age group. */
function refuseUnfairPlaces(
  { data: { places } }: CampaignRecord,
  results: readonly { entryId: string; place?: number | null }[],
  entries: readonly EntryTable[],
): void {
  const given = new Map<string, Map<number, number>>();
  for (const [index, { entryId, place }] of results.entries()) {
    const entry = entries.find(({ id }) => id === entryId);
    if (!place || !entry) continue;
    const group = `${entry.nomination}/${entry.age_group}`;
    const taken = given.get(group) ?? new Map<number, number>();
    if (taken.has(place) && places?.shared === false)
      throw new Refusal("invalid", { reason: "campaigns.place_shared", field: `results.${index}.place` });
    given.set(group, taken.set(place, index));
  }
  if (places?.mayStayEmpty !== false) return;
  for (const taken of given.values()) {
    let due = 1;
    for (const [place, index] of [...taken].toSorted(([a], [b]) => a - b)) {
      if (place > due) {
        const values = { place: due };
        throw new Refusal("invalid", {
          reason: "campaigns.place_empty",
          field: `results.${index}.place`,
          values,
        });
      }
      due = place + 1;
    }
  }
}

function refuseWrongPoints({ data }: CampaignRecord, scores: Points): void {
  for (const [criterion, points] of Object.entries(scores)) {
    const known = data.criteria.find(({ slug }) => slug === criterion);
    const field = `scores.${criterion}`;
    if (!known) throw new Refusal("invalid", { reason: "campaigns.no_criterion", field });
    if (points > known.max) {
      throw new Refusal("invalid", {
        reason: "campaigns.too_many_points",
        field,
        values: { max: known.max },
      });
    }
  }
}
