import { parse } from "csv-parse/sync";
import MarkdownIt from "markdown-it";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escape } from "./html.ts";
import type { Page } from "./pages.ts";

interface Article {
  readonly topic: string;
  readonly question: string;
  readonly answer: string;
  readonly sourceTitle: string;
  readonly sourceUrl: string;
  readonly updated: string;
}

const TOPICS: Readonly<Record<string, string>> = {
  utilities: "Вода, тепло, свет и газ",
  "housing-services": "Дом и квитанции",
  waste: "Мусор и отходы",
  roads: "Дороги, снег и освещение",
  transport: "Транспорт",
  education: "Детские сады и школы",
  social: "Поддержка семей и пожилых",
  housing: "Жильё",
  "land-building": "Земля и строительство",
  documents: "Документы",
  business: "Бизнес и торговля",
  ecology: "Природа и животные",
  "culture-sport": "Культура и спорт",
  emergency: "Безопасность",
  administration: "Администрация",
};

const day = new Intl.DateTimeFormat("ru-RU", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** The town's own pages behind the assistant's sources: the leaflet that each answer was taken from. */
export function readArticles(city: string) {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  const rows: Article[] = parse(readFileSync(join(city, "articles.csv")), { columns: true });
  const byPath = new Map(rows.map((article) => [new URL(article.sourceUrl).pathname, article]));

  return {
    at(path: string): Page | undefined {
      const article = byPath.get(path);
      if (!article) return undefined;
      return {
        title: `${article.question} — Новореченск`,
        description: article.sourceTitle,
        other: "/en/answers",
        section: "uslugi",
        content: `<article class="wide section reading">
  <p class="crumbs"><a href="/uslugi">Услуги и справка</a> ${escape(TOPICS[article.topic] ?? article.topic)}</p>
  <h1>${escape(article.question)}</h1>
  <div class="answer">${local(markdown.render(article.answer))}</div>
  <p class="dateline">${escape(article.sourceTitle)}. Проверено ${day.format(new Date(article.updated))}</p>
</article>`,
      };
    },
    list(): string {
      return Object.entries(TOPICS)
        .map(([topic, title]) => {
          const links = rows
            .filter((article) => article.topic === topic)
            .map(
              ({ question, sourceUrl }) =>
                `<li><a href="${new URL(sourceUrl).pathname}">${escape(question)}</a></li>`,
            );
          return `<section class="topic"><h2>${title}</h2><ul>${links.join("")}</ul></section>`;
        })
        .join("");
    },
  };
}

/** Links to the town's own address stay on this site wherever it is served from. */
const local = (html: string) =>
  html.replaceAll(
    /href="https:\/\/novorechensk\.example(\/[^"]*)?"/g,
    (_, path?: string) => `href="${path ?? "/"}"`,
  );
