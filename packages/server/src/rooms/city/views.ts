import type { FoundStreet, OpeningState } from "@veche/assistant";
import type { Hotline, Locale, Outage } from "@veche/protocol";
import type { Contact, HotlineRecord, SeenOutage } from "./records.ts";

/** A hotline as the public sees it; what the city left empty is left out. */
export function hotlineView(
  hotline: HotlineRecord,
  { open, until, nextOpen }: OpeningState,
  locale: Locale,
): Hotline {
  const { slug, phones, extension, email, address, hours, topics, about } = hotline;
  return {
    slug,
    name: nameIn(locale, hotline),
    phones: [...phones],
    ...(extension && { extension }),
    ...(email && { email }),
    ...(address && { address }),
    hours,
    topics: [...topics],
    about,
    openNow: open,
    ...(until && { openUntil: until.toISOString() }),
    ...(nextOpen && { opensAt: nextOpen.toISOString() }),
  };
}

export function outageView(outage: SeenOutage, contact: Contact | undefined, locale: Locale): Outage {
  const { id, resource, kind, startsAt, endsAt, affected, reason, note, current } = outage;
  return {
    id,
    resource,
    kind,
    startsAt,
    endsAt,
    affected,
    reason,
    ...(contact && {
      responsible: { slug: contact.slug, name: nameIn(locale, contact), phones: [...contact.phones] },
    }),
    ...(note && { note }),
    current,
  };
}

export const choiceView = ({ name, type, district }: FoundStreet) => ({ street: name, type, district });

const nameIn = (locale: Locale, { name, nameEn }: { readonly name: string; readonly nameEn?: string }) =>
  locale === "en" && nameEn ? nameEn : name;
