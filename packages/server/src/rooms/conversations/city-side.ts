import type { Locale, ResidentCard } from "@veche/protocol";
import { dayIn } from "../../city-time.ts";
import type { Say } from "../../texts.ts";
import type { City } from "../city/index.ts";
import type { CitySide } from "./ports.ts";
import { createWording } from "./steps/wording.ts";

export interface CitySideParts {
  readonly city: City;
  readonly say: Say;
  readonly timeZone: string;
  readonly clock: () => Date;
}

/** What conversations need of the city: hours, whom to turn to instead, and what is known at an address. */
export function createCitySide({ city, say, timeZone, clock }: CitySideParts): CitySide {
  const wording = createWording({ say, timeZone, city });
  const localeOf = (locale: string): Locale => (locale === "en" ? "en" : "ru");

  function addressIn(text: string): ResidentCard["address"] {
    const { street, house } = city.findAddress(text);
    if (!street || !house) return undefined;
    const at = clock();
    const address = { street: street.name, type: street.type, house };
    const organisation = city.organisation(city.building(address)?.organisation ?? "");
    const state = organisation && city.openState(organisation.hours, at);
    return {
      text: wording.address(address),
      outages: city
        .outagesAt(address, at)
        .map(({ resource, current, endsAt, reason }) => ({ resource, current, endsAt, reason })),
      ...(organisation && state
        ? {
            organisation: {
              name: organisation.name,
              phones: [...organisation.phones],
              ...(organisation.emergencyPhone ? { emergencyPhone: organisation.emergencyPhone } : {}),
              openNow: state.open,
              ...(state.nextOpen ? { opensAt: state.nextOpen.toISOString() } : {}),
            },
          }
        : {}),
    };
  }

  return {
    departmentName: (slug) => city.hotline(slug)?.name,

    queueOf: (slug) => (slug && slug !== city.profile().callCentre ? city.hotline(slug)?.slug : undefined),

    operatorHours(department, at) {
      const profile = city.profile();
      const general = profile.operatorHours ?? city.contact(profile.callCentre)?.hours ?? "24/7";
      const { hours, slug } = (department && city.hotline(department)) || {
        hours: general,
        slug: profile.callCentre,
      };
      const { open, nextOpen } = city.openState(hours, at, slug);
      const today = dayIn(timeZone, at);
      return {
        open,
        holiday: !open && city.isHoliday(today) && city.hoursOn(hours, today, slug).length === 0,
        ...(nextOpen ? { nextOpen } : {}),
      };
    },

    contactText(slug, locale, at) {
      const contact = city.contact(slug);
      return (
        contact &&
        `${wording.contact(locale, contact)}. ${wording.hours.now(locale, contact.hours, at, slug)}`
      );
    },

    opens: (locale, moment) => wording.hours.opens(locale, moment, clock()),

    when: (locale, moment) => wording.when(localeOf(locale), moment, clock()),

    addressSaid(texts) {
      for (const text of texts) {
        const found = addressIn(text);
        if (found) return found;
      }
      return undefined;
    },
  };
}
