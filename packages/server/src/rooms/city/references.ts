import { parseAffected } from "@veche/assistant";
import type { SheetReason } from "../../sheets/index.ts";
import { type CitySheet, type CityTables, streetKey } from "./sheets.ts";

/** A row that speaks of something which the city doesn't have, or not clearly. */
export interface Fault {
  readonly sheet: CitySheet;
  /** The row's place in its table. */
  readonly index: number;
  readonly column: string;
  readonly reason: SheetReason;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Worth a look, but the row can be used. */
  readonly harmless?: true;
}

/**
 * Holds the city's tables against each other. A street that a notice misspells is a fault, not a
 * remark: whoever lives there would hear that nothing is known.
 *
 * @param broken lists with mistakes of their own: that something is missing there proves nothing
 */
export function faultsOf(city: CityTables, broken: ReadonlySet<CitySheet> = new Set()): Fault[] {
  return [...sharedSlugs(city), ...buildingFaults(city), ...outageFaults(city)].filter(
    ({ reason }) => !REFERS_TO[reason]?.some((sheet) => broken.has(sheet)),
  );
}

const REFERS_TO: { readonly [Reason in SheetReason]?: readonly CitySheet[] } = {
  unknown_street: ["streets"],
  unknown_organisation: ["organisations"],
  unknown_contact: ["hotlines", "organisations"],
};

function sharedSlugs({ hotlines, organisations }: CityTables): Fault[] {
  const taken = new Set(hotlines.map(({ slug }) => slug));
  return organisations.flatMap(({ slug }, index) =>
    taken.has(slug)
      ? [
          {
            sheet: "organisations" as const,
            index,
            column: "slug",
            reason: "shared_slug" as const,
            values: { slug },
          },
        ]
      : [],
  );
}

function buildingFaults(city: CityTables): Fault[] {
  const streets = new Set(city.streets.map(streetKey));
  const organisations = new Set(city.organisations.map(({ slug }) => slug));
  const contacts = contactsOf(city);
  return city.buildings.flatMap((building, index) => {
    const faults: Fault[] = [];
    const fault = (column: string, reason: SheetReason, values: Fault["values"]) =>
      faults.push({ sheet: "buildings", index, column, reason, values });
    const street = streetKey({ name: building.street, type: building.type });
    if (!streets.has(street)) fault("street", "unknown_street", { street });
    if (building.organisation && !organisations.has(building.organisation)) {
      fault("organisation", "unknown_organisation", { slug: building.organisation });
    }
    for (const column of ["heatSupplier", "waterSupplier"] as const) {
      const slug = building[column];
      if (slug && !contacts.has(slug)) fault(column, "unknown_contact", { slug });
    }
    return faults;
  });
}

function outageFaults(city: CityTables): Fault[] {
  const types = new Map<string, Set<string>>();
  for (const { name, type } of city.streets) {
    const known = types.get(folded(name)) ?? new Set();
    types.set(folded(name), known.add(type));
  }
  const contacts = contactsOf(city);
  return city.outages.flatMap(({ startsAt, endsAt, affected, responsible }, index) => {
    const faults: Fault[] = [];
    const fault = (column: string, reason: SheetReason, values?: Fault["values"], harmless?: true) =>
      faults.push({
        sheet: "outages",
        index,
        column,
        reason,
        ...(values && { values }),
        ...(harmless && { harmless }),
      });
    if (endsAt <= startsAt) fault("endsAt", "ends_before_start");
    if (!contacts.has(responsible)) fault("responsible", "unknown_contact", { slug: responsible });
    const { streets, notUnderstood } = parseAffected(affected);
    for (const text of notUnderstood) fault("affected", "affected_not_understood", { text });
    for (const { street, type } of streets) {
      const known = types.get(folded(street));
      const written = type ? `${type} ${street}` : street;
      if (!known || (type && !known.has(type))) fault("affected", "unknown_street", { street: written });
      else if (!type && known.size > 1) fault("affected", "ambiguous_street", { street }, true);
    }
    return faults;
  });
}

const contactsOf = ({ hotlines, organisations }: CityTables) =>
  new Set([...hotlines, ...organisations].map(({ slug }) => slug));

const folded = (name: string) => name.toLowerCase().replaceAll("ё", "е");
