import { type EntryState, type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import type { Connection, EntryTable } from "../../../storage/index.ts";
import { invitationOf } from "../ceremony/invitation.ts";
import { noticeFor } from "../life/notice.ts";
import type { CampaignParts } from "../parts.ts";
import type { createPictureEditing } from "../pictures/edit.ts";
import { editsOf } from "../pictures/stored-image.ts";
import { stateAt } from "../rules.ts";
import { campaignBySlug } from "../store.ts";
import { checkParent } from "./form.ts";
import { giveParentsConsent } from "./parents-consent.ts";
import { openEntry } from "./open-entry.ts";
import { entriesOfNumber, entryById, eraseEntry, isInResults } from "./store.ts";
import { codeOf, mayChooseLook, ownEntryView, stateOf } from "./views.ts";

type OwnEntryOperations = Pick<
  HandlersOf<Operations["campaigns"]>,
  "entry" | "withdraw" | "consent" | "chooseLook"
>;
/** What the chat tells of an entry: its state, nothing of the child. */
export interface EntryNews {
  readonly number: number;
  readonly title: string;
  readonly campaign: string;
  readonly state: EntryState;
  readonly reason?: string;
}

type EraseLater = (db: Connection, keys: readonly string[]) => Promise<void>;

/** What the holder of an entry's token may do: see it, consent to it where a teacher brought it, and take it back. */
export function createOwnEntry(
  parts: CampaignParts,
  eraseLater: EraseLater,
  editPicture: ReturnType<typeof createPictureEditing>,
) {
  const { database, secrets, clock } = parts;

  /** The stored state follows the announcement a moment later; the holder sees it on the minute, like everyone. */
  async function stateNow(entry: EntryTable): Promise<EntryState> {
    const state = stateOf(entry);
    if (state !== "approved" && state !== "shortlisted") return state;
    const campaign = await campaignBySlug(database.read, entry.campaign);
    const isAnnounced = campaign?.announceAt !== undefined && stateAt(campaign, clock()) === "announced";
    return isAnnounced && (await isInResults(database.read, entry.campaign, entry.id)) ? "winner" : state;
  }

  const operations: OwnEntryOperations = {
    async entry({ id }, { token, locale }) {
      const entry = await openEntry(secrets, database.read, id, token);
      const campaign = await campaignBySlug(database.read, entry.campaign);
      const words = { locale, timeZone: parts.timeZone, now: clock() };
      const notice = campaign && (await noticeFor(database.read, entry, campaign, words));
      const view = ownEntryView(entry, parts, await stateNow(entry));
      const invitation = await invitationOf(database.read, entry, clock());
      return {
        entry: {
          ...view,
          ...(notice === undefined ? {} : { notice }),
          ...(invitation && { invitation }),
        },
      };
    },

    async consent({ id, ...form }, { token }) {
      await openEntry(secrets, database.read, id, token);
      const entry = await database.write((db) =>
        giveParentsConsent(parts, db, id, (campaign) => checkParent(campaign, form), null),
      );
      return { entry: ownEntryView(entry, parts) };
    },

    async chooseLook({ id, look }, { token }) {
      const entry = await openEntry(secrets, database.read, id, token);
      const edits = editsOf(entry.image);
      if (!edits) throw new Refusal("not_found", { reason: "campaigns.no_entry" });
      const chosen = await editPicture(entry, { ...edits, look }, async (_, now) => {
        if (!mayChooseLook(now)) throw new Refusal("conflict", { reason: "campaigns.look_decided" });
      });
      return { entry: ownEntryView(chosen, parts) };
    },

    async withdraw({ id }, { token }) {
      const opened = await openEntry(secrets, database.read, id, token);
      const withdrawn = await database.write(async (db) => {
        const entry = (await entryById(db, id)) ?? opened;
        if (entry.state === "withdrawn") return entry;
        const keys = await eraseEntry(db, id, clock());
        if (keys.length > 0) await eraseLater(db, keys);
        return (await entryById(db, id)) ?? opened;
      });
      return { entry: ownEntryView(withdrawn, parts) };
    },
  };

  return {
    ...operations,

    /** The news of the entry of that number whose code it is; undefined for a wrong code as for none. */
    async newsByCode(number: number, code: string): Promise<EntryNews | undefined> {
      for (const entry of await entriesOfNumber(database.read, number)) {
        if (codeOf(secrets, entry.id) !== code) continue;
        return {
          number,
          title: entry.title,
          campaign: entry.campaign,
          state: await stateNow(entry),
          ...(entry.reason ? { reason: entry.reason } : {}),
        };
      }
      return undefined;
    },
  };
}
