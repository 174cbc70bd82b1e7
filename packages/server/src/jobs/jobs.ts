import { AsyncResource } from "node:async_hooks";
import type { Connection, Database, JobTable } from "../storage/index.ts";
import { DONE_KEPT_MS, LEASE_MS, waitAfter } from "./rules.ts";
import { addJob, claimJob, dueJobs, finishJob, forgetDoneBefore, putOffJob } from "./store.ts";

const LOOK_EVERY_MS = 1_000;
const AT_ONCE = 20;

/** Must be idempotent: after a crash, or when it throws, it is run again. */
type JobHandler = (payload: unknown) => Promise<void>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export interface Jobs {
  /**
   * Writes the job down in the caller's own write, so that both are there or neither.
   *
   * @param payload goes through JSON
   */
  add(connection: Connection, kind: string, payload: unknown, runAt: Date): Promise<void>;
  /** Says who does the jobs of these kinds; each kind once. */
  handle(handlers: JobHandlers): void;
  /** Runs what is due and goes on looking. What an earlier process left undone is taken up too. */
  start(): void;
  /** Runs what is due now and says how many ran, well or not. */
  runDue(): Promise<number>;
  /** Ends after the job that is being done. */
  stop(): Promise<void>;
}

interface JobParts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly log: { error(details: object, message: string): void };
}

/** The outbox: what has to happen after a write, retried until it has. */
export function createJobs({ database, clock, newId, log }: JobParts): Jobs {
  const handlers = new Map<string, JobHandler>();
  let running: Promise<number> | undefined;
  const stopping = new AbortController();
  let looking: NodeJS.Timeout | undefined;

  const later = (ms: number) => new Date(clock().getTime() + ms);

  async function run(job: JobTable): Promise<boolean> {
    const handler = handlers.get(job.kind);
    if (!handler || !(await database.write((db) => claimJob(db, job, later(LEASE_MS))))) return false;
    try {
      await handler(JSON.parse(job.payload));
      await database.write((db) => finishJob(db, job.id, clock()));
    } catch (error) {
      const attempts = job.attempts + 1;
      log.error(
        { err: error, job: job.id, kind: job.kind, attempts },
        "a job failed and is tried again later",
      );
      const reason = String(error).slice(0, 500);
      await database.write((db) => putOffJob(db, job.id, later(waitAfter(attempts)), reason));
    }
    return true;
  }

  async function runAllDue(): Promise<number> {
    let ran = 0;
    while (!stopping.signal.aborted && handlers.size > 0) {
      const due = await dueJobs(database.read, [...handlers.keys()], clock(), AT_ONCE);
      let progress = false;
      for (const job of due) {
        if (stopping.signal.aborted || !(await run(job))) continue;
        progress = true;
        ran += 1;
      }
      if (!progress) break;
    }
    return ran;
  }

  function runDue(): Promise<number> {
    running ??= runAllDue().finally(() => {
      running = undefined;
    });
    return running;
  }

  /** The outbox outlives a database that refuses for a while. */
  const look = () =>
    void runDue().catch((error: unknown) => log.error({ err: error }, "the outbox could not be read"));

  /** Bound, since it is asked for inside a write: its own writes stand behind that one, and so after its commit. */
  const lookAfterCommit = AsyncResource.bind(() => {
    if (looking && !stopping.signal.aborted)
      void database.write(async () => undefined).then(look, () => undefined);
  });

  return {
    async add(connection, kind, payload, runAt) {
      await addJob(connection, {
        id: newId(),
        kind,
        payload: JSON.stringify(payload),
        run_at: runAt.toISOString(),
      });
      lookAfterCommit();
    },
    handle(more) {
      for (const [kind, handler] of Object.entries(more)) {
        if (handlers.has(kind)) throw new Error(`two handlers for jobs of kind ${kind}`);
        handlers.set(kind, handler);
      }
    },
    start() {
      looking = setInterval(look, LOOK_EVERY_MS).unref();
      void database
        .write((db) => forgetDoneBefore(db, later(-DONE_KEPT_MS)))
        .catch((error: unknown) => log.error({ err: error }, "done jobs could not be forgotten"));
      look();
    },
    runDue,
    async stop() {
      stopping.abort();
      clearInterval(looking);
      await running?.catch(() => undefined);
    },
  };
}
