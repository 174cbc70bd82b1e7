import { z } from "zod";
import { http } from "./operation.ts";
import { may } from "./permissions.ts";
import { id, locale, moment, slug } from "./values.ts";

export const articleSummary = z.object({
  slug,
  locale,
  topic: z.string(),
  question: z.string(),
  updatedAt: z.string(),
});

export const article = articleSummary.extend({
  answer: z.string(),
  department: z.string().optional(),
  source: z.object({ title: z.string(), url: z.string() }).optional(),
  version: z.number().int().min(1),
  /** Its last day, once that is past: shown with that date, not as current. */
  expired: z.iso.date().optional(),
});

/** How many other phrasings of its question an article can have. */
export const MOST_PHRASINGS = 50;
const phrasing = z.string().trim().min(1).max(300);

/** What an editor writes. */
export const articleDraft = z.object({
  locale: locale.default("ru"),
  topic: z.string().trim().min(1).max(60),
  question: z.string().trim().min(3).max(300),
  alternatives: z.array(phrasing).max(MOST_PHRASINGS).default([]),
  answer: z.string().trim().min(1).max(10_000),
  department: z.string().max(80).optional(),
  sourceTitle: z.string().max(300).default(""),
  sourceUrl: z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(1000)]).default(""),
  updated: z.iso.date().optional(),
  expires: z.union([z.literal(""), z.iso.date()]).default(""),
  /** The day by which somebody looks at it again; residents are not told. */
  reviewOn: z.union([z.literal(""), z.iso.date()]).default(""),
});

export const staffArticle = articleDraft.required({ locale: true }).extend({
  slug,
  /** Counts every save; the editor sends back the one that they saw. */
  version: z.number().int().min(1),
  publishedVersion: z.number().int().min(1).optional(),
  changedAt: moment,
  changedBy: z.string(),
});

/** One save of an article: what it said, whose it was, and when it was published if ever. */
export const staffArticleVersion = articleDraft.required({ locale: true }).extend({
  version: z.number().int().min(1),
  savedAt: moment,
  savedBy: z.string(),
  publishedAt: moment.optional(),
  publishedBy: z.string().optional(),
});

/** How a question came to be taught from: nothing was found, nothing offered fitted, or someone knew the article. */
export const questionOrigin = z.enum(["unanswered", "none_of_these", "picked", "sent_by_operator"]);
export const questionState = z.enum(["open", "accepted", "rejected"]);

/** A resident's question from which staff can teach the assistant; without personal data. */
export const openQuestion = z.object({
  id,
  question: z.string(),
  locale,
  origin: questionOrigin,
  /** What the assistant offered the last time, best first. */
  offered: z.array(z.object({ slug, title: z.string() })),
  /** Of the assistant, 0..1, the last time. */
  confidence: z.number().min(0).max(1).optional(),
  /** The article that residents picked or operators sent; once accepted, the one that it went to. */
  article: z.object({ slug, question: z.string() }).optional(),
  /** How often it was asked in these words. */
  times: z.number().int().min(1),
  firstAt: moment,
  lastAt: moment,
  state: questionState,
  decidedBy: z.string().optional(),
  /** What an operator answered, for an article to be made of it. */
  answer: z.string().optional(),
});

const outcome = z.enum(["answer", "choose", "operator"]);

/** What the assistant would do with a question. */
export const trialFinding = z.object({
  outcome,
  confidence: z.number(),
  repaired: z.string().optional(),
  ranked: z.array(
    z.object({ slug, question: z.string(), score: z.number(), expired: z.boolean().optional() }),
  ),
});

export const alikeArticle = z.object({
  slug,
  question: z.string(),
  /** Cosines of character n-grams, 0..1. */
  questionLikeness: z.number(),
  answerLikeness: z.number(),
});

const MOST_TEST_QUESTIONS = 50;
const testQuestions = z.array(z.string().trim().min(3).max(400)).max(MOST_TEST_QUESTIONS);

/** Where a test question leads: the outcome and the first article with its own question. */
const testOutcome = z.object({ outcome, slug: slug.optional(), title: z.string().optional() });

export const testResult = z.object({
  question: z.string(),
  /** The article that the question must find. */
  slug,
  now: testOutcome,
  afterPublishing: testOutcome,
  goesElsewhere: z.boolean(),
});

export type TrialFinding = z.infer<typeof trialFinding>;
export type AlikeArticle = z.infer<typeof alikeArticle>;
export type TestResult = z.infer<typeof testResult>;
export type OpenQuestion = z.infer<typeof openQuestion>;
export type QuestionOrigin = z.infer<typeof questionOrigin>;
export type QuestionState = z.infer<typeof questionState>;
export type Article = z.infer<typeof article>;
export type ArticleSummary = z.infer<typeof articleSummary>;
export type ArticleDraft = z.infer<typeof articleDraft>;
export type StaffArticleVersion = z.infer<typeof staffArticleVersion>;
export type StaffArticle = z.infer<typeof staffArticle>;

const editors = may.editArticles;

export const knowledge = {
  articles: http({
    method: "get",
    path: "/api/v1/articles",
    who: "anyone",
    summary: "Approved articles; with `query`, best first.",
    query: z.object({
      query: z.string().max(400).optional(),
      topic: z.string().max(60).optional(),
      locale: locale.optional(),
    }),
    output: z.object({
      items: z.array(articleSummary),
      topics: z.array(z.object({ topic: z.string(), title: z.string(), articles: z.number().int() })),
    }),
    refusals: ["invalid", "rate_limited"],
  }),
  article: http({
    method: "get",
    path: "/api/v1/articles/{slug}",
    who: "anyone",
    summary: "One approved article.",
    params: z.object({ slug }),
    query: z.object({ locale: locale.optional() }),
    output: z.object({ article }),
    refusals: ["not_found", "rate_limited"],
  }),
  drafts: http({
    method: "get",
    path: "/api/v1/staff/articles",
    who: may.readArticles,
    summary: "All articles with their drafts.",
    query: z.object({ query: z.string().max(400).optional(), locale: locale.optional() }),
    output: z.object({ items: z.array(staffArticle) }),
    refusals: ["invalid"],
  }),
  draft: http({
    method: "get",
    path: "/api/v1/staff/articles/{slug}",
    who: may.readArticles,
    summary: "One article with its draft.",
    params: z.object({ slug }),
    query: z.object({ locale: locale.default("ru") }),
    output: z.object({ article: staffArticle }),
    refusals: ["invalid", "not_found"],
  }),
  versions: http({
    method: "get",
    path: "/api/v1/staff/articles/{slug}/versions",
    who: may.readArticles,
    summary: "Everything that was saved of an article, the latest first.",
    params: z.object({ slug }),
    query: z.object({
      locale: locale.default("ru"),
      /** Continues from an earlier page: only versions before this one. */
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    output: z.object({ items: z.array(staffArticleVersion) }),
    refusals: ["invalid", "not_found"],
  }),
  save: http({
    method: "put",
    path: "/api/v1/staff/articles/{slug}",
    who: editors,
    summary: "Saves a draft. `expectedVersion` 0 makes a new article; a stale one is `conflict`.",
    params: z.object({ slug }),
    body: articleDraft.extend({ expectedVersion: z.number().int().min(0) }),
    output: z.object({ article: staffArticle }),
    refusals: ["invalid", "conflict", "too_large"],
  }),
  publish: http({
    method: "post",
    path: "/api/v1/staff/articles/{slug}/publish",
    who: editors,
    summary: "Publishes the draft; the next question is answered from it.",
    params: z.object({ slug }),
    body: z.object({ locale: locale.default("ru"), expectedVersion: z.number().int().min(1).optional() }),
    output: z.object({ article: staffArticle }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  unpublish: http({
    method: "post",
    path: "/api/v1/staff/articles/{slug}/unpublish",
    who: editors,
    summary: "Takes the article off; the assistant no longer answers from it.",
    params: z.object({ slug }),
    body: z.object({ locale: locale.default("ru") }),
    output: z.object({ article: staffArticle }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  tryQuestion: http({
    method: "post",
    path: "/api/v1/staff/articles-trial",
    who: may.readArticles,
    unaudited: "changes nothing",
    summary: "What the assistant would find for a question.",
    body: z.object({ question: z.string().trim().min(1).max(4000), locale: locale.optional() }),
    output: trialFinding,
    refusals: ["invalid"],
  }),
  tryDraft: http({
    method: "post",
    path: "/api/v1/staff/articles/{slug}/trial",
    who: editors,
    unaudited: "changes nothing",
    summary: "What the assistant would find if the draft, as stored or as sent, were published.",
    params: z.object({ slug }),
    body: z.object({
      locale: locale.default("ru"),
      draft: articleDraft.optional(),
      question: z.string().trim().min(1).max(4000),
    }),
    output: trialFinding,
    refusals: ["invalid", "not_found"],
  }),
  alikeArticles: http({
    method: "post",
    path: "/api/v1/staff/articles/{slug}/alike",
    who: editors,
    unaudited: "changes nothing",
    summary: "Articles that the draft, as stored or as sent, nearly repeats; the likest first.",
    params: z.object({ slug }),
    body: z.object({ locale: locale.default("ru"), draft: articleDraft.optional() }),
    output: z.object({ items: z.array(alikeArticle) }),
    refusals: ["invalid", "not_found"],
  }),
  testQuestions: http({
    method: "get",
    path: "/api/v1/staff/articles/{slug}/test-questions",
    who: editors,
    summary: "The questions that must go on finding the article.",
    params: z.object({ slug }),
    query: z.object({ locale: locale.default("ru") }),
    output: z.object({ questions: z.array(z.string()) }),
    refusals: ["not_found"],
  }),
  saveTestQuestions: http({
    method: "put",
    path: "/api/v1/staff/articles/{slug}/test-questions",
    who: editors,
    summary: "Replaces the article's test questions.",
    params: z.object({ slug }),
    body: z.object({ locale: locale.default("ru"), questions: testQuestions }),
    output: z.object({ questions: z.array(z.string()) }),
    refusals: ["invalid", "not_found"],
  }),
  runTestQuestions: http({
    method: "post",
    path: "/api/v1/staff/articles/{slug}/test-run",
    who: editors,
    unaudited: "changes nothing",
    summary: "Where the test questions of the article and of its neighbours lead now, and after publishing.",
    params: z.object({ slug }),
    body: z.object({ locale: locale.default("ru"), draft: articleDraft.optional() }),
    output: z.object({ items: z.array(testResult) }),
    refusals: ["invalid", "not_found"],
  }),
  openQuestions: http({
    method: "get",
    path: "/api/v1/staff/open-questions",
    who: editors,
    summary: "Residents' questions to teach from, the most frequent first.",
    query: z.object({
      state: questionState.default("open"),
      origin: questionOrigin.optional(),
      locale: locale.optional(),
      cursor: z.string().max(300).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ items: z.array(openQuestion), nextCursor: z.string().optional() }),
    refusals: ["invalid"],
  }),
  acceptQuestion: http({
    method: "post",
    path: "/api/v1/staff/open-questions/{id}/acceptance",
    who: editors,
    summary: "Adds the question to an article's draft as one more phrasing; published with it.",
    params: z.object({ id }),
    body: z.object({ slug, locale: locale.optional(), phrasing: phrasing.optional() }),
    output: z.object({ question: openQuestion, article: staffArticle }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  draftFromQuestion: http({
    method: "post",
    path: "/api/v1/staff/open-questions/{id}/article",
    who: editors,
    summary: "Makes the draft of a new article that has the question among its phrasings.",
    params: z.object({ id }),
    body: articleDraft.extend({ slug }),
    output: z.object({ question: openQuestion, article: staffArticle }),
    status: 201,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  rejectQuestion: http({
    method: "post",
    path: "/api/v1/staff/open-questions/{id}/rejection",
    who: editors,
    summary: "Puts the question aside; asked again, it is counted and stays aside.",
    params: z.object({ id }),
    output: z.object({ question: openQuestion }),
    refusals: ["not_found", "conflict"],
  }),
  reopenQuestion: http({
    method: "post",
    path: "/api/v1/staff/open-questions/{id}/reopening",
    who: editors,
    summary: "Takes a rejection back.",
    params: z.object({ id }),
    output: z.object({ question: openQuestion }),
    refusals: ["not_found", "conflict"],
  }),
};
