import type { Locale } from "@veche/protocol";
import type { Address, HotlineRecord, OrganisationRecord } from "../../city/index.ts";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question, Subject } from "./step.ts";

/** An office's phones, hours and address, the asked days first; undefined when there is no such office. */
export function contactCard(
  { locale, at }: Question,
  slug: string,
  days: readonly string[],
  ports: StepPorts,
  subject: Partial<Subject> = {},
): (Omit<Outcome, "origin"> & { origin: { step: string; topic?: string; subject: Subject } }) | undefined {
  const { city, wording, publicUrl } = ports;
  const hotline = city.hotline(slug);
  const office = hotline ?? city.organisation(slug);
  if (!office) return undefined;
  const of = hotline ? "hotline" : "organisation";
  return {
    kind: "answer",
    text: hotline
      ? hotlineText(hotline, locale, at, days, ports)
      : organisationText(office as OrganisationRecord, locale, at, days, ports),
    sources: [
      {
        title: wording.text(locale, hotline ? "hotline.source" : "organisation.source"),
        url: hotline
          ? `${publicUrl()}/hotlines#${slug}`
          : city.organisation(slug)?.site || `${publicUrl()}/answers`,
        updatedAt: at.toISOString(),
      },
    ],
    origin: {
      step: hotline ? "hotline" : "managing-organisation",
      topic: hotline ? (hotline.topics[0] ?? "administration") : "housing-services",
      subject: { ...subject, of, contact: slug, days },
    },
  };
}

function hoursLines(
  { hours, slug }: HotlineRecord | OrganisationRecord,
  locale: Locale,
  at: Date,
  days: readonly string[],
  { wording }: StepPorts,
): { asked: string[]; usual: string[] } {
  const now = wording.hours.now(locale, hours, at, slug);
  const week = wording.hours.week(locale, hours);
  const usual = week ? [wording.text(locale, "hotline.hours", { hours: week })] : [];
  return days.length > 0
    ? { asked: days.map((day) => wording.hours.ofDay(locale, hours, day, at, slug)), usual }
    : { asked: [], usual: [now, ...usual] };
}

function hotlineText(
  it: HotlineRecord,
  locale: Locale,
  at: Date,
  days: readonly string[],
  ports: StepPorts,
): string {
  const { wording } = ports;
  const { asked, usual } = hoursLines(it, locale, at, days, ports);
  const phones = [
    wording.text(locale, "hotline.phones", { phones: wording.phones(it.phones) }),
    it.extension && wording.text(locale, "hotline.extension", { extension: it.extension }),
  ];
  return [
    `**${wording.nameOf(locale, it)}**`,
    ...asked,
    bullets([
      phones.filter(Boolean).join(", "),
      ...usual,
      it.address && wording.text(locale, "hotline.address", { address: it.address }),
      it.email && wording.text(locale, "hotline.email", { email: mail(it.email) }),
    ]),
    locale === "ru" ? it.about : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}

function organisationText(
  it: OrganisationRecord,
  locale: Locale,
  at: Date,
  days: readonly string[],
  ports: StepPorts,
): string {
  const { wording } = ports;
  const { asked, usual } = hoursLines(it, locale, at, days, ports);
  return [
    `**${it.name}**`,
    ...asked,
    bullets([
      wording.text(locale, "hotline.phones", { phones: wording.phones(it.phones) }),
      it.emergencyPhone &&
        wording.text(locale, "organisation.emergency", { phone: wording.phone(it.emergencyPhone) }),
      ...usual,
      it.address && wording.text(locale, "hotline.address", { address: it.address }),
      it.email && wording.text(locale, "hotline.email", { email: mail(it.email) }),
      it.site &&
        wording.text(locale, "organisation.site", {
          site: `[${it.site.replace(/^https?:\/\//, "")}](${it.site})`,
        }),
    ]),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** Who keeps a house and its phones, in a line, for an answer about something else; nothing where nobody is known. */
export function organisationLines(address: Address, locale: Locale, { city, wording }: StepPorts): string[] {
  const organisation = city.organisation(city.building(address)?.organisation ?? "");
  if (!organisation) return [];
  return [
    wording.text(locale, "organisation.in-short", {
      name: organisation.name,
      phones: wording.phones(organisation.phones.slice(0, 1)),
    }),
    organisation.emergencyPhone
      ? wording.text(locale, "organisation.emergency", { phone: wording.phone(organisation.emergencyPhone) })
      : "",
  ].filter(Boolean);
}

const bullets = (lines: readonly (string | undefined)[]) =>
  lines
    .filter(Boolean)
    .map((line) => `- ${line}`)
    .join("\n");
const mail = (address: string) => `[${address}](mailto:${address})`;
