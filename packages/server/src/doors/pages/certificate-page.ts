import type { ConfirmedCertificate } from "@veche/protocol";
import { html } from "./html.ts";
import type { Language } from "./language.ts";
import type { Page } from "./reply.ts";
import { WORDS } from "./words.ts";

/** Confirms a paper by its number to whoever follows its code; nothing of the child. */
export function certificatePage(certificate: ConfirmedCertificate, { locale, suffix }: Language): Page {
  const words = WORDS[locale];
  const { number, kind, campaign, nomination, ageGroup, award, year } = certificate;
  const inLanguage = ({ ru, en }: { ru: string; en?: string | undefined }) => (locale === "en" && en) || ru;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.certificateNumber, number],
    [words.certificateKind, words.certificateKinds[kind]],
    [words.nomination, nomination && inLanguage(nomination)],
    [words.ageGroup, ageGroup && inLanguage(ageGroup)],
    [words.award, award],
    [words.year, String(year)],
  ];
  return {
    title: words.certificate,
    path: `/certificates/${number}`,
    unlisted: true,
    body: html`<h1>${words.certificate}</h1>
      <p class="lead">${words.certificateAbout}</p>
      <dl>
        <dt>${words.contest}</dt>
        <dd><a href="/campaigns/${campaign.slug}${suffix}">${inLanguage(campaign.title)}</a></dd>
        ${facts.map(
          ([name, value]) =>
            value &&
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>`,
  };
}
