import {
  isAffected,
  type OpeningOptions,
  russianHolidays,
  russianShortDays,
  russianWorkingWeekends,
} from "@veche/assistant";
import type { OutageResource } from "@veche/protocol";
import type { Address, KnownOutage, SeenOutage } from "./records.ts";

/** Days off, shorter days and worked weekends that offices keep. */
export const HOLIDAYS: OpeningOptions = {
  holidays: russianHolidays,
  workingWeekends: russianWorkingWeekends,
  shortDays: russianShortDays,
};

/**
 * What a resident may be told at a moment: current ones first, the soonest to end leading, then
 * planned ones in order of their beginning. An emergency is unknown before it begins; what has
 * ended is over.
 */
export function outagesSeenAt(
  outages: readonly KnownOutage[],
  at: Date,
  resource?: OutageResource,
): SeenOutage[] {
  const now = at.toISOString();
  return outages
    .filter((outage) => resource === undefined || outage.resource === resource)
    .filter(({ endsAt, cancelledAt }) => endsAt > now && !cancelledAt)
    .map((outage) => ({ ...outage, current: outage.startsAt <= now }))
    .filter(({ current, kind }) => current || kind === "planned")
    .toSorted((a, b) => {
      if (a.current !== b.current) return a.current ? -1 : 1;
      return a.current ? compare(a.endsAt, b.endsAt) : compare(a.startsAt, b.startsAt);
    });
}

export const touchesHouse = (address: Address) => (outage: KnownOutage) => isAffected(outage.places, address);

/** Whether any house of a street is off. */
export function touchesStreet(street: { street: string; type: string }) {
  return (outage: KnownOutage) =>
    outage.places.streets.some(
      (place) =>
        folded(place.street) === folded(street.street) &&
        (place.type === undefined || place.type === street.type),
    );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const folded = (name: string) => name.toLowerCase().replaceAll("ё", "е");
