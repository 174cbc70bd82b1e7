import {
  type Ceremony,
  type HandlersOf,
  type InvitationReply,
  type Operations,
  Refusal,
  type StaffMember,
} from "@veche/protocol";
import { detailOf } from "../../../act-details.ts";
import { describeAct } from "../../../acts.ts";
import type { Connection, EntryTable } from "../../../storage/index.ts";
import { readCampaign } from "../campaign-file.ts";
import { asDownload } from "../certificates/certificates.ts";
import { openEntry } from "../entries/open-entry.ts";
import { entryById } from "../entries/store.ts";
import { ownEntryView } from "../entries/views.ts";
import type { Letters } from "../letters/letters.ts";
import type { CampaignParts } from "../parts.ts";
import { isAdmitted, stateAt } from "../rules.ts";
import { campaignBySlug, type CampaignRecord, replaceCampaign } from "../store.ts";
import { ceremonyCalendar } from "./event.ts";
import { guestList } from "./guests.ts";
import { invitationOf } from "./invitation.ts";
import { ceremonyPaper } from "./papers.ts";
import { forgetOrder, guestOf, setGuest } from "./store.ts";

type CeremonyOperations = Pick<
  HandlersOf<Operations["campaigns"]>,
  | "ceremonyCalendar"
  | "replyToInvitation"
  | "ceremony"
  | "setCeremony"
  | "inviteToCeremony"
  | "orderCeremony"
  | "noteReply"
  | "handOutPrize"
  | "takePrizeBack"
  | "ceremonyList"
>;

/** Of the words that a family reads beside the question about photographs. */
const PHOTO_WORDS = "2026-11";

/** Handing out the prizes: invitations, replies, the order of calling and who was given what. */
export function createCeremony(parts: CampaignParts, letters: Letters): CeremonyOperations {
  const { database, clock } = parts;

  async function campaignOf(db: Connection, slug: string): Promise<CampaignRecord> {
    const campaign = await campaignBySlug(db, slug);
    if (!campaign) throw new Refusal("not_found", { reason: "campaigns.none" });
    return campaign;
  }
  const isAnnounced = (campaign: CampaignRecord) =>
    ["announced", "archived"].includes(stateAt(campaign, clock()));

  async function told(slug: string): Promise<{ ceremony: Ceremony }> {
    const campaign = await campaignOf(database.read, slug);
    const { dates, award } = campaign.data;
    const { guests, reordered } = await guestList(database.read, campaign);
    return {
      ceremony: {
        ...(dates.awardAt ? { at: dates.awardAt } : {}),
        place: award?.place ?? "",
        note: award?.note ?? "",
        announced: isAnnounced(campaign),
        mail: parts.mail !== undefined,
        guests: [...guests],
        reordered,
      },
    };
  }

  /** An awarded entry of a campaign that is announced. */
  async function awarded(db: Connection, id: string): Promise<EntryTable> {
    const entry = await entryById(db, id);
    const campaign = entry && isAdmitted(entry.state) && (await campaignOf(db, entry.campaign));
    const { guests } = campaign ? await guestList(db, campaign) : { guests: [] };
    if (!entry || !campaign || !guests.some(({ entryId }) => entryId === id))
      throw new Refusal("not_found", { reason: "campaigns.no_entry" });
    return entry;
  }

  const keepReply = (
    db: Connection,
    entry: Pick<EntryTable, "id" | "campaign">,
    { coming, people, photo }: InvitationReply,
    by?: StaffMember,
  ) =>
    setGuest(
      db,
      { entry_id: entry.id, campaign: entry.campaign },
      {
        coming: coming ? 1 : 0,
        people: coming ? (people ?? 1) : null,
        photo: coming && photo !== undefined ? Number(photo) : null,
        photo_words: photo && !by ? PHOTO_WORDS : "",
        replied_at: clock().toISOString(),
      },
    );

  return {
    async ceremonyCalendar({ slug }, { locale }) {
      const campaign = await campaignOf(database.read, slug);
      const file = campaign.state === "draft" ? undefined : ceremonyCalendar(campaign, parts, locale);
      if (!file) throw new Refusal("not_found", { reason: "campaigns.no_ceremony" });
      return {
        contentType: "text/calendar; charset=utf-8",
        body: file,
        headers: {
          "Content-Disposition": `attachment; filename="${slug}.ics"`,
          "Cache-Control": "no-cache",
          Vary: "Accept-Language",
        },
      };
    },

    async replyToInvitation({ id, ...reply }, { token }) {
      const opened = await openEntry(parts.secrets, database.read, id, token);
      await database.write(async (db) => {
        const invitation = await invitationOf(db, (await entryById(db, id)) ?? opened, clock());
        if (!invitation) throw new Refusal("not_found", { reason: "campaigns.not_invited" });
        if (!invitation.open) throw new Refusal("conflict", { reason: "campaigns.ceremony_over" });
        await keepReply(db, opened, reply);
      });
      const invitation = await invitationOf(database.read, opened, clock());
      return { entry: { ...ownEntryView(opened, parts), invitation } };
    },

    ceremony: ({ slug }) => told(slug),

    async setCeremony({ slug, at, place, note }) {
      await database.write(async (db) => {
        const campaign = await campaignOf(db, slug);
        const { dates, award, ...data } = campaign.data;
        const same = award?.place === place && award.note === note;
        if (same && dates.awardAt !== undefined && Date.parse(dates.awardAt) === Date.parse(at)) return;
        if (new Date(at) <= clock())
          throw new Refusal("invalid", { reason: "campaigns.ceremony_in_past", field: "at" });
        const { kind, state } = campaign;
        // What was written in English of another place would send people there.
        const next = same ? award : { place, note };
        const file = { ...data, slug, kind, state, dates: { ...dates, awardAt: at }, award: next };
        await replaceCampaign(db, readCampaign(file), clock());
        const { guests } = await guestList(db, campaign);
        for (const { entryId, invitedAt } of guests)
          if (invitedAt) await letters.toParent(db, entryId, "moved");
      });
      return told(slug);
    },

    async inviteToCeremony({ slug }) {
      await database.write(async (db) => {
        const campaign = await campaignOf(db, slug);
        if (!isAnnounced(campaign)) throw new Refusal("conflict", { reason: "campaigns.invited_too_early" });
        const { awardAt } = campaign.data.dates;
        if (!awardAt || new Date(awardAt) <= clock())
          throw new Refusal("conflict", { reason: "campaigns.no_ceremony" });
        const { guests } = await guestList(db, campaign);
        const due = guests.filter(({ invitedAt }) => !invitedAt);
        describeAct({ detail: detailOf({ facts: { sent: due.length } }) });
        for (const { entryId } of due) {
          await setGuest(db, { entry_id: entryId, campaign: slug }, { invited_at: clock().toISOString() });
          await letters.toParent(db, entryId, "invited");
        }
      });
      return told(slug);
    },

    async orderCeremony({ slug, entryIds }) {
      await database.write(async (db) => {
        const { guests } = await guestList(db, await campaignOf(db, slug));
        const known = new Set(guests.map(({ entryId }) => entryId));
        if (entryIds.some((id) => !known.has(id)) || new Set(entryIds).size !== entryIds.length)
          throw new Refusal("invalid", { reason: "campaigns.other_guests", field: "entryIds" });
        await forgetOrder(db, slug);
        for (const [position, entry_id] of entryIds.entries())
          await setGuest(db, { entry_id, campaign: slug }, { position });
      });
      return told(slug);
    },

    async noteReply({ id, ...reply }, { staff }) {
      const { campaign } = await database.write(async (db) => {
        const entry = await awarded(db, id);
        await keepReply(db, entry, reply, staff);
        return entry;
      });
      return told(campaign);
    },

    async handOutPrize({ id, to }, { staff }) {
      const { campaign } = await database.write(async (db) => {
        const entry = await awarded(db, id);
        if (!isAnnounced(await campaignOf(db, entry.campaign)))
          throw new Refusal("conflict", { reason: "campaigns.invited_too_early" });
        if ((await guestOf(db, id))?.handed_at)
          throw new Refusal("conflict", { reason: "campaigns.prize_given" });
        await setGuest(
          db,
          { entry_id: id, campaign: entry.campaign },
          { handed_to: to, handed_at: clock().toISOString(), handed_by: staff.id },
        );
        return entry;
      });
      return told(campaign);
    },

    async takePrizeBack({ id }) {
      const { campaign } = await database.write(async (db) => {
        const entry = await awarded(db, id);
        await setGuest(
          db,
          { entry_id: id, campaign: entry.campaign },
          { handed_to: "", handed_at: null, handed_by: "" },
        );
        return entry;
      });
      return told(campaign);
    },

    async ceremonyList({ slug, list }) {
      const campaign = await campaignOf(database.read, slug);
      const { guests } = await guestList(database.read, campaign);
      if (guests.length === 0) throw new Refusal("conflict", { reason: "campaigns.nothing_sealed" });
      const { awardAt } = campaign.data.dates;
      const format = { dateStyle: "long", timeStyle: "short", timeZone: parts.timeZone } as const;
      const when = awardAt ? new Intl.DateTimeFormat("ru", format).format(new Date(awardAt)) : "";
      return {
        contentType: "application/pdf",
        body: await parts.documents.make("protocol", ceremonyPaper(list, campaign, guests, when)),
        headers: asDownload(`${slug}-${list}.pdf`),
      };
    },
  };
}
