import type { Connection, JobTable } from "../storage/index.ts";

export const addJob = (db: Connection, job: Pick<JobTable, "id" | "kind" | "payload" | "run_at">) =>
  db
    .insertInto("job")
    .values({ ...job, attempts: 0, last_error: null, done_at: null })
    .execute();

export const dueJobs = (db: Connection, kinds: readonly string[], now: Date, limit: number) =>
  db
    .selectFrom("job")
    .selectAll()
    .where("done_at", "is", null)
    .where("run_at", "<=", now.toISOString())
    .where("kind", "in", kinds)
    .orderBy("run_at")
    .limit(limit)
    .execute();

/** Moves the job out of everyone else's sight until the lease ends; false when another had it first. */
export async function claimJob(db: Connection, job: JobTable, leaseEnds: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("job")
    .set({ run_at: leaseEnds.toISOString(), attempts: job.attempts + 1 })
    .where("id", "=", job.id)
    .where("run_at", "=", job.run_at)
    .where("attempts", "=", job.attempts)
    .where("done_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export const finishJob = (db: Connection, id: string, now: Date) =>
  db.updateTable("job").set({ done_at: now.toISOString(), last_error: null }).where("id", "=", id).execute();

export const putOffJob = (db: Connection, id: string, until: Date, error: string) =>
  db
    .updateTable("job")
    .set({ run_at: until.toISOString(), last_error: error })
    .where("id", "=", id)
    .execute();

export const forgetDoneBefore = (db: Connection, before: Date) =>
  db.deleteFrom("job").where("done_at", "<", before.toISOString()).execute();
