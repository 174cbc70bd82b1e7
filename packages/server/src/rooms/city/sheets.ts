import { normaliseHouse } from "@veche/assistant";
import { OUTAGE_RESOURCES } from "@veche/protocol";
import {
  email,
  house,
  list,
  moment,
  optionalMoment,
  oneOf,
  openingHours,
  phone,
  type Sheet,
  slug,
  text,
  url,
} from "../../sheets/index.ts";
import type {
  BuildingRecord,
  HotlineRecord,
  OrganisationRecord,
  OutageRecord,
  StreetRecord,
} from "./records.ts";

/** What the city keeps in files. */
export interface CityTables {
  readonly hotlines: readonly HotlineRecord[];
  readonly organisations: readonly OrganisationRecord[];
  readonly streets: readonly StreetRecord[];
  readonly buildings: readonly BuildingRecord[];
  readonly outages: readonly OutageRecord[];
}

export type CitySheet = keyof CityTables;
export type RecordOf<Name extends CitySheet> = CityTables[Name][number];

/** In the order in which one refers to another. */
export const CITY_SHEETS = ["hotlines", "organisations", "streets", "buildings", "outages"] as const;

export const streetKey = ({ name, type }: { name: string; type: string }) => `${type} ${name}`;
export const buildingKey = (building: { street: string; type: string; house: string }) =>
  `${building.type} ${building.street}, ${normaliseHouse(building.house) ?? building.house}`;

/** The files' shapes: columns named as the records' fields, in the files' order. */
export function citySheets(timeZone: string): { readonly [Name in CitySheet]: Sheet<RecordOf<Name>> } {
  return {
    hotlines: {
      columns: {
        slug: slug("required"),
        name: text(300, "required"),
        nameEn: text(300),
        phones: list(";", phone("required"), "required"),
        extension: text(40),
        email: email("optional"),
        address: text(300),
        hours: openingHours("required"),
        topics: list(";", text(60)),
        about: text(2000),
      },
      key: ({ slug }) => slug,
    },
    organisations: {
      columns: {
        slug: slug("required"),
        name: text(300, "required"),
        phones: list(";", phone("required"), "required"),
        emergencyPhone: phone("optional"),
        address: text(300),
        email: email("optional"),
        hours: openingHours("required"),
        site: url("optional"),
      },
      key: ({ slug }) => slug,
    },
    streets: {
      columns: {
        name: text(120, "required"),
        type: text(40, "required"),
        district: text(120),
        formerNames: list(";", text(120)),
        commonNames: list(";", text(120)),
      },
      key: streetKey,
    },
    buildings: {
      columns: {
        street: text(120, "required"),
        type: text(40, "required"),
        house: house("required"),
        district: text(120),
        organisation: slug("optional"),
        heatSupplier: slug("optional"),
        waterSupplier: slug("optional"),
      },
      key: buildingKey,
    },
    outages: {
      columns: {
        id: text(64, "required"),
        resource: oneOf(OUTAGE_RESOURCES),
        kind: oneOf(["planned", "emergency"]),
        startsAt: moment(timeZone),
        endsAt: moment(timeZone),
        affected: text(10_000, "required"),
        reason: text(500),
        responsible: slug("required"),
        note: text(2000),
        cancelledAt: optionalMoment(timeZone),
      },
      mayLack: ["cancelledAt"],
      key: ({ id }) => id,
    },
  };
}
