import { askedDays, asksManagingOrganisation, leansOnBefore } from "@veche/assistant";
import type { OrganisationRecord } from "../../city/index.ts";
import { contactCard } from "./contact-card.ts";
import { placeBefore, placeInSubject, placeOf } from "./place.ts";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question, Step, Subject } from "./step.ts";

/** Of the house that was just spoken of. */
const OWN_HOUSE = /(?:наш|мо[йеё]|эт|our|this)\p{L}*\s+(?:дом|house|building)|за\s+дом/iu;

/** Who keeps a house, with phones and whether the office is open; or the organisation that is named. */
export const managingOrganisation = (ports: StepPorts): Step => ({
  name: "managing-organisation",
  answer(question) {
    const { text, locale } = question;
    const before = question.subject?.of === "organisation" ? question.subject : undefined;
    const asks = asksManagingOrganisation(text);
    if (!asks && !before) return undefined;
    const { city, wording } = ports;
    const read = placeOf(question, ports, before);
    const place =
      read.place.kind === "none" && asks && (leansOnBefore(text) || OWN_HOUSE.test(text))
        ? placeBefore(question.subject, ports)
        : read.place;
    if (place.kind === "none") return asks ? named(question, ports) : undefined;
    if (!asks && !leansOnBefore(read.rest) && read.rest.trim() !== "") return undefined;
    const subject: Subject = { of: "organisation", ...placeInSubject(place) };
    const origin = { step: "managing-organisation", topic: "housing-services", subject };
    if (place.kind === "which")
      return {
        kind: "choose",
        text: place.text,
        replies: place.replies,
        origin: { ...origin, awaits: "address" },
      };
    if (place.kind === "street") {
      return {
        kind: "choose",
        text: wording.text(locale, "address.house", { street: wording.address(place) }),
        origin: { ...origin, awaits: "address" },
      };
    }
    const organisation = city.organisation(city.building(place.address)?.organisation ?? "");
    const address = wording.address(place.address);
    return organisation
      ? { ...keeper(question, address, organisation, subject, ports), replies: place.others }
      : nobody(question, address, place.known, subject, ports);
  },
});

/** «телефон УК Центр-Комфорт»: an organisation by its own name. */
function named(question: Question, ports: StepPorts): Outcome | undefined {
  const text = folded(question.text);
  const found = ports.city.snapshot().organisations.find(({ name }) => {
    const own = ownWords(name);
    return (
      own.some((word) => word.length > 3) &&
      own.every((word) => text.includes(` ${word.slice(0, BEGINNING)}`))
    );
  });
  if (!found) return undefined;
  const days = askedDays(question.text, ports.wording.today(question.at));
  return contactCard(question, found.slug, days, ports);
}

const BEGINNING = 5;
const folded = (text: string) =>
  ` ${(
    text
      .toLowerCase()
      .replaceAll("ё", "е")
      .match(/[\p{L}\d]+/gu) ?? []
  ).join(" ")} `;
/** «Центр-Комфорт» of «ООО «УК „Центр-Комфорт“»». */
const ownWords = (name: string) =>
  folded((/„([^“]+)“/u.exec(name) ?? /«([^»]+)»/u.exec(name))?.[1] ?? name)
    .trim()
    .split(" ");

function keeper(
  { locale, at }: Question,
  address: string,
  organisation: OrganisationRecord,
  subject: Subject,
  { wording, publicUrl }: StepPorts,
): Outcome {
  const phones = [
    wording.text(locale, "organisation.phones", { phones: wording.phones(organisation.phones) }),
    organisation.emergencyPhone &&
      wording.text(locale, "organisation.emergency", { phone: wording.phone(organisation.emergencyPhone) }),
  ];
  const week = wording.hours.week(locale, organisation.hours);
  return {
    kind: "answer",
    text: [
      wording.text(locale, "organisation", { address, name: organisation.name }),
      phones.filter(Boolean).join(" "),
      [
        wording.text(locale, "organisation.office", {
          address: organisation.address,
          hours: wording.hours.now(locale, organisation.hours, at),
        }),
        week && `${wording.text(locale, "hotline.hours", { hours: week })}.`,
      ]
        .filter(Boolean)
        .join(" "),
    ].join("\n\n"),
    sources: [
      {
        title: wording.text(locale, "organisation.source"),
        url: organisation.site || `${publicUrl()}/answers`,
        updatedAt: at.toISOString(),
      },
    ],
    origin: {
      step: "managing-organisation",
      topic: "housing-services",
      subject: { ...subject, contact: organisation.slug },
    },
  };
}

function nobody(
  { locale, at }: Question,
  address: string,
  known: boolean,
  subject: Subject,
  { wording, publicUrl }: StepPorts,
): Outcome {
  const centre = wording.callCentre();
  return {
    kind: "answer",
    text: wording.text(locale, known ? "organisation.none" : "organisation.unknown-house", {
      address,
      phone: centre ? wording.contact(locale, centre) : wording.phone("112"),
    }),
    sources: [
      {
        title: wording.text(locale, "organisation.source"),
        url: `${publicUrl()}/answers`,
        updatedAt: at.toISOString(),
      },
    ],
    origin: { step: "managing-organisation", topic: "housing-services", subject },
  };
}
