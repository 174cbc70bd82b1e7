import type { ConsentTable } from "../../../storage/index.ts";
import type { GivenConsent } from "../consents.ts";

/** Consents as they are kept; `notedBy` when a member of staff read them from a signed slip. */
export function consentRows(
  entryId: string,
  consents: readonly GivenConsent[],
  now: Date,
  newId: () => string,
  notedBy: string | null = null,
): ConsentTable[] {
  const at = now.toISOString();
  return consents.map(({ purpose, version, textDigest, authorAgreed }) => ({
    id: newId(),
    entry_id: entryId,
    purpose,
    version,
    text_digest: textDigest,
    given_at: at,
    author_agreed_at: authorAgreed ? at : null,
    noted_by: notedBy,
    withdrawn_at: null,
  }));
}
