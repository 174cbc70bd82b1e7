import {
  type ArticleDraft,
  type Handler,
  MOST_PHRASINGS,
  type Operations,
  Refusal,
  type StaffMember,
} from "@veche/protocol";
import type { Connection, Database } from "../../storage/index.ts";
import type { ArticleId, ArticleRow, DraftArticle } from "./records.ts";
import { hasPhrasing } from "./rules.ts";
import { addVersion, bumpKnowledge, readDrafts, readVersions, recordAct, setPublished } from "./store.ts";
import { mentions, staffView, versionView } from "./views.ts";

export interface EditingParts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** The city's calendar day. */
  readonly today: () => string;
  readonly departments: () => ReadonlySet<string>;
  /** Resolves once questions are answered from what is published now. */
  readonly rebuild: () => Promise<void>;
}

export type Editing = ReturnType<typeof createEditing>;

/** Articles with their drafts: every save is a version, and publishing picks the latest. */
export function createEditing(parts: EditingParts) {
  const { database, clock, newId, today, departments, rebuild } = parts;

  const authorOf = ({ name }: { name: string }) => ({ name, at: clock().toISOString() });

  async function record(connection: Connection, staff: StaffMember, action: string, subject: string) {
    await recordAct(connection, {
      id: newId(),
      at: clock().toISOString(),
      staffId: staff.id,
      action,
      subject,
    });
  }

  /** @throws Refusal `invalid` for a department that the directory doesn't have */
  function rowOf(slug: string, draft: ArticleDraft): ArticleRow {
    const { department = "" } = draft;
    if (department && !departments().has(department)) {
      throw new Refusal("invalid", {
        reason: "knowledge.unknown_department",
        field: "department",
        values: { department },
      });
    }
    return { ...draft, slug, department, updated: draft.updated ?? today() };
  }

  /** Adds the version after the one that was seen. @throws Refusal `conflict` when another is there already */
  async function addDraft(
    connection: Connection,
    staff: StaffMember,
    row: ArticleRow,
    expectedVersion: number,
  ): Promise<DraftArticle> {
    const [current] = await readDrafts(connection, row);
    refuseStale(current, row.slug, expectedVersion);
    await addVersion(connection, row, expectedVersion + 1, authorOf(staff));
    await record(connection, staff, "article.save", nameOf(row));
    return openDraft(connection, row);
  }

  /** The draft with one more phrasing, as a new version; as it is where it has that already. */
  async function addPhrasing(
    connection: Connection,
    staff: StaffMember,
    draft: DraftArticle,
    phrasing: string,
  ): Promise<DraftArticle> {
    if (hasPhrasing(draft, phrasing)) return draft;
    if (draft.alternatives.length >= MOST_PHRASINGS) {
      throw new Refusal("conflict", {
        reason: "knowledge.too_many_phrasings",
        values: { limit: MOST_PHRASINGS },
      });
    }
    const row = { ...draft, alternatives: [...draft.alternatives, phrasing] };
    return addDraft(connection, staff, row, draft.version);
  }

  const drafts: Handler<Operations["knowledge"]["drafts"]> = async ({ query, locale }) => {
    const words = query?.trim().toLowerCase() ?? "";
    const all = await readDrafts(database.read, locale ? { locale } : {});
    return { items: all.filter((draft) => mentions(draft, words)).map(staffView) };
  };

  const draft: Handler<Operations["knowledge"]["draft"]> = async ({ slug, locale }) => ({
    article: staffView(await openDraft(database.read, { slug, locale })),
  });

  const versions: Handler<Operations["knowledge"]["versions"]> = async ({ slug, locale, before, limit }) => {
    await openDraft(database.read, { slug, locale });
    const read = await readVersions(database.read, { slug, locale }, { before, limit });
    return { items: read.map((version) => versionView({ ...version, locale })) };
  };

  const save: Handler<Operations["knowledge"]["save"]> = async (input, { staff }) => {
    const { slug, expectedVersion, ...content } = input;
    const row = rowOf(slug, content);
    const saved = await database.write((connection) => addDraft(connection, staff, row, expectedVersion));
    return { article: staffView(saved) };
  };

  const publish: Handler<Operations["knowledge"]["publish"]> = async (input, { staff }) => {
    const article = await database.write(async (connection) => {
      const current = await openDraft(connection, input);
      if (input.expectedVersion !== undefined) refuseStale(current, input.slug, input.expectedVersion);
      const past = (["expires", "reviewOn"] as const).find(
        (field) => current[field] && current[field] < today(),
      );
      if (past) {
        const reason = past === "expires" ? "knowledge.expired" : "knowledge.review_passed";
        throw new Refusal("invalid", { reason, field: past, values: { day: current[past] } });
      }
      await setPublished(connection, input, current.version, authorOf(staff));
      await record(connection, staff, "article.publish", nameOf(input));
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
      await record(connection, staff, "article.unpublish", nameOf(input));
      await bumpKnowledge(connection);
      return openDraft(connection, input);
    });
    await rebuild();
    return { article: staffView(article) };
  };

  return {
    operations: { drafts, draft, versions, save, publish, unpublish },
    authorOf,
    record,
    rowOf,
    addDraft,
    addPhrasing,
  };
}

export const nameOf = ({ slug, locale }: ArticleId) => `${slug} (${locale})`;

/** @throws Refusal `not_found` */
export async function openDraft(connection: Connection, { slug, locale }: ArticleId): Promise<DraftArticle> {
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
