import { randomBytes } from "node:crypto";
import type { Connection, Database } from "./storage/index.ts";

const NAME = "networks.key";
const DAY_MS = 86_400_000;
const KEY_BYTES = 32;

/** What a network is kept for: counting ends with the day; a block, with its term. */
export type NetworkUse = "counting" | "blocks";

/** The day whose keys are in use: `2026-11-24`, by UTC. */
export const networkDay = (now: Date): string => now.toISOString().slice(0, 10);

const nameOf = (use: NetworkUse, day: string) => `${NAME}.${use}.${day}`;

export interface NetworkKeysParts {
  readonly database: Pick<Database, "write">;
  readonly clock: () => Date;
}

/**
 * The keys of networks' hashes, made at random for each day and use. All processes share them through the database; a
 * key that has gone from it can't be had again from anything, and what was hashed with it tells nothing any more.
 */
export function createNetworkKeys({ database, clock }: NetworkKeysParts) {
  let keys: ReadonlyMap<string, string> = new Map();

  return {
    /** Undefined for a day whose key has gone, or has not been made. */
    of: (use: NetworkUse, day: string): string | undefined => keys.get(nameOf(use, day)),

    /**
     * Makes today's keys and tomorrow's, and erases all others.
     *
     * @param heldDays says, in the same unit, by which earlier days' keys blocks that hold know their networks
     */
    async renew(heldDays: (db: Connection) => Promise<readonly string[]>): Promise<void> {
      const now = clock();
      const days = [now, new Date(now.getTime() + DAY_MS)].map(networkDay);
      const inUse = days.flatMap((day) => [nameOf("counting", day), nameOf("blocks", day)]);
      const rows = await database.write(async (db) => {
        const held = await heldDays(db);
        await db
          .deleteFrom("setting")
          .where("name", "like", `${NAME}.%`)
          .where("name", "not in", [...inUse, ...held.map((day) => nameOf("blocks", day))])
          .execute();
        await db
          .insertInto("setting")
          .values(inUse.map((name) => ({ name, value: randomBytes(KEY_BYTES).toString("base64url") })))
          .onConflict((conflict) => conflict.column("name").doNothing())
          .execute();
        return db.selectFrom("setting").selectAll().where("name", "like", `${NAME}.%`).execute();
      });
      keys = new Map(rows.map(({ name, value }) => [name, value]));
    },
  };
}

export type NetworkKeys = ReturnType<typeof createNetworkKeys>;
