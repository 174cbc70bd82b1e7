import type { Locale, StaffArticle, StaffArticleVersion } from "@veche/protocol";

/** The editor's fields, each as it stands on screen. */
export interface Draft {
  readonly topic: string;
  readonly question: string;
  /** One a line. */
  readonly alternatives: string;
  readonly answer: string;
  readonly department: string;
  readonly sourceTitle: string;
  readonly sourceUrl: string;
  readonly updated: string;
  readonly expires: string;
  readonly reviewOn: string;
}

export type Field = keyof Draft;

export const FIELDS = [
  "question",
  "alternatives",
  "answer",
  "topic",
  "department",
  "sourceTitle",
  "sourceUrl",
  "updated",
  "expires",
  "reviewOn",
] as const satisfies readonly Field[];

export const emptyDraft: Draft = {
  topic: "",
  question: "",
  alternatives: "",
  answer: "",
  department: "",
  sourceTitle: "",
  sourceUrl: "",
  updated: "",
  expires: "",
  reviewOn: "",
};

export const draftOf = (article: StaffArticle | StaffArticleVersion): Draft => ({
  topic: article.topic,
  question: article.question,
  alternatives: article.alternatives.join("\n"),
  answer: article.answer,
  department: article.department ?? "",
  sourceTitle: article.sourceTitle,
  sourceUrl: article.sourceUrl,
  updated: article.updated ?? "",
  expires: article.expires,
  reviewOn: article.reviewOn,
});

/** What is saved of the fields; empty lines and the ends of lines go. */
export const savedOf = (draft: Draft, locale: Locale) => ({
  locale,
  topic: draft.topic.trim(),
  question: draft.question.trim(),
  alternatives: draft.alternatives.split("\n").flatMap((line) => line.trim() || []),
  answer: draft.answer.trim(),
  department: draft.department || undefined,
  sourceTitle: draft.sourceTitle.trim(),
  sourceUrl: draft.sourceUrl.trim(),
  updated: draft.updated || undefined,
  expires: draft.expires,
  reviewOn: draft.reviewOn,
});

/** What can be tried out before it is saved; undefined while the server would refuse it. */
export function triedOf(draft: Draft, locale: Locale) {
  const saved = savedOf(draft, locale);
  return saved.question.length >= 3 && saved.answer && saved.topic ? saved : undefined;
}

/** The fields in which two drafts differ, in the order of the form. */
export const differing = (mine: Draft, theirs: Draft): readonly Field[] =>
  FIELDS.filter((field) => mine[field].trim() !== theirs[field].trim());
