import type { Locale, QuestionOrigin, QuestionState } from "@veche/protocol";
import { sql } from "kysely";
import type { Connection, OpenQuestionTable } from "../../../storage/index.ts";

export interface Offered {
  readonly slug: string;
  readonly title: string;
}

export interface QuestionRow {
  readonly id: string;
  readonly question: string;
  readonly wording: string;
  readonly locale: Locale;
  readonly origin: QuestionOrigin;
  /** Slug of the article that was picked or sent. */
  readonly suggested: string | undefined;
  /** Slug of the article that it went to. */
  readonly article: string | undefined;
  readonly offered: readonly Offered[];
  readonly confidence: number | undefined;
  readonly times: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly state: QuestionState;
  readonly decidedBy: string | undefined;
  /** What an operator answered. */
  readonly answer: string | undefined;
}

/** Counts a question with those of the same words, or keeps a new one. */
export async function countQuestion(
  connection: Connection,
  noticed: Pick<QuestionRow, "id" | "question" | "wording" | "locale" | "origin" | "offered"> & {
    readonly suggested?: string;
    readonly confidence?: number;
    readonly answer?: string;
    readonly at: string;
  },
): Promise<void> {
  const { at, offered, confidence, answer, suggested = "", ...same } = noticed;
  const latest = {
    origin: same.origin,
    offered: JSON.stringify(offered),
    confidence_percent: confidence === undefined ? null : Math.round(confidence * 100),
    last_at: at,
    ...(answer === undefined ? {} : { answer }),
  };
  await connection
    .insertInto("open_question")
    .values({
      ...same,
      answer: null,
      ...latest,
      suggested,
      article: "",
      times: 1,
      first_at: at,
      state: "open",
      decided_at: null,
      decided_by: null,
    })
    .onConflict((it) =>
      it
        .columns(["locale", "wording", "suggested"])
        .doUpdateSet({ ...latest, times: sql`open_question.times + 1` }),
    )
    .execute();
}

/** Takes away open questions of these words that were asked only once. */
export async function forgetWordings(
  connection: Connection,
  locale: Locale,
  wordings: readonly string[],
): Promise<void> {
  for (const wording of wordings) {
    await connection
      .deleteFrom("open_question")
      .where("locale", "=", locale)
      .where("wording", "=", wording)
      .where("state", "=", "open")
      .where("times", "=", 1)
      .execute();
  }
}

export interface QuestionPlace {
  readonly times: number;
  readonly lastAt: string;
  readonly id: string;
}

/** The most frequent first, of equals the latest. */
export async function readQuestions(
  connection: Connection,
  wanted: {
    readonly state: QuestionState;
    readonly origin?: QuestionOrigin;
    readonly locale?: Locale;
    readonly after?: QuestionPlace;
    readonly limit: number;
  },
): Promise<QuestionRow[]> {
  const { state, origin, locale, after, limit } = wanted;
  let query = connection.selectFrom("open_question").selectAll().where("state", "=", state);
  if (origin) query = query.where("origin", "=", origin);
  if (locale) query = query.where("locale", "=", locale);
  if (after) {
    query = query.where(sql<boolean>`(times, last_at, id) < (${after.times}, ${after.lastAt}, ${after.id})`);
  }
  const rows = await query
    .orderBy("times", "desc")
    .orderBy("last_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(questionOf);
}

export async function readQuestion(connection: Connection, id: string): Promise<QuestionRow | undefined> {
  const row = await connection
    .selectFrom("open_question")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row && questionOf(row);
}

interface Decision {
  readonly state: QuestionState;
  readonly article?: string;
  readonly at: string;
  readonly by: string;
}

export async function decideQuestion(
  connection: Connection,
  id: string,
  { state, article = "", at, by }: Decision,
): Promise<void> {
  await connection
    .updateTable("open_question")
    .set({ state, article, decided_at: at, decided_by: by })
    .where("id", "=", id)
    .execute();
}

/** Settles what is open in the same words: who taught it once has answered all of them. */
export async function settleSameWording(
  connection: Connection,
  { locale, wording }: Pick<QuestionRow, "locale" | "wording">,
  { article = "", at, by }: Omit<Decision, "state">,
): Promise<void> {
  await connection
    .updateTable("open_question")
    .set({ state: "accepted", article, decided_at: at, decided_by: by })
    .where("locale", "=", locale)
    .where("wording", "=", wording)
    .where("state", "=", "open")
    .where("suggested", "in", ["", article])
    .execute();
}

/** Forgets open and rejected questions that nobody has asked since a moment. */
export async function forgetQuestions(connection: Connection, notAskedSince: string): Promise<void> {
  await connection
    .deleteFrom("open_question")
    .where("state", "!=", "accepted")
    .where("last_at", "<", notAskedSince)
    .execute();
}

/** The questions that the articles' latest versions answer, by slug; in the language where there is one. */
export async function articleTitles(
  connection: Connection,
  slugs: readonly string[],
): Promise<(slug: string, locale: Locale) => string | undefined> {
  const rows =
    slugs.length === 0
      ? []
      : await connection
          .selectFrom("article as a")
          .innerJoin("article_version as v", (join) =>
            join
              .onRef("v.slug", "=", "a.slug")
              .onRef("v.locale", "=", "a.locale")
              .onRef("v.version", "=", "a.version"),
          )
          .select(["v.slug", "v.locale", "v.question"])
          .where("a.slug", "in", [...slugs])
          .execute();
  const titles = new Map(rows.map((row) => [`${row.locale}:${row.slug}`, row.question]));
  return (slug, locale) => titles.get(`${locale}:${slug}`) ?? titles.get(`ru:${slug}`);
}

function questionOf(row: OpenQuestionTable): QuestionRow {
  const offered: Offered[] = JSON.parse(row.offered);
  return {
    id: row.id,
    question: row.question,
    wording: row.wording,
    locale: row.locale === "en" ? "en" : "ru",
    // Only this room writes the table, and only these words.
    origin: row.origin as QuestionOrigin,
    state: row.state as QuestionState,
    suggested: row.suggested || undefined,
    article: row.article || undefined,
    offered,
    confidence: row.confidence_percent === null ? undefined : row.confidence_percent / 100,
    times: row.times,
    firstAt: row.first_at,
    lastAt: row.last_at,
    decidedBy: row.decided_by ?? undefined,
    answer: row.answer ?? undefined,
  };
}
