import type { Connection } from "../../storage/index.ts";
import {
  ImportRefused,
  type ImportReport,
  readSheet,
  type SheetProblem,
  type SheetRow,
  type SheetText,
} from "../../sheets/index.ts";
import type { DraftArticle, SheetArticle } from "./records.ts";
import { articleSheet, completed, sameContent } from "./sheet.ts";
import {
  addVersion,
  type Author,
  bumpKnowledge,
  readDrafts,
  setPublished,
  setTestQuestions,
} from "./store.ts";

/** Articles that were read and found right, ready to be written in one step. */
export interface PreparedArticles {
  readonly warnings: readonly SheetProblem[];
  readonly articles: readonly SheetArticle[];
  /** Writes what differs as a new, published version; what it did is counted as it does it. */
  apply(connection: Connection, author: Author): Promise<ImportReport>;
}

/**
 * Reads an articles' file. Articles that the file doesn't have stay as they are.
 *
 * @param departments slugs of the hotlines; one that isn't there is told, since the answer stands without it
 * @throws ImportRefused with every mistake of the file
 */
export function prepareArticles(csv: SheetText, departments: ReadonlySet<string>): PreparedArticles {
  const { rows, problems } = readSheet(csv, articleSheet);
  if (problems.length > 0)
    throw new ImportRefused(problems.map((problem) => ({ sheet: "articles", ...problem })));
  const warnings = rows.flatMap((row) => departmentWarning(row, departments));
  return {
    warnings,
    articles: rows.map(({ row }) => row),
    async apply(connection, author) {
      const counts = { added: 0, changed: 0, unchanged: 0 };
      const known = new Map((await readDrafts(connection)).map((draft) => [articleSheet.key(draft), draft]));
      for (const { row } of rows)
        counts[await take(connection, row, known.get(articleSheet.key(row)), author)] += 1;
      await bumpKnowledge(connection);
      return { ...counts, removed: 0, warnings };
    },
  };
}

async function take(
  connection: Connection,
  read: SheetArticle,
  draft: DraftArticle | undefined,
  author: Author,
): Promise<"added" | "changed" | "unchanged"> {
  const row = completed(read, draft);
  const asked = row.testQuestions;
  const keepsQuestions =
    asked === undefined || JSON.stringify(asked) === JSON.stringify(draft?.testQuestions ?? []);
  if (draft && sameContent(draft, row)) {
    if (!keepsQuestions) await setTestQuestions(connection, row, asked);
    if (draft.publishedVersion === draft.version) return keepsQuestions ? "unchanged" : "changed";
    await setPublished(connection, row, draft.version, author);
    return "changed";
  }
  const version = (draft?.version ?? 0) + 1;
  await addVersion(connection, row, version, author);
  await setPublished(connection, row, version, author);
  if (!keepsQuestions) await setTestQuestions(connection, row, asked);
  return draft ? "changed" : "added";
}

function departmentWarning(
  { line, row }: SheetRow<SheetArticle>,
  departments: ReadonlySet<string>,
): SheetProblem[] {
  const slug = row.department;
  if (slug === "" || departments.has(slug)) return [];
  return [{ sheet: "articles", line, column: "department", reason: "unknown_department", values: { slug } }];
}
