import type { OwnEntry } from "@veche/protocol";
import type { Connection, EntryTable } from "../../../storage/index.ts";
import { isAdmitted } from "../rules.ts";
import { campaignBySlug } from "../store.ts";
import { replyOf } from "./guests.ts";
import { guestOf } from "./store.ts";

/** The invitation as the entry's holder sees it; none before they are invited. */
export async function invitationOf(
  db: Connection,
  entry: Pick<EntryTable, "id" | "campaign" | "state">,
  now: Date,
): Promise<OwnEntry["invitation"]> {
  if (!isAdmitted(entry.state)) return undefined;
  const guest = await guestOf(db, entry.id);
  if (!guest?.invited_at) return undefined;
  const campaign = await campaignBySlug(db, entry.campaign);
  const { awardAt } = campaign?.data.dates ?? {};
  if (!campaign || !awardAt) return undefined;
  const reply = replyOf(guest);
  return {
    at: awardAt,
    place: campaign.data.award?.place ?? "",
    note: campaign.data.award?.note ?? "",
    open: now < new Date(awardAt),
    ...(reply && { reply }),
  };
}
