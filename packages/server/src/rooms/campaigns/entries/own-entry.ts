import type { EntryState, HandlersOf, Operations } from "@veche/protocol";
import type { Connection, EntryTable } from "../../../storage/index.ts";
import type { CampaignParts } from "../parts.ts";
import { stateAt } from "../rules.ts";
import { campaignBySlug } from "../store.ts";
import { openEntry } from "./open-entry.ts";
import { entryById, eraseEntry, isInResults } from "./store.ts";
import { ownEntryView, stateOf } from "./views.ts";

type OwnEntryOperations = Pick<HandlersOf<Operations["campaigns"]>, "entry" | "withdraw">;
type EraseLater = (db: Connection, keys: readonly string[]) => Promise<void>;

/** What the holder of an entry's token may do: see it, and take it back. */
export function createOwnEntry(parts: CampaignParts, eraseLater: EraseLater): OwnEntryOperations {
  const { database, secrets, clock, mediaUrl } = parts;

  /** The stored state follows the announcement a moment later; the holder sees it on the minute, like everyone. */
  async function stateNow(entry: EntryTable): Promise<EntryState> {
    const state = stateOf(entry);
    if (state !== "approved" && state !== "shortlisted") return state;
    const campaign = await campaignBySlug(database.read, entry.campaign);
    const isAnnounced = campaign?.announceAt !== undefined && stateAt(campaign, clock()) === "announced";
    return isAnnounced && (await isInResults(database.read, entry.campaign, entry.id)) ? "winner" : state;
  }

  return {
    async entry({ id }, { token }) {
      const entry = await openEntry(secrets, database.read, id, token);
      return { entry: ownEntryView(entry, mediaUrl, await stateNow(entry)) };
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
      return { entry: ownEntryView(withdrawn, mediaUrl) };
    },
  };
}
