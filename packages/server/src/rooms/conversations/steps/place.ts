import type { FoundStreet } from "@veche/assistant";
import type { Locale, ReplyButton } from "@veche/protocol";
import type { Address } from "../../city/index.ts";
import type { StepPorts } from "./ports.ts";
import type { Question } from "./step.ts";

/** The address of a question: known, or what must be asked first. */
export type Place =
  | { readonly kind: "house"; readonly address: Address; readonly known: boolean }
  | { readonly kind: "street"; readonly street: string; readonly type: string }
  | { readonly kind: "which"; readonly text: string; readonly replies: readonly ReplyButton[] }
  | { readonly kind: "none" };

/** Reads the address from a message; of two streets of one name it asks which. */
export function placeOf({ text, locale }: Question, { city, wording }: StepPorts): Place {
  const found = city.findAddress(text);
  if (!found.street && found.alternatives.length > 0) {
    return {
      kind: "which",
      text: wording.text(locale, "address.which"),
      replies: found.alternatives.slice(0, 5).map((street) => asReply(street, found.house, locale, wording)),
    };
  }
  if (!found.street) return { kind: "none" };
  const street = { street: found.street.name, type: found.street.type };
  if (!found.house) return { kind: "street", ...street };
  return { kind: "house", address: { ...street, house: found.house }, known: found.houseKnown !== false };
}

function asReply(
  { name, type, district }: FoundStreet,
  house: string | undefined,
  _locale: Locale,
  wording: StepPorts["wording"],
): ReplyButton {
  const address = wording.address({ street: name, type, ...(house ? { house } : {}) });
  return {
    title: district ? `${address} (${district})` : address,
    value: `${type} ${name}${house ? `, ${house}` : ""}`,
  };
}
