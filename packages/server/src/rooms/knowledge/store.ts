import type { Locale } from "@veche/protocol";
import {
  type ArticleVersionTable,
  bumpRevision,
  type Connection,
  type Database,
  readAtOneRevision,
  revisionOf,
  writeAudit,
} from "../../storage/index.ts";
import type {
  ArticleContent,
  ArticleId,
  ArticleRow,
  ArticleVersion,
  DraftArticle,
  PublishedArticle,
} from "./records.ts";

const REVISION = "knowledge.revision";

const CONTENT = [
  "v.slug",
  "v.locale",
  "v.version",
  "v.topic",
  "v.question",
  "v.alternatives",
  "v.answer",
  "v.department",
  "v.source_title",
  "v.source_url",
  "v.updated",
  "v.expires",
  "v.review_on",
] as const;

type ContentRow = Omit<ArticleVersionTable, "saved_at" | "saved_by" | "published_at" | "published_by">;

/** The published articles, as they were at one revision, in the city's order. */
export async function readPublished(
  database: Database,
): Promise<{ revision: string; articles: readonly PublishedArticle[] }> {
  const { revision, value } = await readAtOneRevision(database, REVISION, () =>
    database.read
      .selectFrom("article as a")
      .innerJoin("article_version as v", (join) =>
        join
          .onRef("v.slug", "=", "a.slug")
          .onRef("v.locale", "=", "a.locale")
          .onRef("v.version", "=", "a.published_version"),
      )
      .select(CONTENT)
      .orderBy("a.position")
      .execute(),
  );
  return { revision, articles: value.map(publishedOf) };
}

export const knowledgeRevision = (database: Database) => revisionOf(database, REVISION);

/** Tells every process that shares the database to build its index anew. */
export const bumpKnowledge = (connection: Connection) => bumpRevision(connection, REVISION);

/** The latest versions in the city's order; of one article, of one language, or of all. */
export async function readDrafts(
  connection: Connection,
  only: Partial<ArticleId> = {},
): Promise<DraftArticle[]> {
  let query = connection
    .selectFrom("article as a")
    .innerJoin("article_version as v", (join) =>
      join
        .onRef("v.slug", "=", "a.slug")
        .onRef("v.locale", "=", "a.locale")
        .onRef("v.version", "=", "a.version"),
    )
    .select([...CONTENT, "a.published_version", "a.changed_at", "a.changed_by", "a.test_questions"])
    .orderBy("a.position");
  if (only.slug !== undefined) query = query.where("a.slug", "=", only.slug);
  if (only.locale !== undefined) query = query.where("a.locale", "=", only.locale);
  return (await query.execute()).map((row) => ({
    ...publishedOf(row),
    publishedVersion: row.published_version ?? undefined,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    testQuestions: stringsOf(row.test_questions),
  }));
}

/** What was saved of an article, the latest first; those before `before` where it is given. */
export async function readVersions(
  connection: Connection,
  { slug, locale }: ArticleId,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<ArticleVersion[]> {
  let query = connection
    .selectFrom("article_version as v")
    .select([...CONTENT, "v.saved_at", "v.saved_by", "v.published_at", "v.published_by"])
    .where("v.slug", "=", slug)
    .where("v.locale", "=", locale)
    .orderBy("v.version", "desc")
    .limit(limit);
  if (before !== undefined) query = query.where("v.version", "<", before);
  return (await query.execute()).map((row) => ({
    ...contentOf(row),
    version: row.version,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
    publishedAt: row.published_at ?? undefined,
    publishedBy: row.published_by ?? undefined,
  }));
}

export interface Author {
  readonly name: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** Adds a version; an article that isn't there yet goes to the end of the list. */
export async function addVersion(
  connection: Connection,
  { slug, locale, ...content }: ArticleRow,
  version: number,
  { name, at }: Author,
): Promise<void> {
  const { alternatives, sourceTitle, sourceUrl, department, ...same } = content;
  await connection
    .insertInto("article_version")
    .values({
      slug,
      locale,
      version,
      topic: same.topic,
      question: same.question,
      answer: same.answer,
      updated: same.updated,
      expires: same.expires,
      review_on: same.reviewOn,
      alternatives: JSON.stringify(alternatives),
      department: department || null,
      source_title: sourceTitle,
      source_url: sourceUrl,
      saved_at: at,
      saved_by: name,
      published_at: null,
      published_by: null,
    })
    .execute();
  const changed = { version, changed_at: at, changed_by: name };
  if (version > 1) {
    await connection
      .updateTable("article")
      .set(changed)
      .where("slug", "=", slug)
      .where("locale", "=", locale)
      .execute();
    return;
  }
  const last = await connection
    .selectFrom("article")
    .select(({ fn }) => fn.max("position").as("position"))
    .executeTakeFirst();
  const position = (last?.position ?? -1) + 1;
  await connection
    .insertInto("article")
    .values({ slug, locale, published_version: null, position, test_questions: "[]", ...changed })
    .execute();
}

export async function setPublished(
  connection: Connection,
  { slug, locale }: ArticleId,
  version: number | null,
  { name, at }: Author,
): Promise<void> {
  await connection
    .updateTable("article")
    .set({ published_version: version })
    .where("slug", "=", slug)
    .where("locale", "=", locale)
    .execute();
  if (version === null) return;
  await connection
    .updateTable("article_version")
    .set({ published_at: at, published_by: name })
    .where("slug", "=", slug)
    .where("locale", "=", locale)
    .where("version", "=", version)
    .execute();
}

/** The test questions of those articles that are there; the one wanted first comes first. */
export async function readTestQuestions(
  connection: Connection,
  slugs: readonly string[],
  locale: Locale,
): Promise<{ slug: string; questions: readonly string[] }[]> {
  const rows = await connection
    .selectFrom("article")
    .select(["slug", "test_questions"])
    .where("slug", "in", [...slugs])
    .where("locale", "=", locale)
    .execute();
  return rows
    .map((row) => ({ slug: row.slug, questions: stringsOf(row.test_questions) }))
    .toSorted((one, other) => slugs.indexOf(one.slug) - slugs.indexOf(other.slug));
}

export async function setTestQuestions(
  connection: Connection,
  { slug, locale }: ArticleId,
  questions: readonly string[],
): Promise<void> {
  await connection
    .updateTable("article")
    .set({ test_questions: JSON.stringify(questions) })
    .where("slug", "=", slug)
    .where("locale", "=", locale)
    .execute();
}

/** Keeps that a member of staff did something to an article. */
export async function recordAct(
  connection: Connection,
  act: { id: string; at: string; staffId: string; action: string; subject: string },
): Promise<void> {
  await writeAudit(connection, { ...act, at: new Date(act.at) });
}

function publishedOf(row: ContentRow): PublishedArticle {
  return { slug: row.slug, locale: localeOf(row.locale), version: row.version, ...contentOf(row) };
}

const localeOf = (stored: string): Locale => (stored === "en" ? "en" : "ru");

function stringsOf(stored: string): string[] {
  const strings: string[] = JSON.parse(stored);
  return strings;
}

function contentOf(row: ContentRow): ArticleContent {
  return {
    topic: row.topic,
    question: row.question,
    alternatives: stringsOf(row.alternatives),
    answer: row.answer,
    department: row.department ?? "",
    sourceTitle: row.source_title,
    sourceUrl: row.source_url,
    updated: row.updated,
    expires: row.expires,
    reviewOn: row.review_on,
  };
}
