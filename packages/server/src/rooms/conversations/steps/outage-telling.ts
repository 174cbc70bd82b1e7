import type { OutageAspect } from "@veche/assistant";
import type { Locale, OutageResource } from "@veche/protocol";
import type { Address, Contact, SeenOutage } from "../../city/index.ts";
import { organisationLines } from "./contact-card.ts";
import type { Place } from "./place.ts";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question, Subject } from "./step.ts";
import { whomToCall } from "./whom-to-call.ts";

const MOST_PLANNED = 3;
const MOST_IN_TOWN = 8;

interface Telling {
  /** What alone is asked of the outage just told of. */
  readonly aspect?: OutageAspect;
  /** An address without a question: who keeps the house is told too. */
  readonly withOrganisation?: boolean;
}

/** What is known of a house: current outages, then planned ones, or that nothing is known and whom to call. */
export function tellAtHouse(
  { locale, at }: Question,
  { address, known, others }: Extract<Place, { kind: "house" }>,
  subject: Subject,
  ports: StepPorts,
  { aspect, withOrganisation }: Telling,
): Outcome {
  const { city, wording } = ports;
  const { resources = [], days = [] } = subject;
  const seen = wanted(city.outagesAt(address, at), subject, ports);
  const [first, second] = seen;
  const where = wording.address(address);
  const paragraphs =
    first && !second && aspect
      ? [tellAspect(first, aspect, where, locale, at, ports)]
      : seen.map((it) => describe(it, where, locale, at, ports));
  const contacts = whomToCall(address, resources, ports);
  // Who asks without water wants to hear first that nothing is known of now, not what is planned.
  if (first && !first.current && days.length === 0 && !aspect) {
    paragraphs.unshift(sayNone({ address: where }, "outage.not-now", subject, locale, at, ports));
    paragraphs.push(...sayCall(contacts, locale, ports));
  }
  if (!first) {
    const none = sayNone({ address: where }, "outage.none", subject, locale, at, ports);
    paragraphs.push(none, ...(days.length > 0 ? [] : sayCall(contacts, locale, ports)));
    if (!known) paragraphs.unshift(wording.text(locale, "outage.unknownHouse", { house: where }));
  }
  if (withOrganisation) paragraphs.push(...organisationLines(address, locale, ports));
  const contact = first?.responsible ?? contacts[0]?.slug;
  return told(paragraphs, { ...subject, ...(contact && { contact }) }, at, locale, ports, others);
}

/** What is known of a whole street, where the house makes no difference. */
export function tellAtStreet(
  { locale, at }: Question,
  place: Extract<Place, { kind: "street" }>,
  subject: Subject,
  ports: StepPorts,
  { aspect }: Telling = {},
): Outcome {
  const { city, wording } = ports;
  const seen = wanted(city.outagesOnStreet(place, at), subject, ports);
  const everyHouse = ({ places }: SeenOutage) =>
    places.streets.some(({ street, houses }) => houses === "all" && street === place.street);
  const where = wording.address(place);
  if (seen.length === 0) {
    const none = sayNone({ street: where }, "outage.none-street", subject, locale, at, ports);
    const outcome = told([none, wording.text(locale, "outage.name-house")], subject, at, locale, ports);
    return { ...outcome, origin: { ...outcome.origin, awaits: "address" } };
  }
  if (!seen.every(everyHouse)) {
    return {
      kind: "choose",
      text: wording.text(locale, "outage.street", { street: where }),
      origin: { step: "outage", topic: "utilities", subject, awaits: "address" },
    };
  }
  const [first] = seen;
  const about =
    first && seen.length === 1 && aspect
      ? [tellAspect(first, aspect, where, locale, at, ports)]
      : seen.map((it) => describe(it, where, locale, at, ports));
  return told(about, { ...subject, ...(first && { contact: first.responsible }) }, at, locale, ports);
}

/** What is off in the town now, or in the district that is named. */
export function tellInTown(
  { text, locale, at }: Question,
  resources: readonly OutageResource[],
  ports: StepPorts,
): Outcome {
  const { city, wording } = ports;
  const { streets, outages } = city.snapshot();
  const district = [...new Set(streets.map((it) => it.district))].find(
    (name) => name.length > 4 && text.toLowerCase().includes(name.toLowerCase().slice(0, -2)),
  );
  const inDistrict = ({ places }: SeenOutage) =>
    places.streets.some(({ street, type }) =>
      streets.some((it) => it.district === district && it.name === street && (!type || it.type === type)),
    );
  const now = at.toISOString();
  const current = outages
    .filter(({ startsAt, endsAt }) => startsAt <= now && endsAt > now)
    .map((it) => ({ ...it, current: true }))
    .filter(
      (it) => (resources.length === 0 || resources.includes(it.resource)) && (!district || inDistrict(it)),
    );
  const what = whatOf(resources, locale, ports);
  const where = wording.text(locale, district ? "outage.in-district" : "outage.in-town", {
    district: district ?? "",
  });
  const lines = current
    .slice(0, MOST_IN_TOWN)
    .map(
      (it) =>
        `- **${wording.text(locale, `resource.${it.resource}`)}**: ${it.affected} — ${wording.until(locale, new Date(it.endsAt), at)}`,
    );
  const subject: Subject = { of: "outage", resources };
  const outcome = told(
    [
      wording.text(locale, lines.length > 0 ? "outage.town" : "outage.town-none", { where, what }),
      lines.join("\n"),
      wording.text(locale, "outage.name-address"),
    ].filter(Boolean),
    subject,
    at,
    locale,
    ports,
  );
  return { ...outcome, origin: { ...outcome.origin, awaits: "address" } };
}

/** What is off at a house now of what is asked about; empty where nothing is. */
export function currentAt(
  address: Address,
  { resources = [] }: Subject,
  { locale, at }: Question,
  ports: StepPorts,
): string {
  return ports.city
    .outagesAt(address, at)
    .filter((it) => it.current && resources.includes(it.resource))
    .map((it) => describe(it, ports.wording.address(address), locale, at, ports))
    .join("\n\n");
}

function wanted(seen: readonly SeenOutage[], { resources = [], days = [] }: Subject, { wording }: StepPorts) {
  const bounds = days.map(wording.boundsOf);
  const fitting = seen.filter(
    (it) =>
      (resources.length === 0 || resources.includes(it.resource)) &&
      (bounds.length === 0 || bounds.some(({ from, to }) => it.startsAt < to && it.endsAt > from)),
  );
  return [
    ...fitting.filter((it) => it.current),
    ...fitting.filter((it) => !it.current).slice(0, MOST_PLANNED),
  ];
}

function told(
  paragraphs: readonly string[],
  subject: Subject,
  at: Date,
  locale: Locale,
  { wording, publicUrl }: StepPorts,
  replies: Outcome["replies"] = [],
): Outcome {
  return {
    kind: "answer",
    text: paragraphs.join("\n\n"),
    sources: [
      {
        title: wording.text(locale, "outage.source"),
        url: `${publicUrl()}/outages`,
        updatedAt: at.toISOString(),
      },
    ],
    replies,
    origin: { step: "outage", topic: "utilities", resource: (subject.resources ?? []).join(","), subject },
  };
}

function valuesOf(it: SeenOutage, address: string, locale: Locale, now: Date, { wording }: StepPorts) {
  return {
    resource: wording.text(locale, `resource.${it.resource}`),
    off: wording.text(locale, `off.${it.resource}`),
    address,
    span: wording.hours.span(locale, new Date(it.startsAt), new Date(it.endsAt), now),
    until: wording.until(locale, new Date(it.endsAt), now),
  };
}

function describe(it: SeenOutage, address: string, locale: Locale, now: Date, ports: StepPorts): string {
  const { wording } = ports;
  const key = it.current ? "outage.current" : "outage.planned";
  return [
    wording.text(locale, key, valuesOf(it, address, locale, now, ports)),
    reasonOf(it, locale, ports),
    it.note,
    responsibleFor(it, locale, ports),
  ]
    .filter(Boolean)
    .join(" ");
}

function tellAspect(
  it: SeenOutage,
  aspect: OutageAspect,
  address: string,
  locale: Locale,
  now: Date,
  ports: StepPorts,
): string {
  const { wording } = ports;
  const when = wording.text(
    locale,
    it.current ? "outage.current" : "outage.planned",
    valuesOf(it, address, locale, now, ports),
  );
  const responsible = responsibleFor(it, locale, ports);
  switch (aspect) {
    case "why":
      return [reasonOf(it, locale, ports), it.note].filter(Boolean).join(" ");
    case "until":
      return when;
    case "who":
      return responsible || when;
    case "note":
      return [it.note || wording.text(locale, "outage.nothing-said"), responsible].filter(Boolean).join(" ");
    default:
      return aspect satisfies never;
  }
}

const reasonOf = ({ reason }: SeenOutage, locale: Locale, { wording }: StepPorts) =>
  wording.text(locale, "outage.reason", { reason: lowerFirst(reason) });

function responsibleFor({ responsible }: SeenOutage, locale: Locale, { city, wording }: StepPorts): string {
  const contact = city.contact(responsible);
  if (!contact) return "";
  return wording.text(locale, "outage.responsible", {
    name: wording.nameOf(locale, contact),
    phones: wording.phones(contact.phones.slice(0, 1)),
  });
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** A reason goes on inside a sentence, unless it opens with an abbreviation. */
const lowerFirst = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

function whatOf(resources: readonly OutageResource[], locale: Locale, { wording }: StepPorts): string {
  const named = resources.map((it) => wording.text(locale, `resource.${it}`).toLowerCase()).join(", ");
  return named ? wording.text(locale, "outage.none.what", { resource: named }) : "";
}

function sayNone(
  where: Readonly<Record<string, string>>,
  key: "outage.none" | "outage.none-street" | "outage.not-now",
  { resources = [], days = [] }: Subject,
  locale: Locale,
  now: Date,
  ports: StepPorts,
): string {
  const { wording } = ports;
  const what = whatOf(resources, locale, ports);
  if (days.length === 0) return wording.text(locale, key, { ...where, what });
  const day = capital(days.map((it) => wording.hours.onDay(locale, it, now)).join(", "));
  return wording.text(locale, `${key}-on`, { ...where, what, day });
}

function sayCall(contacts: readonly Contact[], locale: Locale, { wording }: StepPorts): string[] {
  if (contacts.length === 0) return [];
  return [
    wording.text(locale, "outage.call", {
      contacts: contacts.map((it) => `- ${wording.contact(locale, it)}`).join("\n"),
    }),
  ];
}
