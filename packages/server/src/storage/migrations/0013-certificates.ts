import type { Kysely } from "kysely";
import { index, table } from "./table.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    "certificate",
    {
      number: "text",
      campaign: "text",
      entry_id: "text",
      kind: "text",
      award: "text",
      name: "text?",
      file: "text?",
      issued_at: "text",
    },
    ["number"],
    [["entry_id", "kind", "award"]],
  );
  await index(db, "certificate", ["campaign", "kind"]);
}
