import type { EntryState, Locale, OwnEntry, PublicEntry } from "@veche/protocol";
import type { EntryTable } from "../../../storage/index.ts";
import type { CampaignParts } from "../parts.ts";
import { type Address, editsOf, imageView, looksView } from "../pictures/stored-image.ts";
import { campaignTexts } from "../texts.ts";
import { publicName } from "./public-name.ts";

export const stateOf = (entry: Pick<EntryTable, "state">): EntryState => entry.state as EntryState;

/** Said with the entry's number to ask about it in the chat. */
export const codeOf = (secrets: CampaignParts["secrets"], entryId: string) =>
  secrets.codeFrom("entry", entryId);

/** Until somebody decided, and unless a moderator covered or cropped something: that must not come back. */
export function mayChooseLook(entry: EntryTable): boolean {
  const edits = editsOf(entry.image);
  return (
    (entry.state === "submitted" || entry.state === "needs_fix") &&
    edits !== undefined &&
    edits.covers.length === 0 &&
    edits.crop === undefined
  );
}

/** What the holder of the entry's token sees. */
export function ownEntryView(
  entry: EntryTable,
  { mediaUrl: addressOf, secrets }: Pick<CampaignParts, "mediaUrl" | "secrets">,
  state = stateOf(entry),
): OwnEntry {
  return {
    id: entry.id,
    number: entry.number,
    code: codeOf(secrets, entry.id),
    campaign: entry.campaign,
    state,
    ...(entry.reason === null ? {} : { reason: entry.reason }),
    ...(entry.fix_by === null ? {} : { fixBy: entry.fix_by }),
    nomination: entry.nomination,
    ageGroup: entry.age_group,
    title: entry.title,
    ...textView(entry),
    image: imageView(entry.image, addressOf),
    ...(mayChooseLook(entry) ? { looks: looksView(entry.image, addressOf) } : {}),
    createdAt: entry.created_at,
    ...(entry.consent_due === 1 && entry.author_age !== null
      ? { consentDue: { authorFirstName: entry.author_first_name, authorAge: entry.author_age } }
      : {}),
  };
}

/** A work's own words, where it has any. */
export const textView = ({ text }: Pick<EntryTable, "text">) => (text === "" ? {} : { text });

/** What everyone sees. Undefined for an entry without its work or author: it is withdrawn. */
export function publicEntryView(
  entry: EntryTable,
  addressOf: Address,
  locale: Locale,
): PublicEntry | undefined {
  const image = imageView(entry.image, addressOf);
  if ((!image && entry.text === "") || entry.author_age === null) return undefined;
  return {
    id: entry.id,
    number: entry.number,
    nomination: entry.nomination,
    ageGroup: entry.age_group,
    title: entry.title,
    authorName:
      publicName(entry.author_first_name, entry.author_last_name) || campaignTexts[locale].unpublished_name,
    authorAge: entry.author_age,
    ...(entry.state === "shortlisted" ? { shortlisted: true } : {}),
    ...textView(entry),
    ...(image ? { image } : {}),
    ...(image && entry.alt !== "" ? { alt: entry.alt } : {}),
  };
}
