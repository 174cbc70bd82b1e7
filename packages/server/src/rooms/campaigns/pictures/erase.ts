import { z } from "zod";
import type { JobHandlers } from "../../../jobs/index.ts";
import { removeAll, removeOrphans } from "../../../storage/blobs/index.ts";
import type { Connection } from "../../../storage/index.ts";
import type { CampaignParts } from "../parts.ts";
import { ownedKeys } from "./store.ts";

const ERASE = "campaigns.erase-files";
/** Other rooms have areas of their own. */
const AREAS = ["originals", "media", "documents"] as const;

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
      const removed = await removeOrphans(blobs, AREAS, clock(), (keys) => ownedKeys(database.read, keys));
      if (removed > 0) log.info({ removed }, "removed files that no entry has");
      return removed;
    },
  };
}
