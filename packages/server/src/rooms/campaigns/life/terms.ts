import { type CampaignTerms, type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import { changesBetween } from "../../../act-details.ts";
import { describeAct } from "../../../acts.ts";
import type { Connection } from "../../../storage/index.ts";
import { readCampaign } from "../campaign-file.ts";
import { campaignView } from "../campaign-view.ts";
import type { Letters } from "../letters/letters.ts";
import type { CampaignParts } from "../parts.ts";
import {
  CONSENT_WITHIN_DAYS,
  KEEP_NAMES_DAYS,
  mayChangeTermsAt,
  stateAt,
  termsChangeUntil,
} from "../rules.ts";
import { addAudit, addCampaign, campaignBySlug, type CampaignRecord, replaceCampaign } from "../store.ts";
import { nextYears } from "./next-years.ts";
import { addChange, ALL_PARTS, changesOf } from "./store.ts";

type Life = Pick<HandlersOf<Operations["campaigns"]>, "terms" | "changeTerms" | "copy">;

/** A campaign from year to year: its terms are changed while that is fair, and copied for the next time. */
export function createLife(parts: CampaignParts, letters: Letters): Life {
  const { database, clock, newId } = parts;

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
        const file = withTerms(campaign, terms);
        const only = (of: CampaignTerms) => Object.fromEntries(parts.map((part) => [part, of[part]]));
        const parts = ALL_PARTS.filter((part) => differs(part, before, terms));
        if (parts.length === 0) return [];
        const isOpen = stateAt(campaign, now) === "open";
        if (isOpen && Date.parse(file.dates.closesAt) <= now.getTime())
          throw new Refusal("invalid", { reason: "campaigns.closes_in_past", field: "dates.closesAt" });
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
      return { changed, version: (await campaignOf(database.read, slug)).version };
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

function termsOf({ data }: CampaignRecord): CampaignTerms {
  const { title, summary, dates, limits, rules, rulesEn } = data;
  const { entriesPerAuthorPerNomination, maxEntriesPerAuthor } = limits;
  return {
    title,
    summary,
    dates,
    limits: { entriesPerAuthorPerNomination, maxEntriesPerAuthor },
    consentWithinDays: data.consentWithinDays ?? CONSENT_WITHIN_DAYS,
    keepNamesDays: data.keepNamesDays ?? KEEP_NAMES_DAYS,
    rules,
    ...(rulesEn === undefined ? {} : { rulesEn }),
  };
}

/** The campaign as a file would bring it, with new terms. @throws Refusal `invalid` that names the field */
function withTerms({ slug, kind, state, data }: CampaignRecord, terms: CampaignTerms) {
  const { limits, ...others } = terms;
  const { entriesPerAuthorPerNomination: _each, maxEntriesPerAuthor: _total, ...kept } = data.limits;
  const { rulesEn: _before, ...rest } = data;
  return readCampaign({ ...rest, ...others, slug, kind, state, limits: { ...kept, ...limits } });
}

/** As JSON in one order; dates as moments, however they are written. */
function differs(part: (typeof ALL_PARTS)[number], before: CampaignTerms, after: CampaignTerms): boolean {
  const said = (terms: CampaignTerms) => {
    if (part === "rules") return JSON.stringify([terms.rules, terms.rulesEn ?? ""]);
    const value = terms[part];
    if (typeof value !== "object") return JSON.stringify(value);
    const entries = Object.entries(value).filter(([, it]) => it !== undefined && it !== null);
    return JSON.stringify(
      entries
        .map(([name, it]) => [name, part === "dates" ? Date.parse(String(it)) : it])
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
  };
  return said(before) !== said(after);
}
