import {
  type Handler,
  type HandlersOf,
  type Locale,
  type Operations,
  Refusal,
  type StaffMember,
} from "@veche/protocol";
import { dayIn } from "../../city-time.ts";
import type { Connection, Database } from "../../storage/index.ts";
import { type ImportReport, writeSheet } from "../../sheets/index.ts";
import { type Approved, buildApproved } from "./approved.ts";
import { type PreparedArticles, prepareArticles } from "./imports.ts";
import type { ArticleId, DraftArticle, Finding, PublishedArticle } from "./records.ts";
import { articleSheet } from "./sheet.ts";
import {
  addVersion,
  bumpKnowledge,
  readDrafts,
  readPublished,
  recordAct,
  knowledgeRevision,
  setPublished,
} from "./store.ts";
import { articleView, inLanguage, mentions, staffView, summaryView, topicsView } from "./views.ts";

/** A search on the page of answers shows no more. */
const SEARCH_LIMIT = 30;

export interface KnowledgeParts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly timeZone: string;
  /** Slugs of the hotlines that an article may name. */
  readonly departments: () => ReadonlySet<string>;
}

export interface Knowledge {
  readonly operations: HandlersOf<Operations["knowledge"]>;
  /** Ranks the approved articles; of the question's own language unless one is given. */
  find(text: string, options?: { locale?: Locale; limit?: number }): Finding;
  /** An approved article that still holds, in Russian where staff wrote no other. */
  articleAnswer(slug: string, locale: Locale): PublishedArticle | undefined;
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
}

/** The city's approved articles: what staff write, and what residents are answered from. */
export async function createKnowledge(parts: KnowledgeParts): Promise<Knowledge> {
  const { database, clock, newId, timeZone, departments } = parts;
  const today = () => dayIn(timeZone, clock());
  let approved: Approved;
  let building: Promise<void> = Promise.resolve();

  /** Builds wait for each other, so that an older index never replaces a newer. */
  function rebuild(): Promise<void> {
    building = building
      .catch(() => undefined)
      .then(async () => {
        approved = await buildApproved(await readPublished(database), today());
      });
    return building;
  }
  await rebuild();

  const articleAnswer = (slug: string, locale: Locale) =>
    approved.article(slug, locale) ?? approved.article(slug, "ru");

  const articles: Handler<Operations["knowledge"]["articles"]> = async ({ query, topic, locale }, caller) => {
    const searched = query?.trim();
    const found = searched
      ? approved
          .find(searched, { limit: SEARCH_LIMIT, ...(locale && { locale }) })
          .ranked.map((it) => it.article)
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

  const drafts: Handler<Operations["knowledge"]["drafts"]> = async ({ query, locale }) => {
    const words = query?.trim().toLowerCase() ?? "";
    const all = await readDrafts(database.read, locale ? { locale } : {});
    return { items: all.filter((draft) => mentions(draft, words)).map(staffView) };
  };

  const draft: Handler<Operations["knowledge"]["draft"]> = async ({ slug, locale }) => ({
    article: staffView(await openDraft(database.read, { slug, locale })),
  });

  const save: Handler<Operations["knowledge"]["save"]> = async ({ expectedVersion, ...input }, { staff }) => {
    const { slug, locale, department = "" } = input;
    if (department && !departments().has(department)) {
      throw new Refusal("invalid", {
        reason: "knowledge.unknown_department",
        field: "department",
        values: { department },
      });
    }
    const row = { ...input, department, updated: input.updated ?? today() };
    const article = await database.write(async (connection) => {
      const [current] = await readDrafts(connection, { slug, locale });
      refuseStale(current, slug, expectedVersion);
      await addVersion(connection, row, expectedVersion + 1, authorOf(staff));
      await record(connection, staff, "article.save", { slug, locale });
      return openDraft(connection, { slug, locale });
    });
    return { article: staffView(article) };
  };

  const publish: Handler<Operations["knowledge"]["publish"]> = async (input, { staff }) => {
    const article = await database.write(async (connection) => {
      const current = await openDraft(connection, input);
      if (input.expectedVersion !== undefined) refuseStale(current, input.slug, input.expectedVersion);
      if (current.expires !== "" && current.expires < today()) {
        throw new Refusal("invalid", {
          reason: "knowledge.expired",
          field: "expires",
          values: { expires: current.expires },
        });
      }
      await setPublished(connection, input, current.version, authorOf(staff));
      await record(connection, staff, "article.publish", input);
      await bumpKnowledge(connection);
      return openDraft(connection, input);
    });
    await rebuild();
    return { article: staffView(article) };
  };

  const unpublish: Handler<Operations["knowledge"]["unpublish"]> = async (input, { staff }) => {
    const article = await database.write(async (connection) => {
      await openDraft(connection, input);
      await setPublished(connection, input, null, authorOf(staff));
      await record(connection, staff, "article.unpublish", input);
      await bumpKnowledge(connection);
      return openDraft(connection, input);
    });
    await rebuild();
    return { article: staffView(article) };
  };

  const tryQuestion: Handler<Operations["knowledge"]["tryQuestion"]> = async ({ question, locale }) => {
    const { ranked, ...finding } = approved.find(question, locale ? { locale } : {});
    return {
      ...finding,
      ranked: ranked.map((found) => ({
        slug: found.article.slug,
        question: found.article.question,
        score: found.score,
      })),
    };
  };

  const authorOf = ({ name }: { name: string }) => ({ name, at: clock().toISOString() });

  async function record(
    connection: Connection,
    staff: StaffMember,
    action: string,
    { slug, locale }: ArticleId,
  ) {
    const subject = `${slug} (${locale})`;
    await recordAct(connection, {
      id: newId(),
      at: clock().toISOString(),
      staffId: staff.id,
      action,
      subject,
    });
  }

  return {
    operations: { articles, article, drafts, draft, save, publish, unpublish, tryQuestion },
    find: (text, options) => approved.find(text, options),
    articleAnswer,
    approvedCount: () => approved.articles.length,
    prepare: (csv, known = departments()) => prepareArticles(csv, known),
    async importArticles(csv, who) {
      const prepared = prepareArticles(csv, departments());
      const report = await database.write((connection) =>
        prepared.apply(connection, authorOf({ name: who })),
      );
      await rebuild();
      return report;
    },
    exportArticles: async (locale) =>
      writeSheet(await readDrafts(database.read, locale ? { locale } : {}), articleSheet),
    async refreshIfChanged() {
      if (approved.day === today() && approved.revision === (await knowledgeRevision(database))) return false;
      await rebuild();
      return true;
    },
  };
}

async function openDraft(connection: Connection, { slug, locale }: ArticleId): Promise<DraftArticle> {
  const [found] = await readDrafts(connection, { slug, locale });
  if (!found) throw new Refusal("not_found");
  return found;
}

function refuseStale(current: DraftArticle | undefined, slug: string, expectedVersion: number): void {
  if ((current?.version ?? 0) === expectedVersion) return;
  if (!current) throw new Refusal("conflict");
  if (expectedVersion === 0) throw new Refusal("conflict", { reason: "knowledge.exists", values: { slug } });
  const { changedBy: who, version, changedAt } = current;
  throw new Refusal("conflict", { reason: "knowledge.stale", values: { who, version, changedAt } });
}
