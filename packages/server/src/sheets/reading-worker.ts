import { parentPort } from "node:worker_threads";
import { passRefusal } from "./refusal-passage.ts";
import { readSheetFile } from "./sheet-file.ts";

/** Run as a thread; each message is the path of a file. */
parentPort?.on("message", async (path: string) => {
  const reply = await readSheetFile(path).catch(passRefusal);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(reply);
});
