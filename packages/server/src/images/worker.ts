import sharp from "sharp";
import { makePicture, type PictureJob, type ProcessedImage } from "./make-picture.ts";
import { PictureRefused } from "./picture-refused.ts";
import type { PictureFault } from "./rules.ts";

/** What the image process tells the server. */
export type WorkerMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "memory"; readonly rssBytes: number }
  | { readonly kind: "done"; readonly picture: ProcessedImage; readonly rssBytes: number }
  | { readonly kind: "refused"; readonly fault: PictureFault; readonly rssBytes: number }
  | { readonly kind: "failed"; readonly message: string };

const MEMORY_REPORT_EVERY_MS = 250;

sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegFile",
    "VipsForeignLoadPngFile",
    "VipsForeignLoadWebpFile",
    // Only for what colour-profile.ts makes itself.
    "VipsForeignLoadPngBuffer",
  ],
});
sharp.concurrency(1);
sharp.cache(false);

process.on("message", (job: PictureJob) => void work(job));
process.on("disconnect", () => process.exit());
// Ctrl-C reaches the whole group; the server decides when this process ends.
process.on("SIGINT", () => undefined);
tell({ kind: "ready" });

async function work(job: PictureJob): Promise<void> {
  const reporting = setInterval(() => tell({ kind: "memory", rssBytes: rss() }), MEMORY_REPORT_EVERY_MS);
  try {
    const picture = await makePicture(job);
    tell({ kind: "done", picture, rssBytes: rss() });
  } catch (error) {
    if (error instanceof PictureRefused) tell({ kind: "refused", fault: error.fault, rssBytes: rss() });
    else
      tell({
        kind: "failed",
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
  } finally {
    clearInterval(reporting);
    // Pixels lie outside of the heap, which does not grow by them: the next picture would come on top of these.
    globalThis.gc?.();
  }
}

function rss(): number {
  return process.memoryUsage.rss();
}

function tell(message: WorkerMessage): void {
  process.send?.(message);
}
