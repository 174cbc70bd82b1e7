import { type ClassEntryForm, type EntryForm, type ParentsConsent, Refusal } from "@veche/protocol";
import { z } from "zod";
import { type GivenConsent, consentDocuments, givenConsents } from "../consents.ts";
import { asksOf, kindOf } from "../kinds/index.ts";
import type { CampaignRecord } from "../store.ts";
import { cleanName } from "./public-name.ts";

/** A form that fits its campaign. */
export interface CheckedForm {
  readonly nomination: string;
  readonly ageGroup: string;
  readonly title: string;
  /** Of a work in words; else empty. */
  readonly text: string;
  readonly authorFirstName: string;
  readonly authorLastName: string;
  readonly authorAge: number;
  /** The voluntary parts are empty where nothing was said, or the campaign doesn't ask. */
  readonly settlement: string;
  readonly institution: string;
  readonly teacher: string;
  readonly helpedBy: string;
  /** Of a work that a teacher brought; empty for a parent's. */
  readonly className: string;
  readonly teacherContact: string;
  readonly guardianName: string;
  readonly guardianContact: string;
  /** A teacher brought it: no parent has consented yet. */
  readonly consentDue: boolean;
  readonly consents: readonly GivenConsent[];
}

const email = z.email().max(120);
const PHONE = /^\+?[\d\s()\-–.]+$/;
const ANY_WORD = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
const PHONE_DIGITS = { least: 10, most: 15 };
/** Control characters and those that turn the reading direction; joiners inside emoji stay. */
const HIDDEN = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * Holds a form against its campaign's terms.
 *
 * @throws Refusal `invalid` that names the field
 */
export function checkForm(campaign: CampaignRecord, form: EntryForm): CheckedForm {
  const asks = asksOf(campaign);
  const asked = (part: (typeof asks)[number]) => (asks.includes(part) ? cleanLine(form[part] ?? "") : "");
  return {
    ...checkWork(campaign, form),
    text: textFor(campaign, form.text ?? ""),
    settlement: asked("settlement"),
    institution: asked("institution"),
    teacher: asked("teacher"),
    helpedBy: asked("helpedBy"),
    className: "",
    teacherContact: "",
    consentDue: false,
    ...checkParent(campaign, form),
  };
}

/**
 * Holds what a teacher brought against the campaign's terms. The child's last name and parent are not asked for:
 * they come with the consent.
 *
 * @throws Refusal `invalid` that names the field, or when the campaign knows no teachers
 */
export function checkClassForm(campaign: CampaignRecord, form: ClassEntryForm): CheckedForm {
  if (!asksOf(campaign).includes("teacher")) throw new Refusal("invalid", { reason: "campaigns.no_classes" });
  return {
    ...checkWork(campaign, form),
    text: "",
    settlement: cleanLine(form.settlement ?? ""),
    institution: said("institution", cleanLine(form.institution), ANY_WORD),
    teacher: said("teacher", cleanName(form.teacher), /\p{L}/u),
    helpedBy: cleanLine(form.helpedBy ?? ""),
    className: said("className", cleanLine(form.className), ANY_WORD),
    teacherContact: contact("teacherContact", form.teacherContact),
    consentDue: true,
    authorLastName: "",
    guardianName: "",
    guardianContact: "",
    consents: [],
  };
}

type Parent = Pick<CheckedForm, "authorLastName" | "guardianName" | "guardianContact" | "consents">;

/** Who the child and the parent are, and what the parent consents to. @throws Refusal `invalid` */
export function checkParent(campaign: CampaignRecord, form: ParentsConsent): Parent {
  return { ...checkPeople(form), consents: givenConsents(consentDocuments(campaign.data), form) };
}

/** The child's last name and the parent, as they are kept. @throws Refusal `invalid` */
export function checkPeople(
  form: Pick<EntryForm, "authorLastName" | "guardianName" | "guardianContact">,
): Omit<Parent, "consents"> {
  return {
    authorLastName: said("authorLastName", cleanName(form.authorLastName), /\p{L}/u),
    guardianName: said("guardianName", cleanName(form.guardianName), /\p{L}/u),
    guardianContact: contact("guardianContact", form.guardianContact),
  };
}

type Work = Pick<EntryForm, "nomination" | "title" | "authorFirstName" | "authorAge">;

function checkWork(campaign: CampaignRecord, form: Work) {
  return {
    nomination: nominationFor(campaign, form),
    ageGroup: ageGroupFor(campaign, form.authorAge),
    title: said("title", cleanLine(form.title), ANY_WORD),
    authorFirstName: said("authorFirstName", cleanName(form.authorFirstName), /\p{L}/u),
    authorAge: form.authorAge,
  };
}

const cleanLine = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[\s\p{Zs}]+/gu, " ")
    .replace(HIDDEN, "")
    .replace(/ +/g, " ")
    .trim();

/** A work's own words: paragraphs stay, what is hidden goes. What the kind does not ask for is not kept. */
function textFor({ kind }: CampaignRecord, text: string): string {
  const { textMax } = kindOf(kind).work;
  if (textMax === undefined) return "";
  const clean = said("text", cleanText(text), ANY_WORD);
  if (clean.length > textMax)
    throw new Refusal("invalid", {
      reason: "campaigns.text_too_long",
      field: "text",
      values: { max: textMax, long: clean.length },
    });
  return clean;
}

const cleanText = (text: string) =>
  text
    .split(/\r\n?|\n/)
    .map(cleanLine)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

function said(field: string, text: string, holds: RegExp): string {
  if (!holds.test(text)) throw new Refusal("invalid", { reason: "campaigns.no_letters", field });
  return text;
}

function nominationFor({ data }: CampaignRecord, { nomination, authorAge }: Work): string {
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

function contact(field: string, text: string): string {
  const clean = cleanName(text);
  const digits = clean.replace(/\D/g, "").length;
  const isPhone = PHONE.test(clean) && digits >= PHONE_DIGITS.least && digits <= PHONE_DIGITS.most;
  if (isPhone || email.safeParse(clean).success) return clean;
  throw new Refusal("invalid", { reason: "campaigns.contact", field });
}
