import type { ShownCampaign } from "./campaign-page.ts";
import { type Html, html } from "./html.ts";
import type { Language } from "./language.ts";
import { WORDS } from "./words.ts";

/** The server's own first page: where everything else is. */
export function firstBody(
  campaigns: readonly ShownCampaign[],
  demoUrl: string | undefined,
  language: Language,
): Html {
  const { locale, suffix } = language;
  const words = WORDS[locale];
  const card = (href: string, title: string, about: string) =>
    html`<li>
      <a href="${href}"><b>${title}</b><span>${about}</span></a>
    </li>`;
  return html`<h1>${words.firstTitle}</h1>
    <p class="lead">${words.firstLead}</p>
    <ul class="cards">
      ${demoUrl && card(locale === "en" ? `${demoUrl}/en/` : demoUrl, words.toDemo, words.toDemoAbout)}
      ${card("/console", words.toConsole, words.toConsoleAbout)}
      ${card(`/answers${suffix}`, words.answers, words.toAnswersAbout)}
      ${card(`/embed${suffix}`, words.toEmbed, words.toEmbedAbout)}
    </ul>
    ${
      campaigns.length > 0 &&
      html`<h2>${words.contests}</h2>
        <ul class="links">
          ${campaigns.map(({ slug, title }) => {
            const words =
              locale === "en" && title.en ? { text: title.en, lang: "en" } : { text: title.ru, lang: "ru" };
            return html`<li>
              <a href="/campaigns/${slug}${suffix}" lang="${words.lang}">${words.text}</a>
            </li>`;
          })}
          <li><a href="/campaigns${suffix}">${words.toArchive}</a></li>
        </ul>`
    }
    <h2>${words.machine}</h2>
    <ul class="links">
      <li><a href="/feeds/announcements.atom">${words.feed}, Atom</a></li>
      <li><a href="/feeds/announcements.json">${words.feed}, JSON</a></li>
      <li><a href="/api/v1/openapi.json">${words.api}, OpenAPI 3.1</a></li>
    </ul>`;
}
