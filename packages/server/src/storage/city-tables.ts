import type { Json, Moment } from "./tables.ts";

export interface HotlineTable {
  slug: string;
  name: string;
  name_en: string;
  phones: Json;
  extension: string;
  email: string;
  address: string;
  hours: string;
  topics: Json;
  about: string;
  position: number;
}

export interface OrganisationTable {
  slug: string;
  name: string;
  phones: Json;
  emergency_phone: string;
  address: string;
  email: string;
  hours: string;
  site: string;
  position: number;
}

export interface StreetTable {
  name: string;
  type: string;
  district: string;
  former_names: Json;
  common_names: Json;
  position: number;
}

export interface BuildingTable {
  /** Only those of the edition in force are the city's. */
  edition: number;
  street: string;
  type: string;
  house: string;
  district: string;
  organisation: string;
  heat_supplier: string;
  water_supplier: string;
  position: number;
}

export interface OutageTable {
  id: string;
  resource: string;
  kind: string;
  starts_at: Moment;
  ends_at: Moment;
  affected: string;
  reason: string;
  responsible: string;
  note: string;
  /** Said not to happen, or not to go on; its times stay as they were announced. */
  cancelled_at: Moment | null;
  position: number;
}
