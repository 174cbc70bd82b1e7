import { type FoundStreet, normaliseHouse, streetTypeOf } from "@veche/assistant";
import type { Locale, ReplyButton } from "@veche/protocol";
import type { Address } from "../../city/index.ts";
import type { StepPorts } from "./ports.ts";
import type { Question, Subject } from "./step.ts";

/** The address of a question: known, or what must be asked first. */
export type Place =
  | {
      readonly kind: "house";
      readonly address: Address;
      readonly known: boolean;
      /** The same house on other streets of that name. */
      readonly others: readonly ReplyButton[];
    }
  | { readonly kind: "street"; readonly street: string; readonly type: string }
  | {
      readonly kind: "which";
      readonly text: string;
      readonly replies: readonly ReplyButton[];
      readonly namesake?: { readonly street: string; readonly type: string };
    }
  | { readonly kind: "none" };

export interface ReadPlace {
  readonly place: Place;
  /** The message without the address. */
  readonly rest: string;
}

const MOST_STREETS = 5;

/**
 * Reads the address from a message; of two streets of one name it asks which.
 *
 * @param before what the talk is about: «а в 8?» and «проспект» are read on the street spoken of before
 */
export function placeOf(question: Question, ports: StepPorts, before?: Subject): ReadPlace {
  const { text, locale } = question;
  const { city, wording } = ports;
  const found = city.findAddress(text);
  const [from, to] = found.span ?? [0, 0];
  const rest = `${text.slice(0, from)} ${text.slice(to)}`;
  const which = (streets: readonly FoundStreet[]): ReadPlace => ({
    rest,
    place: {
      kind: "which",
      ...(streets[0] &&
        streets.every(({ name }) => name === streets[0]?.name) && {
          namesake: { street: streets[0].name, type: streets[0].type },
        }),
      text: wording.text(locale, "address.which"),
      replies: streets.slice(0, MOST_STREETS).map((street) => asReply(street, found.house, locale, wording)),
    },
  });
  if (!found.street) {
    if (found.alternatives.length > 0) return which(found.alternatives);
    return leaning(text, ports, before) ?? { place: { kind: "none" }, rest: text };
  }
  const street = { street: found.street.name, type: found.street.type };
  const namesakes = found.alternatives.filter(({ name }) => name === found.street?.name);
  if (!found.house)
    return namesakes.length > 0
      ? which([found.street, ...namesakes])
      : { place: { kind: "street", ...street }, rest };
  const { house } = found;
  const others = namesakes
    .filter(({ name, type }) => city.building({ street: name, type, house }))
    .map((it) => asReply(it, house, locale, wording));
  const known = found.houseKnown !== false;
  return { place: { kind: "house", address: { ...street, house }, known, others }, rest };
}

/** «а в доме 8?», «22а», «проспект»: a house, or another type, of the street spoken of before. */
function leaning(text: string, { city }: StepPorts, before?: Subject): ReadPlace | undefined {
  if (!before?.street) return undefined;
  const bare = text
    .replace(/[?!.…]+\s*$/u, "")
    .replace(/^\s*(?:(?:а|и|ну|но|and)\s+)?(?:(?:в|на|по|у|для|at|in)\s+)?/iu, "")
    .trim();
  const house = /\d/.test(bare)
    ? normaliseHouse(bare.replace(/^(?:доме|дома|номер|house)\s+/iu, ""))
    : undefined;
  if (house) return { place: atHouse({ ...before.street, house }, city), rest: "" };
  const type = streetTypeOf(bare.toLowerCase().replace(/\.$/, ""));
  const other = city
    .snapshot()
    .streets.find((street) => street.name === before.street?.street && street.type === type);
  if (!other) return undefined;
  const street = { street: other.name, type: other.type };
  return {
    rest: "",
    place: before.house ? atHouse({ ...street, house: before.house }, city) : { kind: "street", ...street },
  };
}

const atHouse = (address: Address, city: StepPorts["city"]): Place => ({
  kind: "house",
  address,
  known: city.building(address) !== undefined,
  others: [],
});

/** The place spoken of before, as far as it is known. */
export function placeBefore(before: Subject | undefined, { city }: StepPorts): Place {
  if (!before?.street) return { kind: "none" };
  return before.house
    ? atHouse({ ...before.street, house: before.house }, city)
    : { kind: "street", ...before.street };
}

/** What of a place is worth keeping for the next message. */
export function placeInSubject(place: Place): Pick<Subject, "street" | "house"> {
  if (place.kind === "street") return { street: { street: place.street, type: place.type } };
  // Of namesakes any will do: «проспект» then says which.
  if (place.kind === "which") return place.namesake ? { street: place.namesake } : {};
  if (place.kind !== "house") return {};
  const { street, type, house } = place.address;
  return { street: { street, type }, house };
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
