import {
  type FoundAddress,
  hoursProblem,
  hoursOn,
  type OpeningState,
  type OpenStretch,
  openingState,
} from "@veche/assistant";
import {
  type Handler,
  type HandlersOf,
  type Operations,
  type OutageResource,
  Refusal,
} from "@veche/protocol";
import type { Database } from "../../storage/index.ts";
import { writeSheet } from "../../sheets/index.ts";
import { type CityFiles, type PreparedCity, prepareCity } from "./imports.ts";
import { createLists } from "./lists/lists.ts";
import { calendarFor, createDays } from "./days/days.ts";
import { createOutages } from "./outages/outages.ts";
import { createSettings } from "./settings/settings.ts";
import { type CityProfile, cityProfile, defaultProfile } from "./profile.ts";
import type {
  Address,
  BuildingRecord,
  CitySnapshot,
  Contact,
  HotlineRecord,
  OrganisationRecord,
  SeenOutage,
} from "./records.ts";
import { HOLIDAYS, outagesSeenAt, touchesHouse, touchesStreet } from "./rules.ts";
import { type CitySheet, citySheets } from "./sheets.ts";
import { type IndexedCity, indexCity } from "./snapshot.ts";
import { choiceView, hotlineView, outageView } from "./views.ts";
import { bumpCity, readCity, cityRevision, writeProfile } from "./store.ts";

const MS_PER_MINUTE = 60_000;

export interface CityParts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly timeZone: string;
  /** Our own privacy page, for a city that named none. */
  readonly privacyUrl?: () => string;
  /** Whether residents may be told of an answer while the chat is closed. */
  readonly alerts?: boolean;
  readonly newId: () => string;
}

export interface City {
  readonly operations: HandlersOf<Operations["city"]>;
  /** The city as it is now; the same object until something changes. */
  snapshot(): CitySnapshot;
  /** The address that a sentence speaks of. */
  findAddress(text: string): FoundAddress;
  /** Current outages of a house first, then planned ones; never an emergency before it begins. */
  outagesAt(address: Address, at: Date, resource?: OutageResource): SeenOutage[];
  /** Likewise, of any house of a street. */
  outagesOnStreet(
    street: { street: string; type: string },
    at: Date,
    resource?: OutageResource,
  ): SeenOutage[];
  building(address: Address): BuildingRecord | undefined;
  hotline(slug: string): HotlineRecord | undefined;
  organisation(slug: string): OrganisationRecord | undefined;
  /** A hotline or an organisation: whom to call. */
  contact(slug: string): Contact | undefined;
  /**
   * Whether those hours are open at a moment, on the city's clocks, holidays and own days.
   *
   * @param department slug of the hotline whose hours they are, for its own days
   */
  openState(hours: string, at: Date, department?: string): OpeningState;
  /** The hours of a calendar day (`2026-11-28`), holidays included; none when closed. */
  hoursOn(hours: string, day: string, department?: string): OpenStretch[];
  /** Whether a day of the city, `2026-11-04`, is a day off for everyone who rests at weekends. */
  isHoliday(day: string): boolean;
  profile(): CityProfile;
  setProfile(profile: CityProfile): Promise<void>;
  /** Reads and checks files without writing; `database.write(prepared.apply)` writes them. */
  prepare(files: CityFiles): PreparedCity;
  /** Takes whole lists in place of those that were there, in one step. */
  importFiles(files: CityFiles): Promise<PreparedCity>;
  exportFile(sheet: CitySheet): string;
  /** Reads the city again if another process changed it; true when it had. */
  refreshIfChanged(): Promise<boolean>;
}

/** The city's data, read whole into memory and replaced in one step. */
export async function createCity({
  database,
  clock,
  timeZone,
  privacyUrl,
  alerts,
  newId,
}: CityParts): Promise<City> {
  let city: IndexedCity;
  let profile: CityProfile;
  let reading: Promise<void> = Promise.resolve();

  /** Reads wait for each other, so that an older one never replaces a newer. */
  function reload(): Promise<void> {
    reading = reading
      .catch(() => undefined)
      .then(async () => {
        const read = await readCity(database);
        city = indexCity(read.revision, read.tables, read.days);
        profile = read.profile === undefined ? defaultProfile : cityProfile.parse(read.profile);
      });
    return reading;
  }
  await reload();

  /** A place is open or closed for a whole minute, in which many may ask. */
  let lately: { minute: number; days: CitySnapshot["days"]; states: Map<string, OpeningState> } | undefined;

  function openState(hours: string, at: Date, department = ""): OpeningState {
    const minute = Math.floor(at.getTime() / MS_PER_MINUTE);
    const { days } = city.snapshot;
    if (lately?.minute !== minute || lately.days !== days) lately = { minute, days, states: new Map() };
    const asked = `${department} ${hours}`;
    const state =
      lately.states.get(asked) ?? openingState(hours, at, timeZone, calendarFor(days, department));
    lately.states.set(asked, state);
    return state;
  }

  function outagesAt(address: Address, at: Date, resource?: OutageResource): SeenOutage[] {
    return outagesSeenAt(city.snapshot.outages.filter(touchesHouse(address)), at, resource);
  }

  function outagesOnStreet(street: { street: string; type: string }, at: Date, resource?: OutageResource) {
    return outagesSeenAt(city.snapshot.outages.filter(touchesStreet(street)), at, resource);
  }

  const config: Handler<Operations["city"]["config"]> = async ({ locale }, caller) => {
    const language = locale ?? caller.locale;
    const callCentre = city.hotline(profile.callCentre);
    const hours = profile.operatorHours ?? callCentre?.hours ?? "24/7";
    const { open, nextOpen } = openState(hours, clock(), profile.callCentre);
    const phone = profile.phone ?? callCentre?.phones[0];
    const privacy = profile.privacyUrl ?? privacyUrl?.();
    const say = (sentence: { ru: string; en?: string | undefined }) => sentence[language] ?? sentence.ru;
    return {
      city: say(profile.name),
      heading: say(profile.heading),
      greeting: say(profile.greeting),
      locales: ["ru", "en"],
      timeZone,
      operators: { openNow: open, ...(nextOpen && { opensAt: nextOpen.toISOString() }) },
      suggestions: profile.suggestions[language],
      ...(privacy && { privacyUrl: privacy }),
      ...(alerts && { alerts }),
      ...(phone && { phone }),
      ...(profile.accent && { accent: profile.accent }),
      ...(profile.notice && { notice: say(profile.notice) }),
    };
  };

  const hotlines: Handler<Operations["city"]["hotlines"]> = async ({ locale, topic }, caller) => {
    const at = clock();
    return {
      items: city.snapshot.hotlines
        .filter(({ topics }) => topic === undefined || topics.includes(topic))
        .map((hotline) =>
          hotlineView(hotline, openState(hotline.hours, at, hotline.slug), locale ?? caller.locale),
        ),
    };
  };

  const outages: Handler<Operations["city"]["outages"]> = async ({ address, locale }, caller) => {
    const at = clock();
    const shown = (outage: SeenOutage) =>
      outageView(outage, city.contact(outage.responsible), locale ?? caller.locale);
    if (address === undefined || address.trim() === "") {
      return { alternatives: [], items: outagesSeenAt(city.snapshot.outages, at).map(shown) };
    }
    const { street, house, alternatives } = city.snapshot.book.find(address);
    const others = alternatives.map(choiceView);
    if (!street) return { alternatives: others, items: [] };
    const place = { street: street.name, type: street.type };
    const seen = house ? outagesAt({ ...place, house }, at) : outagesOnStreet(place, at);
    return {
      address: { ...place, ...(house && { house }) },
      alternatives: others,
      items: seen.map(shown),
    };
  };

  /** @throws Refusal `invalid` for hours that nobody can read */
  function assertHours(hours: string | undefined): void {
    if (hours === undefined || hoursProblem(hours) === undefined) return;
    throw new Refusal("invalid", { reason: "city.bad_hours", field: "settings.operatorHours" });
  }
  const staffParts = { database, clock, newId, timeZone, snapshot: () => city.snapshot, reload };
  return {
    operations: {
      config,
      hotlines,
      outages,
      ...createLists(staffParts),
      ...createOutages(staffParts),
      ...createDays(staffParts),
      ...createSettings({ ...staffParts, profile: () => profile, assertHours }),
    },
    snapshot: () => city.snapshot,
    findAddress: (text) => city.snapshot.book.find(text),
    outagesAt,
    outagesOnStreet,
    building: (address) => city.building(address),
    hotline: (slug) => city.hotline(slug),
    organisation: (slug) => city.organisation(slug),
    contact: (slug) => city.contact(slug),
    openState,
    hoursOn: (hours, day, department) => hoursOn(hours, day, calendarFor(city.snapshot.days, department)),
    isHoliday(day) {
      const own = city.snapshot.days.find(({ date, department }) => date === day && department === "");
      return own ? own.hours === "" : (HOLIDAYS.holidays?.includes(day) ?? false);
    },
    profile: () => profile,
    async setProfile(next) {
      const checked = cityProfile.safeParse(next);
      if (!checked.success)
        throw new Refusal("invalid", { field: checked.error.issues[0]?.path.join(".") ?? "" });
      await database.write(async (connection) => {
        await writeProfile(connection, checked.data);
        await bumpCity(connection);
      });
      await reload();
    },
    prepare: (files) => prepareCity(files, city.snapshot, timeZone),
    async importFiles(files) {
      const prepared = prepareCity(files, city.snapshot, timeZone);
      await database.write((connection) => prepared.apply(connection));
      await reload();
      return prepared;
    },
    exportFile(sheet) {
      const shape = citySheets(timeZone);
      switch (sheet) {
        case "hotlines":
          return writeSheet(city.snapshot.hotlines, shape.hotlines);
        case "organisations":
          return writeSheet(city.snapshot.organisations, shape.organisations);
        case "streets":
          return writeSheet(city.snapshot.streets, shape.streets);
        case "buildings":
          return writeSheet(city.snapshot.buildings, shape.buildings);
        case "outages":
          return writeSheet(city.snapshot.outages, shape.outages);
        default:
          return sheet satisfies never;
      }
    },
    async refreshIfChanged() {
      if ((await cityRevision(database)) === city.snapshot.revision) return false;
      await reload();
      return true;
    },
  };
}
