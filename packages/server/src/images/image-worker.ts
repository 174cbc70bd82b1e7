import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { giveWay } from "../give-way.ts";
import type { PictureJob, ProcessedImage } from "./make-picture.ts";
import { residentMemory } from "./resident-memory.ts";
import type { PictureFault } from "./rules.ts";
import type { WorkerMessage } from "./worker.ts";

const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));
const START_WITHIN_MS = 20_000;
const WATCH_EVERY_MS = 100;
const STDERR_KEPT = 2_000;
const MB = 1024 * 1024;

export interface WorkerLimits {
  readonly memoryLimitBytes: number;
  readonly timeLimitMs: number;
}

export type WorkerOutcome =
  | { readonly kind: "done"; readonly picture: ProcessedImage; readonly rssBytes: number }
  | { readonly kind: "refused"; readonly fault: PictureFault; readonly rssBytes: number }
  /** The process was ended because of this job. */
  | { readonly kind: "overrun"; readonly limit: "memory" | "time" }
  /** The process ended without a word; perhaps not because of this job. */
  | { readonly kind: "crashed"; readonly how: string }
  /** The process ended before it saw the job. */
  | { readonly kind: "unstarted"; readonly how: string }
  /** A bug or a full disk: not the file's fault. */
  | { readonly kind: "failed"; readonly message: string };

/** One image process, which does one job at a time. */
export interface ImageWorker {
  readonly pid: number | undefined;
  readonly isAlive: () => boolean;
  readonly run: (job: PictureJob) => Promise<WorkerOutcome>;
  readonly kill: () => Promise<void>;
}

/** Forks an image process. It knows no secret: its environment is made here. */
export function startImageWorker(limits: WorkerLimits): ImageWorker {
  const child = fork(WORKER, [], {
    execArgv: ["--max-old-space-size=256", "--expose-gc"],
    env: {
      // Uploads of many sizes leave glibc's arenas fragmented: one, whose large pieces go back to the system.
      MALLOC_ARENA_MAX: "1",
      MALLOC_MMAP_THRESHOLD_: `${16 * MB}`,
      // What lies between is kept: asking for it anew costs a tenth of a picture's time.
      MALLOC_TRIM_THRESHOLD_: `${32 * MB}`,
      VIPS_CONCURRENCY: "1",
      VIPS_BLOCK_UNTRUSTED: "1",
      UV_THREADPOOL_SIZE: "2",
      ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
    },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  // Chats come first. Before the process makes threads, which take it over.
  if (child.pid !== undefined) giveWay(child.pid);
  let stderr = "";
  child.stderr
    ?.setEncoding("utf8")
    .on("data", (text: string) => (stderr = (stderr + text).slice(-STDERR_KEPT)));
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(`${signal ?? `exit code ${code}`} ${stderr}`.trim()));
  });
  const ready = readiness(child, ended);
  const isAlive = () => child.exitCode === null && child.signalCode === null && child.connected;

  return {
    pid: child.pid,
    isAlive,
    async run(job) {
      keepServerAlive(child, true);
      try {
        if (!(await ready)) return { kind: "unstarted", how: await ended };
        return await watched(child, ended, job, limits);
      } finally {
        keepServerAlive(child, false);
      }
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      child.ref();
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function readiness(child: ChildProcess, ended: Promise<string>): Promise<boolean> {
  const late = new AbortController();
  const timer = setTimeout(() => child.kill("SIGKILL"), START_WITHIN_MS);
  try {
    const first = await Promise.race([once(child, "message", { signal: late.signal }), ended]);
    return typeof first !== "string";
  } finally {
    clearTimeout(timer);
    late.abort();
  }
}

async function watched(
  child: ChildProcess,
  ended: Promise<string>,
  job: PictureJob,
  limits: WorkerLimits,
): Promise<WorkerOutcome> {
  const { promise, resolve } = Promise.withResolvers<WorkerOutcome>();
  const overrun = (limit: "memory" | "time") => {
    resolve({ kind: "overrun", limit });
    child.kill("SIGKILL");
  };
  const weigh = (rssBytes: number) => rssBytes > limits.memoryLimitBytes && overrun("memory");
  const onMessage = (message: WorkerMessage) => {
    if (message.kind === "memory") weigh(message.rssBytes);
    else if (message.kind !== "ready") resolve(message);
  };
  const memory = setInterval(() => void residentMemory(child.pid).then(weigh), WATCH_EVERY_MS);
  const clock = setTimeout(() => overrun("time"), limits.timeLimitMs);
  child.on("message", onMessage);
  void ended.then((how) => resolve({ kind: "crashed", how }));
  // A process that ended just now can't be written to; `ended` tells.
  if (child.connected) child.send(job, () => undefined);
  try {
    return await promise;
  } finally {
    clearInterval(memory);
    clearTimeout(clock);
    child.off("message", onMessage);
  }
}

/** An idle image process must not keep a command-line program from ending. */
function keepServerAlive(child: ChildProcess, isBusy: boolean): void {
  const stderr = child.stderr instanceof Socket ? child.stderr : undefined;
  for (const handle of [child, child.channel, stderr]) {
    if (isBusy) handle?.ref();
    else handle?.unref();
  }
}
