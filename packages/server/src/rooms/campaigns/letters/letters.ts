import { z } from "zod";
import type { JobHandlers } from "../../../jobs/index.ts";
import type { Connection, EntryTable } from "../../../storage/index.ts";
import { entryById, entryIdsWithContact } from "../entries/store.ts";
import { minuteIn } from "../life/notice.ts";
import type { CampaignParts } from "../parts.ts";
import { ceremonyCalendar } from "../ceremony/event.ts";
import { campaignBySlug, type CampaignRecord } from "../store.ts";
import { letterTexts } from "./words.ts";

export const LETTERS = ["received", "decided", "terms", "announced", "invited", "moved"] as const;
export type LetterKind = (typeof LETTERS)[number];

export interface Letters {
  /** Within the write that gives the reason for it. Nothing is written where no mail goes. */
  readonly toParent: (db: Connection, entryId: string, letter: LetterKind) => Promise<void>;
  /** To everybody who takes part. */
  readonly toAll: (db: Connection, campaign: string, letter: LetterKind) => Promise<void>;
}

const ONE = "campaigns.letter";
const ALL = "campaigns.letters";
const letter = z.enum(LETTERS);
const toOne = z.object({ entry: z.string(), letter });
const toMany = z.object({ campaign: z.string(), letter });
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/**
 * Letters to parents, where the city has a mail server. The outbox keeps no address and no name: both
 * are read when the letter goes, so that whoever withdrew meanwhile gets none.
 */
export function createLetters(parts: CampaignParts): { letters: Letters; jobs: JobHandlers } {
  const { database, clock, jobs, mail } = parts;

  const letters: Letters = {
    async toParent(db, entryId, kind) {
      if (mail) await jobs.add(db, ONE, { entry: entryId, letter: kind }, clock());
    },
    async toAll(db, campaign, kind) {
      if (mail) await jobs.add(db, ALL, { campaign, letter: kind }, clock());
    },
  };

  async function send(entry: EntryTable, kind: LetterKind): Promise<void> {
    const campaign = await campaignBySlug(database.read, entry.campaign);
    const contact = entry.consent_due === 1 ? entry.teacher_contact : entry.guardian_contact;
    if (!mail || !campaign || !EMAIL.test(contact)) return;
    const { locale, title } = campaign.data;
    const aboutCeremony = kind === "invited" || kind === "moved";
    const calendar = aboutCeremony ? ceremonyCalendar(campaign, parts, locale) : undefined;
    if (aboutCeremony && !calendar) return;
    const words = letterTexts[locale][kind]({
      contest: (locale === "en" ? title.en : undefined) ?? title.ru,
      work: entry.title,
      number: entry.number,
      state: entry.state,
      reason: entry.reason ?? "",
      fixBy: entry.fix_by === null ? "" : minuteIn(entry.fix_by, locale, parts.timeZone),
      page: parts.pageUrl(campaign.slug),
      own: privateLink(entry, campaign.slug),
      ...ceremonyFacts(campaign, parts.timeZone),
    });
    await mail.send({
      id: [entry.id, kind, reasonAt(kind, entry, campaign)].filter(Boolean).join("."),
      to: contact,
      ...words,
      ...(calendar && {
        attachment: {
          name: "ceremony.ics",
          type: "text/calendar; charset=utf-8; method=PUBLISH",
          content: calendar,
        },
      }),
    });
  }

  /** Where the form sent a key the token follows from it and can be given again; else the page alone. */
  function privateLink(entry: EntryTable, slug: string): string {
    const page = parts.pageUrl(slug);
    if (entry.idempotency_key === null) return page;
    const token = parts.secrets.tokenFrom("entry", entry.id, entry.idempotency_key, entry.content_digest);
    return `${page}#veche-entry=${entry.id}.${token}`;
  }

  return {
    letters,
    jobs: {
      [ONE]: async (job) => {
        const { entry: id, letter: kind } = toOne.parse(job);
        const entry = await entryById(database.read, id);
        if (entry && entry.state !== "withdrawn") await send(entry, kind);
      },
      [ALL]: async (job) => {
        const { campaign, letter: kind } = toMany.parse(job);
        const ids = await entryIdsWithContact(database.read, campaign);
        await database.write(async (db) => {
          for (const entry of ids) await jobs.add(db, ONE, { entry, letter: kind }, clock());
        });
      },
    },
  };
}

/** What tells two letters of a kind apart: the moment of what they are about. */
function reasonAt(kind: LetterKind, { decided_at }: EntryTable, { version }: CampaignRecord): number {
  if (kind === "decided") return Date.parse(decided_at ?? "");
  return kind === "moved" ? Date.parse(version) : 0;
}

function ceremonyFacts({ data: { dates, award, locale } }: CampaignRecord, timeZone: string) {
  const said = (locale === "en" && award?.en) || award;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short", timeZone });
  return {
    when: dates.awardAt ? format.format(new Date(dates.awardAt)) : "",
    place: said?.place ?? "",
    note: said?.note ?? "",
  };
}
