import { mkdirSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { DRAWING_MAX_PIXELS, Refusal } from "@veche/protocol";
import { createImageLane, type ImageLane } from "./image-lane.ts";
import type { WorkerOutcome } from "./image-worker.ts";
import type { PictureJob, PictureWishes, ProcessedImage } from "./make-picture.ts";
import { allVariantPaths, type PictureFault } from "./rules.ts";

/** How many files are worked on at once, each in its own process: one that kills it harms no other. */
const AT_ONCE = 2;
const IDLE_MS = 60_000;
const CLOSE_WITHIN_MS = 5_000;
const FIRST_GUESS_MS = 1_000;
/** Nobody is told to come back later than that. */
const LONGEST_WAIT_MS = 2 * 60_000;

export interface ImagesParts {
  /** Where variants stand until they are taken; best on the blobs' file system. */
  readonly quarantineFolder?: string;
  readonly newId?: () => string;
  readonly maxPixels?: number;
  /** Resident bytes of one image process. */
  readonly memoryLimitBytes?: number;
  readonly timeLimitMs?: number;
  /** So long may what runs take to end at closing. */
  readonly closeWithinMs?: number;
  /** How many files may wait; whoever comes then is told when to come back, each a little later than the last. */
  readonly maxWaiting?: number;
  /** Told of every image process that crashed or was ended, for the log. */
  readonly onTrouble?: (trouble: string) => void;
}

export interface Images {
  /**
   * Makes the pictures of an uploaded file. The variants are the caller's: take them or `discard` them.
   *
   * @param file path of the uploaded file; it is only read
   * @param wishes `edits` to make on it; `isOnPaper` also looks for the page
   * @throws Refusal `unsupported_media` (images.not_a_picture, images.damaged), `too_large`
   *   (images.too_many_pixels, images.too_heavy), `unavailable` (images.busy, images.closing)
   */
  readonly process: (file: string, wishes?: PictureWishes) => Promise<ProcessedImage>;
  /** Deletes the variants that nobody took. */
  readonly discard: (picture: ProcessedImage) => Promise<void>;
  /** Refuses waiting files, gives running ones time to end, ends the processes. */
  readonly close: () => Promise<void>;
  /** Of the image processes, for measuring. */
  readonly processIds: () => readonly number[];
}

interface Waiting extends PromiseWithResolvers<ProcessedImage> {
  readonly job: PictureJob;
}

/** Turns uploaded files into safe, upright, sized pictures, in processes apart. */
export function createImages({
  quarantineFolder = mkdtempSync(join(tmpdir(), "veche-images-")),
  newId = () => crypto.randomUUID(),
  maxPixels = DRAWING_MAX_PIXELS,
  memoryLimitBytes = 1_500 * 1024 * 1024,
  timeLimitMs = 30_000,
  closeWithinMs = CLOSE_WITHIN_MS,
  maxWaiting = 24,
  onTrouble = () => undefined,
}: ImagesParts = {}): Images {
  mkdirSync(quarantineFolder, { recursive: true, mode: 0o700 });
  const waiting: Waiting[] = [];
  const lanes = Array.from({ length: AT_ONCE }, () => createImageLane({ memoryLimitBytes, timeLimitMs }));
  const free = [...lanes];
  const running = new Set<Promise<void>>();
  let isClosing = false;
  let usualMs = FIRST_GUESS_MS;
  /** Until then every place is promised to somebody who was told to come back, by `performance.now()`. */
  let promisedUntil = 0;
  let idleTimer: NodeJS.Timeout | undefined;

  function startWaiting(): void {
    clearTimeout(idleTimer);
    while (free.length > 0 && waiting.length > 0) {
      const next = waiting.shift()!;
      const lane = free.pop()!;
      const run = serve(lane, next).finally(() => {
        running.delete(run);
        free.push(lane);
        startWaiting();
      });
      running.add(run);
    }
    if (running.size === 0) idleTimer = setTimeout(() => void restAll(), IDLE_MS).unref();
  }

  async function serve(lane: ImageLane, { job, resolve: give, reject }: Waiting): Promise<void> {
    const startedAt = performance.now();
    try {
      const outcome = await runTwiceIfCrashed(lane, job);
      if (outcome.kind !== "done") await removeAll(allVariantPaths(job.stem));
      give(pictureOf(outcome));
    } catch (error) {
      reject(error);
    }
    usualMs = 0.8 * usualMs + 0.2 * (performance.now() - startedAt);
  }

  /** A crash may be another's doing (memory short, a signal); a file that crashes twice is at fault. */
  async function runTwiceIfCrashed(lane: ImageLane, job: PictureJob): Promise<WorkerOutcome> {
    const first = await lane.run(job);
    if ((first.kind !== "crashed" && first.kind !== "unstarted") || isClosing) return first;
    onTrouble(`image process ${first.kind}, trying once more: ${first.how}`);
    return lane.run(job);
  }

  function pictureOf(outcome: WorkerOutcome): ProcessedImage {
    switch (outcome.kind) {
      case "done":
        return outcome.picture;
      case "refused":
        throw refusalFor(outcome.fault, maxPixels);
      case "overrun":
        onTrouble(`image process ended: over the ${outcome.limit} limit`);
        throw new Refusal("too_large", { reason: "images.too_heavy" });
      case "crashed":
        if (isClosing) throw closingRefusal();
        onTrouble(`image process crashed again: ${outcome.how}`);
        throw refusalFor("damaged", maxPixels);
      case "unstarted":
        if (isClosing) throw closingRefusal();
        throw new Error(`the image process does not start: ${outcome.how}`);
      case "failed":
        throw new Error(`image process failed: ${outcome.message}`);
      default:
        return outcome satisfies never;
    }
  }

  /** Told to all alike, the same time would bring all of them back at once, most of them in vain. */
  function busyRefusal(): Refusal {
    const now = performance.now();
    const halfServed = now + ((waiting.length / AT_ONCE) * usualMs) / 2;
    promisedUntil = Math.min(Math.max(promisedUntil + usualMs / AT_ONCE, halfServed), now + LONGEST_WAIT_MS);
    return new Refusal("unavailable", {
      reason: "images.busy",
      retryAfterSeconds: Math.max(1, Math.ceil((promisedUntil - now) / 1_000)),
    });
  }

  async function restAll(): Promise<void> {
    await Promise.all(lanes.map((lane) => lane.rest()));
  }

  return {
    async process(file, wishes = {}) {
      if (isClosing) throw closingRefusal();
      if (waiting.length >= maxWaiting) throw busyRefusal();
      const settling = Promise.withResolvers<ProcessedImage>();
      const job = { file: resolve(file), stem: resolve(quarantineFolder, newId()), maxPixels, ...wishes };
      waiting.push({ job, ...settling });
      startWaiting();
      return settling.promise;
    },
    discard: ({ variants, looks }) =>
      removeAll([...variants, ...(looks?.other.variants ?? [])].map(({ path }) => path)),
    async close() {
      isClosing = true;
      for (const { reject } of waiting.splice(0)) reject(closingRefusal());
      await Promise.race([Promise.all(running), delay(closeWithinMs, undefined, { ref: false })]);
      clearTimeout(idleTimer);
      await restAll();
      await Promise.all(running);
      clearTimeout(idleTimer);
    },
    processIds: () => lanes.flatMap((lane) => lane.pid() ?? []),
  };
}

async function removeAll(files: readonly string[]): Promise<void> {
  await Promise.all(files.map((file) => rm(file, { force: true })));
}

function refusalFor(fault: PictureFault, maxPixels: number): Refusal {
  if (fault !== "too_many_pixels") return new Refusal("unsupported_media", { reason: `images.${fault}` });
  const megapixels = Math.round(maxPixels / 1_000_000);
  return new Refusal("too_large", { reason: "images.too_many_pixels", values: { megapixels } });
}

function closingRefusal(): Refusal {
  return new Refusal("unavailable", { reason: "images.closing", retryAfterSeconds: 10 });
}
