import type { Article, ArticleSummary } from "@veche/protocol";
import { type Html, html } from "./html.ts";
import type { Language } from "./language.ts";
import { plain, rendered } from "./markdown.ts";
import { WORDS } from "./words.ts";

type Topics = readonly { readonly topic: string; readonly title: string; readonly articles: number }[];

interface Asked {
  readonly query?: string;
  readonly topic?: string;
}

const DESCRIPTION_CHARACTERS = 160;
const RELATED = 6;

const linkTo = ({ slug }: ArticleSummary, { suffix }: Language) => `/answers/${slug}${suffix}`;

function links(articles: readonly ArticleSummary[], language: Language): Html {
  return html`<ul class="links">
    ${articles.map(
      (article) =>
        html`<li>
          <a href="${linkTo(article, language)}" lang="${article.locale}">${article.question}</a>
        </li>`,
    )}
  </ul>`;
}

function searchForm({ query }: Asked, { locale, suffix }: Language): Html {
  const words = WORDS[locale];
  return html`<form class="search" action="/answers" role="search">
    ${suffix && html`<input type="hidden" name="lang" value="${locale}" />`}
    <label for="query">${words.searchLabel}</label>
    <input
      id="query"
      name="query"
      type="search"
      value="${query ?? ""}"
      maxlength="400"
      placeholder="${words.searchHint}"
    />
    <button>${words.search}</button>
  </form>`;
}

function topicNav(topics: Topics, { topic }: Asked, language: Language): Html {
  const join = language.suffix ? "&" : "?";
  const current = (here: boolean) => here && html` aria-current="page"`;
  return html`<nav class="topics" aria-label="${WORDS[language.locale].allTopics}">
    <a href="/answers${language.suffix}" ${current(!topic)}>${WORDS[language.locale].allTopics}</a>
    ${topics.map(
      (it) =>
        html`<a
          href="/answers${language.suffix}${join}topic=${encodeURIComponent(it.topic)}"
          ${current(it.topic === topic)}
          >${it.title}</a
        >`,
    )}
  </nav>`;
}

/** The public page of answers: all by topic, one topic, or what fits a question. */
export function answersBody(
  items: readonly ArticleSummary[],
  topics: Topics,
  asked: Asked,
  language: Language,
): Html {
  const words = WORDS[language.locale];
  const shown = topics.filter(({ topic }) => items.some((item) => item.topic === topic));
  const byTopic = shown.map(
    ({ topic, title }) =>
      html`<section>
        <h2>${title}</h2>
        ${links(
          items.filter((item) => item.topic === topic),
          language,
        )}
      </section>`,
  );
  const results =
    items.length > 0
      ? asked.query
        ? html`<h2>${words.found}</h2>
            ${links(items, language)}`
        : html`${byTopic}`
      : html`<p class="notice">${asked.query ? words.nothing : words.empty}</p>`;
  return html`<h1>${words.answers}</h1>
    ${searchForm(asked, language)} ${topicNav(topics, asked, language)} ${results}`;
}

/** One answer as the city approved it, and others of its topic. */
export function answerBody(article: Article, related: readonly ArticleSummary[], language: Language): Html {
  const words = WORDS[language.locale];
  const others = related.filter(({ slug }) => slug !== article.slug).slice(0, RELATED);
  const { source } = article;
  return html`<p class="crumbs"><a href="/answers${language.suffix}">${words.answers}</a></p>
    <article lang="${article.locale}">
      <h1>${article.question}</h1>
      ${article.expired && html`<p class="notice">${words.expired} ${dayOf(article.expired, language)}</p>`}
      ${rendered(article.answer)}
      <p class="source" lang="${language.locale}">
        ${words.updated} <time datetime="${article.updatedAt}">${dayOf(article.updatedAt, language)}</time>.
        ${source && html`${words.source}: <a href="${source.url}" lang="${article.locale}">${source.title}</a>`}
      </p>
    </article>
    ${
      others.length > 0 &&
      html`<section class="related">
        <h2>${words.related}</h2>
        ${links(others, language)}
      </section>`
    }`;
}

export function descriptionOf(article: Article): string {
  const text = plain(article.answer);
  if (text.length <= DESCRIPTION_CHARACTERS) return text;
  return `${text.slice(0, text.lastIndexOf(" ", DESCRIPTION_CHARACTERS))} …`;
}

/** @source https://schema.org/QAPage */
export function questionData(article: Article, url: string, city: string): object {
  return {
    "@context": "https://schema.org",
    "@type": "QAPage",
    mainEntity: {
      "@type": "Question",
      name: article.question,
      answerCount: 1,
      acceptedAnswer: {
        "@type": "Answer",
        text: plain(article.answer),
        url,
        dateModified: article.updatedAt,
        author: { "@type": "GovernmentOrganization", name: city },
      },
    },
  };
}

function dayOf(day: string, { locale }: Language): string {
  const format = new Intl.DateTimeFormat(locale === "ru" ? "ru-RU" : "en-GB", {
    dateStyle: "long",
    timeZone: "UTC",
  });
  // Russian adds «г.», and the sentence ends with a full stop of its own.
  return format.format(new Date(day)).replace(/ г\.$/, "");
}
