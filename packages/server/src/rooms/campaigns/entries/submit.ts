import { rm } from "node:fs/promises";
import {
  type Caller,
  type ClassEntryForm,
  type EntryForm,
  type HandlersOf,
  type Locale,
  type Operations,
  type QuarantinedFile,
  Refusal,
} from "@veche/protocol";
import type { EntryTable } from "../../../storage/index.ts";
import type { Letters } from "../letters/letters.ts";
import type { CampaignParts } from "../parts.ts";
import type { KeptPicture } from "../pictures/keep.ts";
import type { SameWork } from "../same-work/same-work.ts";
import { acceptsEntriesAt, stateAt } from "../rules.ts";
import { campaignBySlug, type CampaignRecord, nextNumber } from "../store.ts";
import { consentRows } from "./consent-rows.ts";
import { checkClassForm, type CheckedForm, checkForm } from "./form.ts";
import { authorWords, contentDigest } from "./identity.ts";
import { createIntake, refuseUnpictured, storedImage } from "./intake.ts";
import { placeFor, refuseFullInstitution } from "./limits.ts";
import { addEntry, entryByIdempotencyKey, setEntryState } from "./store.ts";
import { ownEntryView } from "./views.ts";

type Submitting = Pick<HandlersOf<Operations["campaigns"]>, "submit" | "submitForClass">;
interface Sent<Form> {
  readonly slug: string;
  readonly upload?: QuarantinedFile | undefined;
  readonly form: Form;
  readonly check: (campaign: CampaignRecord, form: Form) => CheckedForm;
}
/** The same key is the same request only within one campaign; kept as a hash, since the token follows from it. */
interface Repeat {
  readonly key: string;
  readonly digest: string;
}

/**
 * Takes one entry of a parent's, or of a class: terms, form and limits before the picture is looked into, then the picture, then
 * files and row become visible by one write. Whatever fails leaves neither.
 */
export function createSubmit(parts: CampaignParts, letters: Letters, sameWork: SameWork): Submitting {
  const { database, secrets, clock, newId, timeZone } = parts;
  const { keepUpload, storeOrRemove } = createIntake(parts);

  const tokenFor = (id: string, repeat: Repeat | undefined) =>
    repeat ? secrets.tokenFrom("entry", id, repeat.key, repeat.digest) : secrets.newToken();

  function answered(entry: EntryTable, token: string) {
    return { entry: ownEntryView(entry, parts), token };
  }

  /** The first result again, or a refusal when something else came under the same key. */
  function repeated(earlier: EntryTable, repeat: Repeat) {
    if (earlier.content_digest !== repeat.digest) {
      throw new Refusal("conflict", { reason: "campaigns.key_reused", field: "Idempotency-Key" });
    }
    return answered(earlier, tokenFor(earlier.id, repeat));
  }

  async function take<Form extends EntryForm | ClassEntryForm>(
    { slug, upload, form, check }: Sent<Form>,
    { idempotencyKey, locale }: Pick<Caller, "idempotencyKey" | "locale">,
  ) {
    const now = clock();
    try {
      const campaign = await campaignBySlug(database.read, slug);
      if (!campaign || campaign.state === "draft")
        throw new Refusal("not_found", { reason: "campaigns.none" });
      const repeat = idempotencyKey
        ? { key: secrets.hash(idempotencyKey), digest: await contentDigest(form, upload?.path) }
        : undefined;
      const earlier = repeat && (await entryByIdempotencyKey(database.read, slug, repeat.key));
      if (earlier) return repeated(earlier, repeat);

      // A work that was asked to be mended may still come while the jury works.
      if (stateAt(campaign, now) !== "judging") refuseUnlessOpen(campaign, now, locale, timeZone);
      const checked = check(campaign, form);
      refuseUnpictured(campaign, upload);
      const authorKey = secrets.hash(JSON.stringify(["author", slug, ...authorWords(checked)]));
      const place = await placeFor(database.read, campaign, authorKey, checked.nomination);
      if (!place.replaces.some(({ fix_by }) => fix_by !== null && now < new Date(fix_by)))
        refuseUnlessOpen(campaign, now, locale, timeZone);
      if (place.replaces.length === 0)
        await refuseFullInstitution(database.read, campaign, checked.institution);

      const picture = upload && (await keepUpload(campaign, upload));
      const id = newId();
      const token = tokenFor(id, repeat);
      const outcome = await storeOrRemove(picture, async (db) => {
        const first = repeat && (await entryByIdempotencyKey(db, slug, repeat.key));
        if (first) return { entry: first, isFirst: false };
        const { replaces } = await placeFor(db, campaign, authorKey, checked.nomination);
        if (replaces.length > 0)
          await setEntryState(
            db,
            replaces.map((it) => it.id),
            "rejected",
          );
        await refuseFullInstitution(db, campaign, checked.institution);
        const entry = {
          ...rowOf(id, campaign, checked, now),
          image: picture ? storedImage(campaign, picture, upload.name) : null,
          number: await nextNumber(db, slug),
          token_hash: secrets.hash(token),
          idempotency_key: repeat?.key ?? null,
          content_digest: repeat?.digest ?? "",
          author_key: authorKey,
        };
        await addEntry(db, entry, consentRows(id, checked.consents, now, newId), fileRows(id, picture));
        if (picture) await sameWork.compareLater(db, id, picture.marks);
        await letters.toParent(db, id, "received");
        return { entry, isFirst: true };
      });
      if (outcome.isFirst || !repeat) return answered(outcome.entry, token);
      return repeated(outcome.entry, repeat);
    } finally {
      if (upload) await rm(upload.path, { force: true });
    }
  }

  return {
    submit: ({ slug, upload, ...form }, caller) => take({ slug, upload, form, check: checkForm }, caller),
    submitForClass: ({ slug, upload, ...form }, caller) =>
      take({ slug, upload, form, check: checkClassForm }, caller),
  };
}

const fileRows = (entryId: string, picture: KeptPicture | undefined) =>
  (picture?.files ?? []).map((file) => ({ ...file, entry_id: entryId }));

function refuseUnlessOpen(campaign: CampaignRecord, now: Date, locale: Locale, timeZone: string): void {
  if (acceptsEntriesAt(campaign, now)) return;
  const { opensAt, closesAt } = campaign.data.dates;
  const isEarly = stateAt(campaign, now) === "open";
  const date = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "long", timeStyle: "short" }).format(
    new Date(isEarly ? opensAt : closesAt),
  );
  throw new Refusal("conflict", {
    reason: isEarly ? "campaigns.not_open_yet" : "campaigns.closed",
    values: { date },
  });
}

function rowOf(id: string, campaign: CampaignRecord, form: CheckedForm, now: Date) {
  return {
    id,
    campaign: campaign.slug,
    state: "submitted",
    reason: null,
    nomination: form.nomination,
    age_group: form.ageGroup,
    title: form.title,
    text: form.text,
    author_first_name: form.authorFirstName,
    author_last_name: form.authorLastName,
    author_age: form.authorAge,
    settlement: form.settlement,
    institution: form.institution,
    teacher: form.teacher,
    helped_by: form.helpedBy,
    class_name: form.className,
    teacher_contact: form.teacherContact,
    consent_due: form.consentDue ? (1 as const) : (0 as const),
    guardian_name: form.guardianName,
    guardian_contact: form.guardianContact,
    publishing: form.consents.some(({ purpose }) => purpose === "publishing") ? (1 as const) : (0 as const),
    perceptual_hash: null,
    created_at: now.toISOString(),
    decided_at: null,
    decided_by: null,
    fix_by: null,
    same_as: null,
    alt: "",
    withdrawn_at: null,
    names_erased_at: null,
  };
}
