import { createAddressBook, parseAffected } from "@veche/assistant";
import type { CityDay } from "@veche/protocol";
import type {
  Address,
  BuildingRecord,
  CitySnapshot,
  Contact,
  HotlineRecord,
  OrganisationRecord,
} from "./records.ts";
import { buildingKey, type CityTables } from "./sheets.ts";

/** A snapshot with its registers, so that a lookup walks no list. */
export interface IndexedCity {
  readonly snapshot: CitySnapshot;
  hotline(slug: string): HotlineRecord | undefined;
  organisation(slug: string): OrganisationRecord | undefined;
  building(address: Address): BuildingRecord | undefined;
  contact(slug: string): Contact | undefined;
}

export function indexCity(revision: string, tables: CityTables, days: readonly CityDay[]): IndexedCity {
  const hotlines = new Map(tables.hotlines.map((hotline) => [hotline.slug, hotline]));
  const organisations = new Map(
    tables.organisations.map((organisation) => [organisation.slug, organisation]),
  );
  const buildings = new Map(tables.buildings.map((building) => [buildingKey(building), building]));
  return {
    snapshot: {
      ...tables,
      revision,
      days,
      outages: tables.outages.map((outage) => ({ ...outage, places: parseAffected(outage.affected) })),
      book: createAddressBook({ streets: tables.streets, buildings: tables.buildings }),
    },
    hotline: (slug) => hotlines.get(slug),
    organisation: (slug) => organisations.get(slug),
    building: (address) => buildings.get(buildingKey(address)),
    contact(slug) {
      const hotline = hotlines.get(slug);
      const known = hotline ?? organisations.get(slug);
      if (!known) return undefined;
      return {
        slug,
        name: known.name,
        nameEn: hotline?.nameEn ?? "",
        phones: known.phones,
        hours: known.hours,
      };
    },
  };
}
