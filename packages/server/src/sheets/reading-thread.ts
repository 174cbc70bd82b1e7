import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { Refusal } from "@veche/protocol";
import type { SheetText } from "./read-sheet.ts";
import { isPassedRefusal, type PassedRefusal, refusalOf } from "./refusal-passage.ts";

/** A file that unpacks to more ends its thread, not the server. */
const MOST_MEMORY_MB = 1024;

export interface ReadingThread {
  /**
   * Asks it one thing at a time.
   *
   * @throws Refusal that the thread passed on, or `too_large` when it ran out of memory
   */
  ask(what: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** A thread that answers each message with one, and passes refusals on. */
export function startReadingThread(module: URL, data: unknown): ReadingThread {
  const worker = new Worker(module, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  return {
    async ask(what) {
      const answered = once(worker, "message").catch((error: NodeJS.ErrnoException) => {
        throw error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new Refusal("too_large") : error;
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      worker.postMessage(what);
      const [reply] = (await answered) as [unknown];
      if (isPassedRefusal(reply)) throw refusalOf(reply);
      return reply;
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** {@link readSheetFile} in a thread of its own: unpacking a workbook takes seconds that sockets can't wait. */
export async function readSheetFileAside(path: string): Promise<SheetText> {
  const thread = startReadingThread(new URL("./reading-worker.ts", import.meta.url), undefined);
  try {
    return (await thread.ask(path)) as Exclude<SheetText, PassedRefusal>;
  } finally {
    await thread.close();
  }
}
