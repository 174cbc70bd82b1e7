import type { AddressBook, Affected } from "@veche/assistant";
import type { CityDay, OutageResource } from "@veche/protocol";

/** A department's phones and hours. */
export interface HotlineRecord {
  readonly slug: string;
  readonly name: string;
  /** Empty where the city wrote none. */
  readonly nameEn: string;
  /** The first is the main one. */
  readonly phones: readonly string[];
  readonly extension: string;
  readonly email: string;
  readonly address: string;
  /** OpenStreetMap `opening_hours`. */
  readonly hours: string;
  readonly topics: readonly string[];
  readonly about: string;
}

/** Who keeps a house. */
export interface OrganisationRecord {
  readonly slug: string;
  readonly name: string;
  readonly phones: readonly string[];
  /** Round the clock; empty when there is none. */
  readonly emergencyPhone: string;
  readonly address: string;
  readonly email: string;
  readonly hours: string;
  readonly site: string;
}

/** Known by name and type together. */
export interface StreetRecord {
  readonly name: string;
  readonly type: string;
  readonly district: string;
  readonly formerNames: readonly string[];
  readonly commonNames: readonly string[];
}

export interface BuildingRecord {
  readonly street: string;
  readonly type: string;
  /** `12`, `12А`, `12/1`, `12к2`, `12 стр. 3`. */
  readonly house: string;
  readonly district: string;
  /** Slug of the managing organisation; empty for a private house. */
  readonly organisation: string;
  /** Slug of a hotline or an organisation; empty where the house heats itself. */
  readonly heatSupplier: string;
  readonly waterSupplier: string;
}

export interface OutageRecord {
  readonly id: string;
  readonly resource: OutageResource;
  readonly kind: "planned" | "emergency";
  /** ISO 8601 UTC, as is `endsAt`. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** As the notice says it: «ул. Королёва: 4, 6; пл. Победы: все». */
  readonly affected: string;
  readonly reason: string;
  /** Slug of a hotline or an organisation. */
  readonly responsible: string;
  readonly note: string;
  /** When it was said not to happen, or not to go on; absent when it was not. */
  readonly cancelledAt?: string | undefined;
}

/** An outage whose addresses were read. */
export interface KnownOutage extends OutageRecord {
  readonly places: Affected;
}

/** An outage as seen at a moment: begun already, or still to come. */
export interface SeenOutage extends KnownOutage {
  readonly current: boolean;
}

export interface Address {
  readonly street: string;
  readonly type: string;
  readonly house: string;
}

/** Whom to call about something: a hotline or an organisation. */
export interface Contact {
  readonly slug: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly phones: readonly string[];
  readonly hours: string;
}

/** The whole city at one revision; never changed, only replaced. */
export interface CitySnapshot {
  readonly revision: string;
  readonly hotlines: readonly HotlineRecord[];
  readonly organisations: readonly OrganisationRecord[];
  readonly streets: readonly StreetRecord[];
  readonly buildings: readonly BuildingRecord[];
  readonly outages: readonly KnownOutage[];
  /** Days that are not as the calendar has them. */
  readonly days: readonly CityDay[];
  readonly book: AddressBook;
}
