import { z } from "zod";
import { BadSetting } from "../config.ts";
import type { Secrets } from "../secret.ts";
import type { Database } from "../storage/index.ts";

const NAME = "processes.secret";
const MARKED_EVERY_MS = 15_000;
/** After this a process that said nothing is taken for ended, and the secret may be a new one. */
const BELIEVED_MS = 45_000;

const mark = z.object({ mark: z.string(), at: z.iso.datetime() });

export interface SharedSecretParts {
  readonly database: Pick<Database, "write">;
  readonly secrets: Pick<Secrets, "keyFor">;
  readonly clock: () => Date;
}

/**
 * Keeps a mark of the secret in the database that several processes share: with another secret a
 * process could open none of the others' sessions and tokens, and residents would lose their
 * conversations without a word.
 */
export function createSharedSecret({ database, secrets, clock }: SharedSecretParts) {
  const own = secrets.keyFor("mark of the secret");
  let marking: NodeJS.Timeout | undefined;

  /** @returns whether no other process is at work with another secret */
  const leaveMark = () =>
    database.write(async (db) => {
      const row = await db.selectFrom("setting").select("value").where("name", "=", NAME).executeTakeFirst();
      const left = row && mark.parse(JSON.parse(row.value));
      const alive = left !== undefined && clock().getTime() - Date.parse(left.at) < BELIEVED_MS;
      if (alive && left.mark !== own) return false;
      const value = JSON.stringify({ mark: own, at: clock().toISOString() });
      await db
        .insertInto("setting")
        .values({ name: NAME, value })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
        .execute();
      return true;
    });

  return {
    /**
     * Says from now on that this process is at work.
     *
     * @throws BadSetting where another process is, with another secret
     */
    async start(trouble: (error: unknown) => void): Promise<void> {
      if (!(await leaveMark())) {
        throw new BadSetting(
          "VECHE_SECRET differs from that of another process at this database: set the same one for all, or stop them for a minute to change it",
        );
      }
      marking = setInterval(() => void leaveMark().catch(trouble), MARKED_EVERY_MS);
      marking.unref();
    },

    stop: () => clearInterval(marking),
  };
}
