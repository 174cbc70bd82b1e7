import { type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import type { CampaignParts } from "../parts.ts";
import { entriesByIds } from "./store.ts";

/** A look is told again every few seconds; one that was not has ended. */
const LOOK_MS = 20_000;

/** Who of the moderators looks at which entry, so that two don't decide on it at once. */
export function createLooking({
  database,
  clock,
}: CampaignParts): Pick<HandlersOf<Operations["campaigns"]>, "lookAt"> {
  return {
    async lookAt({ id, looking }, { staff }) {
      if ((await entriesByIds(database.read, [id])).length === 0)
        throw new Refusal("not_found", { reason: "campaigns.no_entry" });
      const now = clock();
      const since = new Date(now.getTime() - LOOK_MS).toISOString();
      await database.write(async (db) => {
        await db.deleteFrom("entry_look").where("staff_id", "=", staff.id).execute();
        await db.deleteFrom("entry_look").where("at", "<", since).execute();
        if (!looking) return;
        const look = { entry_id: id, staff_id: staff.id, at: now.toISOString() };
        await db.insertInto("entry_look").values(look).execute();
      });
      const others = await database.read
        .selectFrom("entry_look")
        .innerJoin("user", "user.id", "entry_look.staff_id")
        .select("user.name")
        .where("entry_id", "=", id)
        .where("staff_id", "!=", staff.id)
        .where("at", ">=", since)
        .orderBy("user.name")
        .execute();
      return { others: others.map(({ name }) => name) };
    },
  };
}
