import {
  type ArticleDraft,
  type Handler,
  type Locale,
  type Operations,
  Refusal,
  type TestResult,
  type TrialFinding,
} from "@veche/protocol";
import type { Database } from "../../storage/index.ts";
import { type Approved, entryOf, findingOf, idOf } from "./approved.ts";
import { type Editing, openDraft } from "./editing.ts";
import type { RankingDesk } from "./ranking/ranking-desk.ts";
import type { Loadable } from "./ranking/ranking-thread.ts";
import type { ApprovedArticle, ArticleId, ArticleRow, Finding } from "./records.ts";
import { standingOn } from "./rules.ts";
import { readDrafts, readTestQuestions, setTestQuestions } from "./store.ts";
import { findingView } from "./views.ts";

/** So many articles beside the draft have their test questions run with its own. */
const NEIGHBOURS = 5;

export interface TrialParts {
  readonly database: Database;
  readonly desk: RankingDesk;
  readonly editing: Editing;
  readonly approved: () => Approved;
  /** Finds as residents' questions are found. */
  readonly find: (text: string, options: { locale?: Locale }) => Promise<Finding>;
}

/** What publishing a draft would do, before it is done. Nothing here changes what residents get. */
export function createTrials({ database, desk, editing, approved, find }: TrialParts) {
  /** The article as it would be published. @throws Refusal `not_found` where it is neither sent nor stored */
  async function draftOf(input: ArticleId & { draft?: ArticleDraft }): Promise<ArticleRow> {
    const { slug, locale, draft } = input;
    return draft ? editing.rowOf(slug, { ...draft, locale }) : openDraft(database.read, { slug, locale });
  }

  /** What residents would be answered from if the draft were published. */
  function afterPublishing(draft: ArticleRow) {
    const { all, revision, day } = approved();
    const published: ApprovedArticle = { ...draft, version: 0, ...standingOn(draft, day) };
    const others = all.filter((article) => idOf(article) !== idOf(draft));
    const articles = [...others, published];
    const { question, alternatives, answer, topic } = draft;
    const index: Loadable = {
      name: JSON.stringify(["draft", revision, idOf(draft), question, alternatives, answer, topic]),
      size: articles.length,
      entries: () => articles.map(entryOf),
    };
    const byId = new Map(articles.map((article) => [idOf(article), article]));
    return async (texts: readonly string[], locale?: Locale): Promise<Finding[]> => {
      const options = locale ? { locale } : {};
      const rankings = await desk.tryOut(
        index,
        texts.map((text) => ({ text, options })),
      );
      return rankings.map((ranking) => findingOf(ranking, byId));
    };
  }

  const tryQuestion: Handler<Operations["knowledge"]["tryQuestion"]> = async ({ question, locale }) =>
    findingView(await find(question, locale ? { locale } : {}));

  const tryDraft: Handler<Operations["knowledge"]["tryDraft"]> = async (input): Promise<TrialFinding> => {
    const [finding] = await afterPublishing(await draftOf(input))([input.question], input.locale);
    if (!finding) throw new Error("a question was ranked without a ranking");
    return findingView(finding);
  };

  const alikeArticles: Handler<Operations["knowledge"]["alikeArticles"]> = async (input) => {
    const draft = await draftOf(input);
    const others = await readDrafts(database.read, { locale: input.locale });
    const items = await desk.alike(
      comparable(draft),
      others.filter(({ slug }) => slug !== draft.slug).map(comparable),
    );
    return { items: [...items] };
  };

  const testQuestions: Handler<Operations["knowledge"]["testQuestions"]> = async ({ slug, locale }) => {
    const [found] = await readTestQuestions(database.read, [slug], locale);
    if (!found) throw new Refusal("not_found");
    return { questions: [...found.questions] };
  };

  const saveTestQuestions: Handler<Operations["knowledge"]["saveTestQuestions"]> = (input, { staff }) =>
    database.write(async (connection) => {
      const { slug, locale } = await openDraft(connection, input);
      const questions = [...new Set(input.questions)];
      await setTestQuestions(connection, { slug, locale }, questions);
      await editing.record(connection, staff, "article.test-questions", `${slug} (${locale})`);
      return { questions };
    });

  const runTestQuestions: Handler<Operations["knowledge"]["runTestQuestions"]> = async (input) => {
    const { locale } = input;
    const draft = await draftOf(input);
    const { ranked } = await approved().find(draft.question, { locale, limit: NEIGHBOURS });
    const slugs = new Set([draft.slug, ...ranked.map(({ article }) => article.slug)]);
    const tests = (await readTestQuestions(database.read, [...slugs], locale)).flatMap(
      ({ slug, questions }) => questions.map((question) => ({ slug, question })),
    );
    const after = await afterPublishing(draft)(
      tests.map(({ question }) => question),
      locale,
    );
    const items: TestResult[] = [];
    for (const [at, { slug, question }] of tests.entries()) {
      // One after another, so that residents' questions come in between.
      const now = testOutcome(await approved().find(question, { locale, limit: 1 }));
      const afterwards = testOutcome(after[at]);
      items.push({
        question,
        slug,
        now,
        afterPublishing: afterwards,
        goesElsewhere: afterwards.slug !== slug,
      });
    }
    return { items };
  };

  return { tryQuestion, tryDraft, alikeArticles, testQuestions, saveTestQuestions, runTestQuestions };
}

const comparable = ({ slug, question, answer }: ArticleRow) => ({ slug, question, answer });

const testOutcome = (finding: Finding | undefined) => ({
  outcome: finding?.outcome ?? ("operator" as const),
  slug: finding?.ranked[0]?.article.slug,
  title: finding?.ranked[0]?.article.question,
});
