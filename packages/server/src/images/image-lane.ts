import type { PictureJob } from "./make-picture.ts";
import { type ImageWorker, startImageWorker, type WorkerLimits, type WorkerOutcome } from "./image-worker.ts";

/** A process that grew beyond this is replaced: WebAssembly never gives memory back. */
const WORN_OUT_BYTES = 400 * 1024 * 1024;

/** Works on one file after another, in a process that is started when needed and replaced when spoilt. */
export interface ImageLane {
  readonly run: (job: PictureJob) => Promise<WorkerOutcome>;
  /** Ends the process; a running job counts as crashed. */
  readonly rest: () => Promise<void>;
  readonly pid: () => number | undefined;
}

export function createImageLane(limits: WorkerLimits): ImageLane {
  let worker: ImageWorker | undefined;

  async function rest(): Promise<void> {
    const spent = worker;
    worker = undefined;
    await spent?.kill();
  }

  return {
    rest,
    async run(job) {
      let isFit = false;
      try {
        if (!worker?.isAlive()) worker = startImageWorker(limits);
        const outcome = await worker.run(job);
        isFit = "rssBytes" in outcome && outcome.rssBytes < WORN_OUT_BYTES;
        return outcome;
      } finally {
        if (!isFit) await rest();
      }
    },
    pid: () => worker?.pid,
  };
}
