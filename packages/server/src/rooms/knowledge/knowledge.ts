import { type Handler, type HandlersOf, type Locale, type Operations, Refusal } from "@veche/protocol";
import type { Logger } from "pino";
import { dayIn } from "../../city-time.ts";
import type { Connection, Database } from "../../storage/index.ts";
import { type ImportReport, writeSheet } from "../../sheets/index.ts";
import { approvedOn } from "./approved.ts";
import { createEditing } from "./editing.ts";
import { createFiles } from "./files.ts";
import { createFinding } from "./finding.ts";
import { type PreparedArticles, prepareArticles } from "./imports.ts";
import type { Meaning } from "./meaning/embeddings.ts";
import type { Rephrase } from "./meaning/rephrasing.ts";
import type { NoticedQuestion } from "./open-questions/noticed.ts";
import { createOpenQuestions } from "./open-questions/open-questions.ts";
import type { ApprovedArticle, Finding } from "./records.ts";
import { createRankingDesk } from "./ranking/ranking-desk.ts";
import type { RankingThread } from "./ranking/ranking-thread.ts";
import { articleSheet } from "./sheet.ts";
import { knowledgeRevision, readDrafts, readPublished } from "./store.ts";
import { createTrials } from "./trials.ts";
import { articleView, inLanguage, summaryView, topicsView } from "./views.ts";

/** A search on the page of answers shows no more. */
const SEARCH_LIMIT = 30;

export interface KnowledgeParts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly timeZone: string;
  readonly log: Pick<Logger, "error">;
  /** Slugs of the hotlines that an article may name. */
  readonly departments: () => ReadonlySet<string>;
  /** Of a language model, where the city configured one. */
  readonly meaning?: Meaning;
  readonly rephrase?: Rephrase;
  /** By default a new one every time. */
  readonly startRankingThread?: () => RankingThread;
}

export interface Knowledge {
  readonly operations: HandlersOf<Operations["knowledge"]>;
  /** Ranks the approved articles; of the question's own language unless one is given. */
  find(text: string, options?: { locale?: Locale; limit?: number }): Promise<Finding>;
  /** An approved article, perhaps past its last day, in Russian where staff wrote no other. */
  articleAnswer(slug: string, locale: Locale): ApprovedArticle | undefined;
  /** Keeps a question that staff can teach from, in the unit that stores its answer. */
  noticed(connection: Connection, notice: NoticedQuestion): Promise<void>;
  /** Takes away, in the caller's unit, open questions that only these texts asked. */
  forgetAsked(connection: Connection, texts: readonly string[]): Promise<void>;
  /** How many approved articles can be answered from. */
  approvedCount(): number;
  /** Reads and checks a file without writing. */
  prepare(csv: string, departments?: ReadonlySet<string>): PreparedArticles;
  /** Publishes what the file says, in one step. @throws ImportRefused with every mistake */
  importArticles(csv: string, who: string): Promise<ImportReport>;
  /** The latest versions as a file that {@link importArticles} takes; of one language, or of all. */
  exportArticles(locale?: Locale): Promise<string>;
  /** Builds the index anew if another process published, or an article expired overnight. */
  refreshIfChanged(): Promise<boolean>;
  /** Ends the threads that rank. */
  close(): Promise<void>;
}

/** The city's approved articles: what staff write, and what residents are answered from. */
export async function createKnowledge(parts: KnowledgeParts): Promise<Knowledge> {
  const { database, clock, newId, timeZone, departments, log } = parts;
  const today = () => dayIn(timeZone, clock());
  const desk = createRankingDesk(parts.startRankingThread);
  let closed = false;
  let approved = approvedOn(today(), await readPublished(database), desk);
  // The first index is not waited for: only a question is, and a command line has none.
  let building = desk.publish(approved.index);
  building.catch((error: unknown) => {
    if (!closed) log.error({ err: error }, "the articles' index was not built");
  });
  let next: Promise<void> | undefined;

  /**
   * Resolves once the articles of this moment are answered from. Builds wait for each other, so that
   * an older index never replaces a newer; who asks while one runs shares the one after it.
   */
  function rebuild(): Promise<void> {
    next ??= building
      .catch(() => undefined)
      .then(async () => {
        next = undefined;
        const fresh = approvedOn(today(), await readPublished(database), desk);
        await desk.publish(fresh.index);
        approved = fresh;
      });
    building = next;
    return next;
  }

  const editing = createEditing({ database, clock, newId, today, departments, rebuild });
  const openQuestions = createOpenQuestions({
    database,
    clock,
    newId,
    editing,
    publishedArticle: (slug, locale) => approved.article(slug, locale),
  });

  const find = createFinding({
    approved: () => approved,
    meaning: parts.meaning,
    rephrase: parts.rephrase,
  });
  const trials = createTrials({
    database,
    desk,
    editing,
    approved: () => approved,
    find,
  });

  const articleAnswer = (slug: string, locale: Locale) =>
    approved.article(slug, locale) ?? approved.article(slug, "ru");

  const articles: Handler<Operations["knowledge"]["articles"]> = async ({ query, topic, locale }, caller) => {
    const searched = query?.trim();
    const found = searched
      ? current(await approved.find(searched, { limit: SEARCH_LIMIT, ...(locale && { locale }) }))
      : inLanguage(approved.articles, locale ?? caller.locale);
    return {
      items: found.filter((article) => topic === undefined || article.topic === topic).map(summaryView),
      topics: topicsView(inLanguage(approved.articles, locale ?? caller.locale), locale ?? caller.locale),
    };
  };

  const article: Handler<Operations["knowledge"]["article"]> = async ({ slug, locale }, caller) => {
    const found = articleAnswer(slug, locale ?? caller.locale);
    if (!found) throw new Refusal("not_found");
    return { article: articleView(found) };
  };

  return {
    operations: {
      articles,
      article,
      ...editing.operations,
      ...trials,
      ...openQuestions.operations,
      ...createFiles({ database, clock, newId, departments, rebuild }),
    },
    find,
    articleAnswer,
    approvedCount: () => approved.articles.length,
    noticed: (connection, notice) => openQuestions.noticed(connection, notice),
    forgetAsked: (connection, texts) => openQuestions.forgetAsked(connection, texts),
    prepare: (csv, known = departments()) => prepareArticles(csv, known),
    async importArticles(csv, who) {
      const prepared = prepareArticles(csv, departments());
      const report = await database.write((connection) =>
        prepared.apply(connection, editing.authorOf({ name: who })),
      );
      await rebuild();
      return report;
    },
    exportArticles: async (locale) =>
      writeSheet(await readDrafts(database.read, locale ? { locale } : {}), articleSheet),
    async refreshIfChanged() {
      if (approved.day !== today()) await openQuestions.forgetOld();
      else if (approved.revision === (await knowledgeRevision(database))) return false;
      await rebuild();
      return true;
    },
    async close() {
      closed = true;
      await desk.close();
    },
  };
}

const current = ({ ranked }: Finding) =>
  ranked.map(({ article }) => article).filter(({ expired }) => !expired);
