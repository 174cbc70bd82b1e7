import { type CannedText, type HandlersOf, type Locale, type Operations, Refusal } from "@veche/protocol";
import { changesBetween } from "../../act-details.ts";
import { describeAct } from "../../acts.ts";
import type { CannedTextTable } from "../../storage/index.ts";
import type { ConversationPorts } from "./ports.ts";

type CannedOperations = Pick<
  HandlersOf<Operations["conversations"]>,
  "cannedTexts" | "saveCannedText" | "dropCannedText"
>;

const viewOf = (row: CannedTextTable): CannedText => ({
  id: row.id,
  title: row.title,
  text: row.text,
  locale: row.locale as Locale,
  ...(row.department ? { department: row.department } : {}),
  changedAt: row.changed_at,
  changedBy: row.changed_by,
});

const words = ({ title, text, locale, department }: CannedTextTable) => ({
  title,
  text,
  locale,
  department,
});

/** Texts that operators send often; their variables are filled where the conversation is known. */
export function createCannedTexts({ database, clock }: ConversationPorts): CannedOperations {
  return {
    async cannedTexts() {
      const rows = await database.read
        .selectFrom("canned_text")
        .selectAll()
        .orderBy("title")
        .orderBy("id")
        .execute();
      return { items: rows.map(viewOf) };
    },

    saveCannedText: ({ id, title, text, locale, department }, { staff }) =>
      database.write(async (db) => {
        const row: CannedTextTable = {
          id,
          title,
          text,
          locale,
          department: department ?? null,
          changed_at: clock().toISOString(),
          changed_by: staff.name,
        };
        const { id: _same, ...changed } = row;
        const before = await db.selectFrom("canned_text").selectAll().where("id", "=", id).executeTakeFirst();
        describeAct({ subject: title, detail: changesBetween(before && words(before), words(row)) });
        await db
          .insertInto("canned_text")
          .values(row)
          .onConflict((conflict) => conflict.column("id").doUpdateSet(changed))
          .execute();
        return { text: viewOf(row) };
      }),

    dropCannedText: ({ id }) =>
      database.write(async (db) => {
        const gone = await db
          .deleteFrom("canned_text")
          .where("id", "=", id)
          .returning("title")
          .executeTakeFirst();
        if (!gone) throw new Refusal("not_found");
        describeAct({ subject: gone.title });
        return {};
      }),
  };
}
