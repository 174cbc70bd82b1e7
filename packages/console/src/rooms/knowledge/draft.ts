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

const LETTERS: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
};

/** A name for the address out of a question: «Нет горячей воды?» → `net-goryachey-vody`. */
export const slugOf = (question: string) =>
  [...question.toLowerCase()]
    .map((letter) => LETTERS[letter] ?? letter)
    .join("")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
