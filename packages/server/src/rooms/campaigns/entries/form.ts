import { type EntryForm, Refusal } from "@veche/protocol";
import { z } from "zod";
import { type GivenConsent, consentDocuments, givenConsents } from "../consents.ts";
import { kindOf } from "../kinds/index.ts";
import type { CampaignRecord } from "../store.ts";
import { cleanName } from "./public-name.ts";

/** A form that fits its campaign. */
export interface CheckedForm {
  readonly nomination: string;
  readonly ageGroup: string;
  readonly title: string;
  readonly authorFirstName: string;
  readonly authorLastName: string;
  readonly authorAge: number;
  /** The voluntary parts are empty where nothing was said, or the campaign doesn't ask. */
  readonly settlement: string;
  readonly institution: string;
  readonly teacher: string;
  readonly helpedBy: string;
  readonly guardianName: string;
  readonly guardianContact: string;
  readonly consents: readonly GivenConsent[];
}

const email = z.email().max(120);
const PHONE = /^\+?[\d\s()\-–.]+$/;
const PHONE_DIGITS = { least: 10, most: 15 };
/** Control characters and those that turn the reading direction; joiners inside emoji stay. */
const HIDDEN = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * Holds a form against its campaign's terms.
 *
 * @throws Refusal `invalid` that names the field
 */
export function checkForm(campaign: CampaignRecord, form: EntryForm): CheckedForm {
  const { data } = campaign;
  const { asks } = kindOf(campaign.kind);
  const asked = (part: (typeof asks)[number]) => (asks.includes(part) ? cleanLine(form[part] ?? "") : "");
  return {
    nomination: nominationFor(campaign, form),
    ageGroup: ageGroupFor(campaign, form.authorAge),
    title: said("title", cleanLine(form.title), /[\p{L}\p{N}\p{Extended_Pictographic}]/u),
    authorFirstName: said("authorFirstName", cleanName(form.authorFirstName), /\p{L}/u),
    authorLastName: said("authorLastName", cleanName(form.authorLastName), /\p{L}/u),
    authorAge: form.authorAge,
    settlement: asked("settlement"),
    institution: asked("institution"),
    teacher: asked("teacher"),
    helpedBy: asked("helpedBy"),
    guardianName: said("guardianName", cleanName(form.guardianName), /\p{L}/u),
    guardianContact: contact(form.guardianContact),
    consents: givenConsents(consentDocuments(data), form),
  };
}

const cleanLine = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[\s\p{Zs}]+/gu, " ")
    .replace(HIDDEN, "")
    .replace(/ +/g, " ")
    .trim();

function said(field: string, text: string, holds: RegExp): string {
  if (!holds.test(text)) throw new Refusal("invalid", { reason: "campaigns.no_letters", field });
  return text;
}

function nominationFor({ data }: CampaignRecord, { nomination, authorAge }: EntryForm): string {
  const found = data.nominations.find(({ slug }) => slug === nomination);
  if (!found) throw new Refusal("invalid", { reason: "campaigns.no_nomination", field: "nomination" });
  if (found.minAge !== undefined && authorAge < found.minAge) {
    throw new Refusal("invalid", {
      reason: "campaigns.too_young_for_nomination",
      field: "authorAge",
      values: { min: found.minAge },
    });
  }
  return found.slug;
}

function ageGroupFor({ data }: CampaignRecord, age: number): string {
  const { minAge: min, maxAge: max } = data.participants;
  const group = data.ageGroups.find((it) => age >= it.minAge && (it.maxAge === null || age <= it.maxAge));
  if (!group || age < min || (max !== null && age > max)) {
    throw new Refusal("invalid", {
      reason: max === null ? "campaigns.age_from" : "campaigns.age_between",
      field: "authorAge",
      values: max === null ? { min } : { min, max },
    });
  }
  return group.slug;
}

function contact(text: string): string {
  const clean = cleanName(text);
  const digits = clean.replace(/\D/g, "").length;
  const isPhone = PHONE.test(clean) && digits >= PHONE_DIGITS.least && digits <= PHONE_DIGITS.most;
  if (isPhone || email.safeParse(clean).success) return clean;
  throw new Refusal("invalid", { reason: "campaigns.contact", field: "guardianContact" });
}
