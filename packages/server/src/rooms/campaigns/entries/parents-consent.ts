import { Refusal } from "@veche/protocol";
import type { Connection, EntryTable } from "../../../storage/index.ts";
import type { GivenConsent } from "../consents.ts";
import type { CampaignParts } from "../parts.ts";
import { campaignBySlug, type CampaignRecord } from "../store.ts";
import { consentRows } from "./consent-rows.ts";
import { parentedWords } from "./identity.ts";
import { placeFor } from "./limits.ts";
import { addConsents, entryById, setEntryState, setParent } from "./store.ts";

/** What a parent said of a work that a teacher brought. */
export interface Parented {
  readonly authorLastName: string;
  readonly guardianName: string;
  readonly guardianContact: string;
  readonly consents: readonly GivenConsent[];
}

/**
 * Gives a teacher's entry the consent that it waits for: from here on it is like one that the parent sent, the
 * author's limits included, and the teacher's contact is forgotten.
 *
 * @param read what the parent said, held against the campaign
 * @param notedBy the member of staff who read it from paper; null where the parent gave it here
 * @throws Refusal `conflict` when none is due, or the author has as many works as the campaign allows
 */
export async function giveParentsConsent(
  { secrets, clock, newId }: Pick<CampaignParts, "secrets" | "clock" | "newId">,
  db: Connection,
  id: string,
  read: (campaign: CampaignRecord) => Parented,
  notedBy: string | null,
): Promise<EntryTable> {
  const entry = await entryById(db, id);
  const campaign = entry && (await campaignBySlug(db, entry.campaign));
  if (!entry || !campaign) throw new Refusal("not_found", { reason: "campaigns.no_entry" });
  if (entry.consent_due === 0) throw new Refusal("conflict", { reason: "campaigns.consent_not_due" });
  const { consents, ...people } = read(campaign);
  const words = parentedWords({ authorFirstName: entry.author_first_name, ...people });
  const authorKey = secrets.hash(JSON.stringify(["author", entry.campaign, ...words]));
  const { replaces } = await placeFor(db, campaign, authorKey, entry.nomination);
  if (replaces.length > 0)
    await setEntryState(
      db,
      replaces.map((it) => it.id),
      "rejected",
    );
  await setParent(db, id, {
    author_last_name: people.authorLastName,
    guardian_name: people.guardianName,
    guardian_contact: people.guardianContact,
    author_key: authorKey,
    publishing: consents.some(({ purpose }) => purpose === "publishing") ? 1 : 0,
    teacher_contact: "",
    consent_due: 0,
  });
  await addConsents(db, consentRows(id, consents, clock(), newId, notedBy));
  return { ...entry, ...((await entryById(db, id)) ?? entry) };
}
