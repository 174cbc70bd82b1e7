import { z } from "zod";
import type { JobHandlers } from "../../../jobs/index.ts";
import type { Connection } from "../../../storage/index.ts";
import type { CampaignParts } from "../parts.ts";
import { removeAll } from "./keep.ts";
import { ownedKeys } from "./store.ts";

const ERASE = "campaigns.erase-files";
/** A file this young may belong to an entry that is just being stored. */
const ORPHAN_AFTER_MS = 60 * 60_000;
/** Other rooms have areas of their own. */
const AREAS = ["originals/", "media/", "documents/"];
const KEYS_AT_ONCE = 200;

const payload = z.object({ keys: z.array(z.string()) });

/** Files that no entry has any more are erased through the outbox, so that a crash can't keep one. */
export function createErasure({ database, blobs, clock, jobs, log }: CampaignParts) {
  const handlers: JobHandlers = {
    [ERASE]: async (job) => removeAll(blobs, payload.parse(job).keys),
  };

  return {
    jobs: handlers,
    /** Within the write that takes the files from their entry. */
    eraseLater: (db: Connection, keys: readonly string[]) => jobs.add(db, ERASE, { keys }, clock()),

    /**
     * Removes files that a process stored and then died before its entry was written.
     *
     * @returns how many were removed
     */
    sweepOrphans: async (): Promise<number> => {
      const before = clock().getTime() - ORPHAN_AFTER_MS;
      let removed = 0;
      let old: string[] = [];
      const sweep = async () => {
        const owned = old.length > 0 ? await ownedKeys(database.read, old) : new Set<string>();
        const orphans = old.filter((key) => !owned.has(key));
        await removeAll(blobs, orphans);
        removed += orphans.length;
        old = [];
      };
      for (const area of AREAS) {
        for await (const { key, storedAt } of blobs.list(area)) {
          if (storedAt.getTime() < before) old.push(key);
          if (old.length >= KEYS_AT_ONCE) await sweep();
        }
      }
      await sweep();
      if (removed > 0) log.info({ removed }, "removed files that no entry has");
      return removed;
    },
  };
}
