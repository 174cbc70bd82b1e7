import { type CampaignTerms, type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import { changesBetween } from "../../../act-details.ts";
import { describeAct } from "../../../acts.ts";
import { dayAfter, dayIn, startOfDay } from "../../../city-time.ts";
import type { Connection } from "../../../storage/index.ts";
import { readCampaign } from "../campaign-file.ts";
import { campaignView } from "../campaign-view.ts";
import type { Letters } from "../letters/letters.ts";
import type { CampaignParts } from "../parts.ts";
import { kindOf, KIND_NAMES } from "../kinds/index.ts";
import { mayChangeTermsAt, stateAt, termsChangeUntil } from "../rules.ts";
import { addAudit, addCampaign, campaignBySlug, type CampaignRecord, replaceCampaign } from "../store.ts";
import { nextYears } from "./next-years.ts";
import { problemsIn } from "./problems.ts";
import { addChange, ALL_PARTS, changesOf } from "./store.ts";
import { differs, refuseEmptied, termsOf, withTerms } from "./terms-of.ts";

type Life = Pick<HandlersOf<Operations["campaigns"]>, "terms" | "changeTerms" | "create" | "copy">;

/** A new draft's dates, to be changed: it opens in two weeks, for a month. */
const BEGINS_IN_DAYS = 14;
const LASTS_DAYS = 30;

/** A campaign from year to year: its terms are changed while that is fair, and copied for the next time. */
export function createLife(parts: CampaignParts, letters: Letters): Life {
  const { database, clock, newId, timeZone } = parts;

  async function campaignOf(db: Connection, slug: string): Promise<CampaignRecord> {
    const campaign = await campaignBySlug(db, slug);
    if (!campaign) throw new Refusal("not_found", { reason: "campaigns.none" });
    return campaign;
  }

  return {
    async terms({ slug }) {
      const campaign = await campaignOf(database.read, slug);
      return {
        terms: termsOf(campaign),
        version: campaign.version,
        mayChange: mayChangeTermsAt(campaign, clock()),
        until: termsChangeUntil(campaign).toISOString(),
        changes: await changesOf(database.read, slug),
        kind: campaign.kind,
        state: stateAt(campaign, clock()),
        offeredAsks: kindOf(campaign.kind).asks,
        problems: problemsIn(campaign, clock()),
      };
    },

    async changeTerms({ slug, terms, version }, { staff }) {
      const changed = await database.write(async (db) => {
        const campaign = await campaignOf(db, slug);
        const now = clock();
        if (!mayChangeTermsAt(campaign, now))
          throw new Refusal("conflict", { reason: "campaigns.terms_fixed" });
        if (campaign.version !== version) throw new Refusal("conflict", { reason: "campaigns.terms_stale" });
        const before = termsOf(campaign);
        const file = withTerms(campaign, terms, dayIn(timeZone, now));
        const only = (of: CampaignTerms) => Object.fromEntries(parts.map((part) => [part, of[part]]));
        const parts = ALL_PARTS.filter((part) => differs(part, before, terms));
        if (parts.length === 0) return [];
        const isOpen = stateAt(campaign, now) === "open";
        if (isOpen && Date.parse(file.dates.closesAt) <= now.getTime())
          throw new Refusal("invalid", { reason: "campaigns.closes_in_past", field: "dates.closesAt" });
        await refuseEmptied(db, slug, terms);
        await replaceCampaign(db, file, now);
        describeAct({ detail: changesBetween(only(before), only(terms)) });
        if (isOpen) {
          await addChange(db, {
            id: newId(),
            campaign: slug,
            at: now.toISOString(),
            by: staff.id,
            parts: JSON.stringify(parts),
          });
          await letters.toAll(db, slug, "terms");
        }
        return parts;
      });
      const now = await campaignOf(database.read, slug);
      return { changed, version: now.version, problems: problemsIn(now, clock()) };
    },

    async create({ slug, kind, title }, { locale }) {
      const known = KIND_NAMES.find((it) => it === kind);
      if (!known) throw new Refusal("invalid", { reason: "campaigns.no_kind", field: "kind" });
      const today = dayIn(timeZone, clock());
      const opens = startOfDay(timeZone, dayAfter(today, BEGINS_IN_DAYS));
      const closes = startOfDay(timeZone, dayAfter(today, BEGINS_IN_DAYS + LASTS_DAYS));
      const draft = readCampaign({
        slug,
        kind: known,
        state: "draft",
        title: { ru: title },
        summary: { ru: "" },
        participants: { minAge: 0, maxAge: null },
        dates: {
          opensAt: opens.toISOString(),
          closesAt: new Date(closes.getTime() - 1000).toISOString(),
        },
        limits: {},
        nominations: [],
        ageGroups: [],
        criteria: [],
        rules: "",
        rulesVersion: today,
        consent: { version: today, text: "" },
      });
      await database.write(async (db) => {
        if (await campaignBySlug(db, slug))
          throw new Refusal("conflict", { reason: "campaigns.exists", field: "slug" });
        await addCampaign(db, draft, clock());
      });
      return { campaign: await campaignView(parts, await campaignOf(database.read, slug), locale) };
    },

    async copy({ slug }, { staff, locale }) {
      const copied = await database.write(async (db) => {
        const next = nextYears(await campaignOf(db, slug), clock());
        let free = next.slug;
        for (let again = 2; await campaignBySlug(db, free); again += 1) free = `${next.slug}-${again}`;
        await addCampaign(db, readCampaign({ ...next, slug: free, state: "draft" }), clock());
        await addAudit(db, {
          id: newId(),
          at: clock(),
          by: staff.id,
          action: "campaign.copied",
          subject: free,
          detail: slug,
        });
        return free;
      });
      return { campaign: await campaignView(parts, await campaignOf(database.read, copied), locale) };
    },
  };
}
