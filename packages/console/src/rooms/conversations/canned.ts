import type { ResidentCard } from "@veche/protocol";
import { dayAndMinute } from "../../parts/moments.ts";

/** What stands for a variable, as far as it is known. */
export type CannedValues = Readonly<Record<string, string | undefined>>;

export const CANNED_VARIABLES = [
  "operator",
  "address",
  "organisation",
  "phone",
  "department",
  "today",
] as const;

export function cannedValues(
  card: ResidentCard | undefined,
  known: { readonly operator: string; readonly department: string | undefined; readonly now: Date },
): CannedValues {
  const organisation = card?.address?.organisation;
  return {
    operator: known.operator,
    department: known.department,
    address: card?.address?.text,
    organisation: organisation?.name,
    phone: organisation?.emergencyPhone ?? organisation?.phones[0],
    today: dayAndMinute(known.now.toISOString()).replace(/,.*$/, ""),
  };
}

/** The text with its variables filled; what is not known stands in brackets, to be filled by hand. */
export const fillCanned = (text: string, values: CannedValues): string =>
  text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_all, name: string) => values[name] ?? `[${name}]`);
