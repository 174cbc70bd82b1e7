import { asksOutage, resourceOf } from "@veche/assistant";
import type { Locale, OutageResource } from "@veche/protocol";
import type { Address, Contact, SeenOutage } from "../../city/index.ts";
import { placeOf } from "./place.ts";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question, Step } from "./step.ts";

const RELEVANT_PLANNED = 3;

/** What is off at an address, until when and why; "nothing known" is said as such. */
export const outage = (ports: StepPorts): Step => ({
  name: "outage",
  answer(question) {
    const { text, locale, previous } = question;
    const followsUp = previous?.step === "outage";
    const resources = resourceOf(text);
    const asks = asksOutage(text) || (resources.length > 0 && /\?|нет|когда|отключ|off|when/i.test(text));
    const place = placeOf(question, ports);
    // An address alone is an answer to "which address?", or asks the same of another house.
    if (!asks && !(followsUp && place.kind !== "none")) return undefined;
    if (place.kind === "none")
      return asks && previous?.awaits !== "address" && asksHere(question)
        ? askAddress(question, resources, ports)
        : undefined;
    const asked =
      resources.length > 0 ? resources : splitResources(followsUp ? previous.resource : undefined);
    const origin = { step: "outage", topic: "utilities", resource: asked.join(",") };
    if (place.kind === "which") {
      return {
        kind: "choose",
        text: place.text,
        replies: place.replies,
        origin: { ...origin, awaits: "address" },
      };
    }
    if (place.kind === "street") {
      return {
        kind: "choose",
        text: ports.wording.text(locale, "address.house", { street: ports.wording.address(place) }),
        origin: { ...origin, awaits: "address" },
      };
    }
    return atHouse(question, place.address, place.known, asked, ports);
  },
});

/** "У нас нет воды" is about the asker's house; "какие сроки отключения по закону" is not. */
const asksHere = ({ text }: Question): boolean =>
  /(^|[^\p{L}])(нет|отключили|пропал[аио]?|вырубили|дадут|включат|исчезл[аио]?|my|our|no)([^\p{L}]|$)/iu.test(
    text,
  ) && /(адрес|дом[еу]?|у (нас|меня)|здесь|моём|моей|where i live|my|our)/iu.test(text);

const splitResources = (joined: string | undefined) => (joined ? joined.split(",") : []) as OutageResource[];

function askAddress(
  { locale }: Question,
  resources: readonly OutageResource[],
  { wording }: StepPorts,
): Outcome {
  return {
    kind: "choose",
    text: wording.text(locale, "address.ask"),
    origin: { step: "outage", topic: "utilities", resource: resources.join(","), awaits: "address" },
  };
}

function atHouse(
  { locale, at }: Question,
  address: Address,
  known: boolean,
  resources: readonly OutageResource[],
  ports: StepPorts,
): Outcome {
  const { city, wording, publicUrl } = ports;
  const seen = city
    .outagesAt(address, at)
    .filter(({ resource }) => resources.length === 0 || resources.includes(resource));
  const shown = [
    ...seen.filter((it) => it.current),
    ...seen.filter((it) => !it.current).slice(0, RELEVANT_PLANNED),
  ];
  const paragraphs =
    shown.length > 0
      ? shown.map((it) => describe(it, address, locale, at, ports))
      : [nothingKnown(address, resources, locale, ports)];
  if (!known && shown.length === 0) {
    paragraphs.unshift(wording.text(locale, "outage.unknownHouse", { house: wording.address(address) }));
  }
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
    origin: { step: "outage", topic: "utilities", resource: resources.join(",") },
  };
}

function describe(
  it: SeenOutage,
  address: Address,
  locale: Locale,
  now: Date,
  { city, wording }: StepPorts,
): string {
  const values = {
    resource: wording.text(locale, `resource.${it.resource}`),
    off: wording.text(locale, `off.${it.resource}`),
    address: wording.address(address),
    from: wording.when(locale, new Date(it.startsAt), now),
    until: wording[it.current ? "until" : "when"](locale, new Date(it.endsAt), now),
  };
  const responsible = city.contact(it.responsible);
  return [
    wording.text(locale, it.current ? "outage.current" : "outage.planned", values),
    wording.text(locale, "outage.reason", { reason: lowerFirst(it.reason) }),
    it.note,
    responsible &&
      wording.text(locale, "outage.responsible", {
        name: wording.nameOf(locale, responsible),
        phones: wording.phones(responsible.phones.slice(0, 1)),
      }),
  ]
    .filter(Boolean)
    .join(" ");
}

/** A reason goes on inside a sentence, unless it opens with an abbreviation. */
const lowerFirst = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

function nothingKnown(
  address: Address,
  resources: readonly OutageResource[],
  locale: Locale,
  ports: StepPorts,
): string {
  const { wording } = ports;
  const what = resources.map((it) => wording.text(locale, `resource.${it}`).toLowerCase()).join(", ");
  const sentence = wording.text(locale, "outage.none", {
    address: wording.address(address),
    what: what ? wording.text(locale, "outage.none.what", { resource: what }) : "",
  });
  const contacts = whomToCall(address, resources, ports)
    .map((it) => wording.contact(locale, it))
    .join("; ");
  return contacts ? `${sentence}\n\n${wording.text(locale, "outage.call", { contacts })}` : sentence;
}

/** The supplier of what is off, then the house's own emergency line, then the call centre. */
function whomToCall(
  address: Address,
  resources: readonly OutageResource[],
  { city, wording }: StepPorts,
): Contact[] {
  const building = city.building(address);
  const organisation = building && city.organisation(building.organisation);
  const suppliers = resources.map((resource) => {
    if (resource === "cold_water") return building?.waterSupplier;
    return resource === "hot_water" || resource === "heating" ? building?.heatSupplier : undefined;
  });
  const found = [...new Set(suppliers)].map((slug) => (slug ? city.contact(slug) : undefined));
  const ownLine: Contact | undefined = organisation && {
    slug: organisation.slug,
    name: organisation.name,
    phones: [organisation.emergencyPhone || organisation.phones[0] || ""].filter(Boolean),
    hours: "24/7",
  };
  const contacts = [...found, ownLine].filter(
    (it): it is Contact => it !== undefined && it.phones.length > 0,
  );
  const centre = wording.callCentre();
  const unique = contacts.filter(
    (it, index) => contacts.findIndex((other) => other.slug === it.slug) === index,
  );
  return unique.length > 0 ? unique : centre ? [centre] : [];
}
