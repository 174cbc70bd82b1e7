export type { PreparedArticles } from "./imports.ts";
export { createKnowledge } from "./knowledge.ts";
export type { Knowledge, KnowledgeParts } from "./knowledge.ts";
export { createMeaning } from "./meaning/embeddings.ts";
export { createRephrase } from "./meaning/rephrasing.ts";
export type { NoticedQuestion } from "./open-questions/noticed.ts";
export type { ApprovedArticle, Finding, FoundArticle, PublishedArticle } from "./records.ts";
export type { RankingThread } from "./ranking/ranking-thread.ts";
export { knowledgeTexts } from "./texts.ts";
