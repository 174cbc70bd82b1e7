import type { Campaign } from "@veche/protocol";
import { type Agreement, agreesToo } from "../agreement.ts";
import type { FormPlace } from "../field.ts";
import { ageGroupOf, ageIn, mayTakePart, nominationsFor } from "../../campaigns/age-groups.ts";
import {
  ADULT_AGE,
  FIELD_LENGTHS,
  FIELD_NAMES,
  type FieldName,
  type FieldValues,
  OPTIONAL_FIELDS,
} from "../entry-fields.ts";

export type FaultReason =
  | "missing"
  | "tooLong"
  | "notAnAge"
  | "notThisAge"
  | "notThisNomination"
  | "notAContact"
  | "notAgreed";

export interface Fault {
  readonly place: FormPlace;
  readonly reason: FaultReason;
}

export interface FilledForm {
  readonly values: FieldValues;
  readonly agreed: ReadonlySet<Agreement>;
  readonly hasDrawing: boolean;
}

/** Everything that keeps the form from being sent, in the order in which a parent meets it. */
export function faultsOf(form: FilledForm, campaign: Campaign): Fault[] {
  const isPictured = form.hasDrawing || campaign.work.picture !== "needed";
  const faults: Fault[] = isPictured ? [] : [{ place: "drawing", reason: "missing" }];
  const age = ageIn(form.values.authorAge);
  for (const name of FIELD_NAMES) {
    const reason = faultOf(name, form.values[name].trim(), age, campaign);
    if (reason) faults.push({ place: name, reason });
  }
  for (const { purpose, required } of campaign.consents) {
    if (required && !form.agreed.has(purpose))
      faults.push({ place: `consent.${purpose}`, reason: "notAgreed" });
  }
  if (agreesToo(age) && !form.agreed.has("author"))
    faults.push({ place: "consent.author", reason: "notAgreed" });
  return faults;
}

function faultOf(
  name: FieldName,
  value: string,
  age: number | undefined,
  campaign: Campaign,
): FaultReason | undefined {
  // An adult author answers for themselves: the form does not ask for a guardian's name.
  if (name === "guardianName" && age !== undefined && age >= ADULT_AGE) return undefined;
  const longest = name === "text" ? campaign.work.textMax : FIELD_LENGTHS[name];
  if (longest === undefined) return undefined;
  if (value === "") return OPTIONAL_FIELDS.has(name) ? undefined : "missing";
  if (name === "authorAge") {
    if (age === undefined) return "notAnAge";
    return mayTakePart(campaign, age) && ageGroupOf(campaign, age) ? undefined : "notThisAge";
  }
  if (value.length > longest) return "tooLong";
  if (name === "nomination" && !nominationsFor(campaign, age).some(({ slug }) => slug === value)) {
    return "notThisNomination";
  }
  if (name === "guardianContact" && !isContact(value)) return "notAContact";
  return undefined;
}

/** An e-mail address or a phone: what a person could be reached by, not what a standard would allow. */
export function isContact(value: string): boolean {
  if (value.includes("@")) return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value);
  return /^\+?[\d\s()./-]+$/.test(value) && /^\d{10,15}$/.test(value.replace(/\D/g, ""));
}

/** Where in the form a refusal of the server belongs; `undefined` for one about the whole. */
export function placeOf(field: string | undefined, campaign: Campaign): FormPlace | undefined {
  if (field === undefined) return undefined;
  if (field === "drawing" || field === "consent.author") return field;
  const name = FIELD_NAMES.find((known) => known === field);
  if (name) return name;
  const consent = campaign.consents.find(
    ({ purpose }) => field === `consent.${purpose}` || field === purpose,
  );
  return consent && `consent.${consent.purpose}`;
}
