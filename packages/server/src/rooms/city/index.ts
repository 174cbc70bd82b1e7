export { createCity } from "./city.ts";
export type { City, CityParts } from "./city.ts";
export type { CityFiles, PreparedCity } from "./imports.ts";
export type { CityProfile } from "./profile.ts";
export type {
  Address,
  BuildingRecord,
  CitySnapshot,
  Contact,
  HotlineRecord,
  KnownOutage,
  OrganisationRecord,
  OutageRecord,
  SeenOutage,
  StreetRecord,
} from "./records.ts";
export { CITY_SHEETS } from "./sheets.ts";
export type { CitySheet } from "./sheets.ts";
export { cityTexts } from "./texts.ts";
