import type { HandlersOf, Operations } from "@veche/protocol";
import { detailOf } from "../../act-details.ts";
import { describeAct } from "../../acts.ts";
import {
  createImportDesk,
  readSheetFileAside,
  SHEET_FILES,
  writeSheet,
  writeWorkbook,
} from "../../sheets/index.ts";
import type { Database } from "../../storage/index.ts";
import { prepareArticles } from "./imports.ts";
import { articleSheet, completed, sameContent } from "./sheet.ts";
import { knowledgeRevision, readDrafts } from "./store.ts";

export interface FilesParts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly departments: () => ReadonlySet<string>;
  /** Resolves once questions are answered from what is published now. */
  readonly rebuild: () => Promise<void>;
}

type Files = Pick<
  HandlersOf<Operations["knowledge"]>,
  "exportFile" | "readArticleFile" | "articleImport" | "takeArticles"
>;

/** Articles out to a file, and in from one: first what it would change, then all of it. */
export function createFiles({ database, clock, newId, departments, rebuild }: FilesParts): Files {
  let revision = "";
  const desk = createImportDesk({ clock, newId, revision: () => revision });

  return {
    async exportFile({ format }) {
      const drafts = await readDrafts(database.read);
      return {
        contentType: SHEET_FILES[format],
        body:
          format === "csv"
            ? `\uFEFF${writeSheet(drafts, articleSheet)}`
            : await writeWorkbook(drafts, articleSheet),
        headers: { "Content-Disposition": `attachment; filename="articles.${format}"` },
      };
    },

    readArticleFile: async ({ upload }, { staff, locale }) => ({
      import: await desk.read("articles", staff.id, locale, async () => {
        const prepared = prepareArticles(await readSheetFileAside(upload.path), departments());
        const readAt = await knowledgeRevision(database);
        const known = new Map((await readDrafts(database.read)).map((it) => [articleSheet.key(it), it]));
        const changes = prepared.articles.flatMap((row): { key: string; kind: "added" | "changed" }[] => {
          const key = articleSheet.key(row);
          const draft = known.get(key);
          if (!draft) return [{ key, kind: "added" }];
          const same = sameContent(draft, completed(row, draft)) && draft.publishedVersion === draft.version;
          return same ? [] : [{ key, kind: "changed" }];
        });
        const added = changes.filter(({ kind }) => kind === "added").length;
        const changed = changes.length - added;
        return {
          counts: { added, changed, removed: 0, unchanged: prepared.articles.length - changes.length },
          warnings: prepared.warnings,
          changes,
          revision: readAt,
          async apply(progress) {
            const author = { name: staff.name, at: clock().toISOString() };
            await database.write((connection) => prepared.apply(connection, author));
            progress(1, 1);
            await rebuild();
          },
        };
      }),
    }),

    articleImport: async ({ id }, { staff }) => ({ import: desk.at(id, staff.id) }),

    async takeArticles({ id }, { staff }) {
      const { counts } = desk.at(id, staff.id);
      describeAct({ subject: "articles", detail: detailOf({ facts: { ...counts } }) });
      revision = await knowledgeRevision(database);
      return { import: await desk.apply(id, staff.id) };
    },
  };
}
