import { locale } from "@veche/protocol";
import { date, list, oneOf, type Sheet, slug, text, url } from "../../sheets/index.ts";
import type { ArticleContent, ArticleRow, SheetArticle } from "./records.ts";

const MAX_QUESTION = 400;
const reviewOn = date("optional");
const questions = list(" | ", text(MAX_QUESTION));

/** `articles.csv`: one article in one language a row. */
export const articleSheet: Sheet<SheetArticle> = {
  columns: {
    slug: slug("required"),
    topic: text(60, "required"),
    locale: oneOf(locale.options),
    question: text(300, "required"),
    alternatives: list(" | ", text(300)),
    answer: text(10_000, "required"),
    department: slug("optional"),
    sourceTitle: text(300),
    sourceUrl: url("optional"),
    updated: date("required"),
    expires: date("optional"),
    reviewOn: { read: reviewOn.read, write: (day) => reviewOn.write(day ?? "") },
    testQuestions: { read: questions.read, write: (asked) => questions.write(asked ?? []) },
  },
  mayLack: ["testQuestions", "reviewOn"],
  key: ({ slug, locale }) => `${slug} (${locale})`,
};

/** A row with what the file left unsaid as the city has it. */
export const completed = (row: SheetArticle, known: ArticleContent | undefined): ArticleRow => ({
  ...row,
  reviewOn: row.reviewOn ?? known?.reviewOn ?? "",
});

export function sameContent(one: ArticleContent, other: ArticleContent): boolean {
  const cells = (article: ArticleContent) =>
    JSON.stringify([
      article.topic,
      article.question,
      article.alternatives,
      article.answer,
      article.department,
      article.sourceTitle,
      article.sourceUrl,
      article.updated,
      article.expires,
      article.reviewOn,
    ]);
  return cells(one) === cells(other);
}
