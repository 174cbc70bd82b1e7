import {
  type ConversationView,
  conversationFilter,
  type HandlersOf,
  type Operations,
  Refusal,
} from "@veche/protocol";
import { describeAct } from "../../../acts.ts";
import type { Connection, ConversationViewTable } from "../../../storage/index.ts";
import type { ConversationPorts } from "../ports.ts";

type ViewOperations = Pick<HandlersOf<Operations["conversations"]>, "views" | "saveView" | "dropView">;

const viewOf = (row: ConversationViewTable, me: string): ConversationView => ({
  id: row.id,
  name: row.name,
  filter: conversationFilter.parse(JSON.parse(row.filter)),
  shared: row.shared === 1,
  own: row.owner_id === me,
});

/** Filters kept under a name: one's own, and those that are shared with all. */
export function createViews({ database, clock }: ConversationPorts): ViewOperations {
  const one = (db: Connection, id: string) =>
    db.selectFrom("conversation_view").selectAll().where("id", "=", id).executeTakeFirst();

  return {
    async views(_input, { staff }) {
      const rows = await database.read
        .selectFrom("conversation_view")
        .selectAll()
        .where((it) => it.or([it("owner_id", "=", staff.id), it("shared", "=", 1)]))
        .orderBy("name")
        .orderBy("id")
        .execute();
      return { items: rows.map((row) => viewOf(row, staff.id)) };
    },

    saveView: ({ id, name, filter, shared }, { staff }) =>
      database.write(async (db) => {
        const before = await one(db, id);
        if (before && before.owner_id !== staff.id) throw new Refusal("forbidden");
        const row: ConversationViewTable = {
          id,
          owner_id: staff.id,
          name,
          filter: JSON.stringify(filter),
          shared: shared ? 1 : 0,
          changed_at: clock().toISOString(),
        };
        const { id: _same, ...changed } = row;
        describeAct({ subject: name });
        await db
          .insertInto("conversation_view")
          .values(row)
          .onConflict((conflict) => conflict.column("id").doUpdateSet(changed))
          .execute();
        return { view: viewOf(row, staff.id) };
      }),

    dropView: ({ id }, { staff }) =>
      database.write(async (db) => {
        const before = await one(db, id);
        if (!before) throw new Refusal("not_found");
        if (before.owner_id !== staff.id && staff.role !== "admin") throw new Refusal("forbidden");
        describeAct({ subject: before.name });
        await db.deleteFrom("conversation_view").where("id", "=", id).execute();
        return {};
      }),
  };
}
