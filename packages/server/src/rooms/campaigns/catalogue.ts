import {
  CAMPAIGN_STATES,
  type EntryState,
  type HandlersOf,
  type Locale,
  type Operations,
  Refusal,
} from "@veche/protocol";
import { campaignView } from "./campaign-view.ts";
import { KIND_NAMES } from "./kinds/index.ts";
import { problemsIn } from "./life/problems.ts";
import { changesOf } from "./life/store.ts";
import type { CampaignParts } from "./parts.ts";
import { CAMPAIGN_MOVES, stateAt } from "./rules.ts";
import {
  addAudit,
  allCampaigns,
  campaignBySlug,
  type CampaignRecord,
  countsByState,
  setCampaignState,
} from "./store.ts";
import { campaignTexts } from "./texts.ts";

type Catalogue = Pick<HandlersOf<Operations["campaigns"]>, "list" | "get" | "staffCampaigns" | "move">;

/** The campaigns themselves: which there are, and moving them along. */
export function createCatalogue(parts: CampaignParts): Catalogue {
  const { database, clock, newId } = parts;

  /** Those that run come first, then the latest. */
  async function inOrder(): Promise<CampaignRecord[]> {
    const place = (it: CampaignRecord) => CAMPAIGN_STATES.indexOf(stateAt(it, clock()));
    const all = await allCampaigns(database.read);
    return all.toSorted(
      (a, b) => place(a) - place(b) || b.data.dates.opensAt.localeCompare(a.data.dates.opensAt),
    );
  }

  return {
    async list(_input, { locale }) {
      const known = (await inOrder()).filter(({ state }) => state !== "draft");
      return { items: await Promise.all(known.map((it) => campaignView(parts, it, locale))) };
    },

    async get({ slug }, { locale }) {
      const campaign = await campaignBySlug(database.read, slug);
      if (!campaign || campaign.state === "draft")
        throw new Refusal("not_found", { reason: "campaigns.none" });
      const changes = await changesOf(database.read, slug);
      return { campaign: await campaignView(parts, campaign, locale, changes) };
    },

    async staffCampaigns(_input, { locale }) {
      const counts = await countsByState(database.read);
      const staffView = async (campaign: CampaignRecord) => ({
        ...(await campaignView(parts, campaign, locale)),
        titles: campaign.data.titles,
        criteria: campaign.data.criteria,
        counts: countsOf(counts.filter((it) => it.campaign === campaign.slug)),
        announcement: campaign.announceAt && {
          at: campaign.announceAt.toISOString(),
          publishedAt: campaign.publishedAt?.toISOString(),
        },
      });
      const items = await Promise.all((await inOrder()).map(staffView));
      return { kinds: [...KIND_NAMES], items };
    },

    async move({ slug, state }, { staff, locale }) {
      if (state === "announced")
        throw new Refusal("invalid", { reason: "campaigns.announce_instead", field: "state" });
      await database.write(async (db) => {
        const campaign = await campaignBySlug(db, slug);
        if (!campaign) throw new Refusal("not_found", { reason: "campaigns.none" });
        const from = stateAt(campaign, clock());
        if (from === state) return;
        const allowed: readonly string[] = CAMPAIGN_MOVES[from];
        if (!allowed.includes(state)) {
          throw new Refusal("conflict", {
            reason: "campaigns.move_not_allowed",
            values: { from, to: state },
          });
        }
        if (state === "open" && clock() >= new Date(campaign.data.dates.closesAt)) {
          throw new Refusal("conflict", { reason: "campaigns.dates_passed" });
        }
        if (state === "open" && campaign.isSealed) {
          throw new Refusal("conflict", {
            reason: "campaigns.move_not_allowed",
            values: { from, to: state },
          });
        }
        if (from === "draft") refuseUnready(campaign, clock(), locale);
        await setCampaignState(db, slug, state, clock());
        await addAudit(db, {
          id: newId(),
          at: clock(),
          by: staff.id,
          action: `campaign.${state}`,
          subject: slug,
        });
      });
      const moved = await campaignBySlug(database.read, slug);
      if (!moved) throw new Refusal("not_found", { reason: "campaigns.none" });
      return { campaign: await campaignView(parts, moved, locale) };
    },
  };
}

/** @throws Refusal `conflict` that tells everything that is missing or contradictory, at the first one's field */
function refuseUnready(campaign: CampaignRecord, now: Date, locale: Locale): void {
  const problems = problemsIn(campaign, now);
  if (!problems[0]) return;
  const told = problems.map(({ code }) => campaignTexts[locale][code]);
  throw new Refusal("conflict", {
    reason: "campaigns.not_ready",
    field: `terms.${problems[0].field}`,
    values: { problems: told.join(" "), codes: problems.map(({ code }) => code).join(", ") },
  });
}

function countsOf(rows: readonly { readonly state: string; readonly entries: number | bigint }[]) {
  const count = (state: EntryState) => Number(rows.find((it) => it.state === state)?.entries ?? 0);
  return {
    submitted: count("submitted"),
    approved: count("approved"),
    rejected: count("rejected"),
    shortlisted: count("shortlisted"),
    winner: count("winner"),
    withdrawn: count("withdrawn"),
  } satisfies Record<EntryState, number>;
}
