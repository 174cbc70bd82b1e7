import { type Handler, type OpenQuestion, type Operations, Refusal, type StaffMember } from "@veche/protocol";
import type { Connection, Database } from "../../../storage/index.ts";
import type { Editing } from "../editing.ts";
import type { DraftArticle, PublishedArticle } from "../records.ts";
import { hasPhrasing, wordingOf } from "../rules.ts";
import { readDrafts } from "../store.ts";
import { staffView } from "../views.ts";
import { masked, withoutMasks } from "./masked.ts";
import type { NoticedQuestion } from "./noticed.ts";
import { asksSomething, mayBecome, shortened } from "./rules.ts";
import {
  articleTitles,
  countQuestion,
  decideQuestion,
  forgetQuestions,
  forgetWordings,
  type QuestionPlace,
  type QuestionRow,
  readQuestion,
  readQuestions,
  settleSameWording,
} from "./store.ts";

/** A question that nobody asked for so long is no longer worth teaching, nor keeping. */
const FORGET_AFTER_DAYS = 365;

export interface OpenQuestionsParts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly editing: Editing;
  readonly publishedArticle: (slug: string, locale: "ru" | "en") => PublishedArticle | undefined;
}

/** Residents' questions from which editors teach the assistant. */
export function createOpenQuestions(parts: OpenQuestionsParts) {
  const { database, clock, newId, editing, publishedArticle } = parts;

  const openQuestions: Handler<Operations["knowledge"]["openQuestions"]> = async ({
    cursor,
    limit,
    ...wanted
  }) => {
    const after = cursor === undefined ? undefined : placeOf(cursor);
    const rows = await readQuestions(database.read, { ...wanted, after, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await viewsOf(database.read, page),
      ...(rows.length > limit && last && { nextCursor: cursorOf(last) }),
    };
  };

  /** Settles a question with the article that staff made of it or added it to. */
  async function settle(
    connection: Connection,
    staff: StaffMember,
    question: QuestionRow,
    article: DraftArticle,
  ) {
    const { name: by, at } = editing.authorOf(staff);
    const decision = { article: article.slug, at, by };
    await decideQuestion(connection, question.id, { ...decision, state: "accepted" });
    await settleSameWording(connection, question, decision);
    await editing.record(connection, staff, "question.accept", `${question.id} → ${article.slug}`);
    return { question: await viewOf(connection, question.id), article: staffView(article) };
  }

  const acceptQuestion: Handler<Operations["knowledge"]["acceptQuestion"]> = (input, { staff }) =>
    database.write(async (connection) => {
      const question = await questionToBecome(connection, input.id, "accepted");
      const [draft] = await readDrafts(connection, {
        slug: input.slug,
        locale: input.locale ?? question.locale,
      });
      if (!draft) {
        throw new Refusal("not_found", {
          reason: "knowledge.no_such_article",
          field: "slug",
          values: { slug: input.slug },
        });
      }
      const phrasing = input.phrasing ?? withoutMasks(question.question);
      if (!asksSomething(wordingOf(phrasing))) {
        throw new Refusal("invalid", { reason: "knowledge.nothing_left", field: "phrasing" });
      }
      return settle(
        connection,
        staff,
        question,
        await editing.addPhrasing(connection, staff, draft, phrasing),
      );
    });

  const draftFromQuestion: Handler<Operations["knowledge"]["draftFromQuestion"]> = async (
    input,
    { staff },
  ) => {
    const { id, slug, ...content } = input;
    const row = editing.rowOf(slug, content);
    return database.write(async (connection) => {
      const question = await questionToBecome(connection, id, "accepted");
      const phrasing = withoutMasks(question.question);
      const missing = asksSomething(wordingOf(phrasing)) && !hasPhrasing(row, phrasing);
      const alternatives = missing ? [phrasing, ...row.alternatives] : row.alternatives;
      const article = await editing.addDraft(connection, staff, { ...row, alternatives }, 0);
      return settle(connection, staff, question, article);
    });
  };

  const rejectQuestion: Handler<Operations["knowledge"]["rejectQuestion"]> = ({ id }, { staff }) =>
    decided(id, "rejected", staff);

  const reopenQuestion: Handler<Operations["knowledge"]["reopenQuestion"]> = ({ id }, { staff }) =>
    decided(id, "open", staff);

  const decided = (id: string, state: "rejected" | "open", staff: StaffMember) =>
    database.write(async (connection) => {
      await questionToBecome(connection, id, state);
      const { name: by, at } = editing.authorOf(staff);
      await decideQuestion(connection, id, { state, at, by });
      const action = state === "rejected" ? "question.reject" : "question.reopen";
      await editing.record(connection, staff, action, id);
      return { question: await viewOf(connection, id) };
    });

  async function noticed(connection: Connection, notice: NoticedQuestion): Promise<void> {
    const { locale, offered, confidence } = notice;
    const question = shortened(masked(notice.question, locale));
    const wording = wordingOf(question);
    if (!asksSomething(wordingOf(withoutMasks(question)))) return;
    const suggested = "article" in notice ? notice.article : undefined;
    const answer = "answer" in notice && notice.answer ? masked(notice.answer, locale) : undefined;
    const article = suggested === undefined ? undefined : publishedArticle(suggested, locale);
    // What the article is asked for already teaches nothing.
    if (article && hasPhrasing(article, question)) return;
    await countQuestion(connection, {
      id: newId(),
      question,
      wording,
      locale,
      origin: notice.kind,
      suggested,
      offered,
      confidence,
      answer,
      at: clock().toISOString(),
    });
  }

  return {
    operations: { openQuestions, acceptQuestion, draftFromQuestion, rejectQuestion, reopenQuestion },
    noticed,
    /** What one resident alone asked is forgotten with their conversation, unless it was decided on already. */
    async forgetAsked(connection: Connection, texts: readonly string[]): Promise<void> {
      for (const locale of ["ru", "en"] as const) {
        const wordings = texts.map((text) => wordingOf(shortened(masked(text, locale))));
        await forgetWordings(connection, locale, [...new Set(wordings)]);
      }
    },
    forgetOld: () => {
      const since = new Date(clock().getTime() - FORGET_AFTER_DAYS * 86_400_000).toISOString();
      return database.write((connection) => forgetQuestions(connection, since));
    },
  };
}

/** @throws Refusal `not_found`, or `conflict` where somebody decided already */
async function questionToBecome(
  connection: Connection,
  id: string,
  state: QuestionRow["state"],
): Promise<QuestionRow> {
  const question = await readQuestion(connection, id);
  if (!question) throw new Refusal("not_found");
  if (!mayBecome(question.state, state)) {
    const values = { who: question.decidedBy ?? "" };
    throw new Refusal("conflict", { reason: "knowledge.question_settled", values });
  }
  return question;
}

async function viewOf(connection: Connection, id: string): Promise<OpenQuestion> {
  const row = await readQuestion(connection, id);
  const [view] = await viewsOf(connection, row ? [row] : []);
  if (!view) throw new Error(`the question ${id} went away while it was decided`);
  return view;
}

async function viewsOf(connection: Connection, rows: readonly QuestionRow[]): Promise<OpenQuestion[]> {
  const slugs = rows.flatMap(({ article, suggested }) => article ?? suggested ?? []);
  const titleOf = await articleTitles(connection, [...new Set(slugs)]);
  return rows.map((row) => {
    const { wording: _wording, suggested, article = suggested, ...same } = row;
    return {
      ...same,
      offered: [...row.offered],
      article: article ? { slug: article, question: titleOf(article, row.locale) ?? article } : undefined,
    };
  });
}

const cursorOf = ({ times, lastAt, id }: QuestionPlace) =>
  Buffer.from(JSON.stringify([times, lastAt, id])).toString("base64url");

/** @throws Refusal `invalid` for what no page ever gave */
function placeOf(cursor: string): QuestionPlace {
  const [, times, lastAt, id] =
    /^\[(\d+),"([^"]+)","([^"]+)"\]$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (!times || !lastAt || !id) {
    throw new Refusal("invalid", { reason: "knowledge.bad_cursor", field: "cursor" });
  }
  return { times: Number(times), lastAt, id };
}
