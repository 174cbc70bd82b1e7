import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { StorageEngine } from "multer";
import { removeStaleFiles } from "../storage/blobs/index.ts";

const STALE_AFTER_MS = 60 * 60 * 1_000;

/**
 * Streams uploads to a folder under random names. Unlike multer's own disk storage it leaves nothing
 * of a file that failed: that one keeps the half of a file that was too large and then cut.
 *
 * @param folder made if it is missing
 * @param watch told of all that is being written: multer itself doesn't wait for it when a client leaves
 */
export function createQuarantine(
  folder: string,
  newId: () => string,
  watch: (writing: Promise<unknown>) => void,
): StorageEngine {
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  async function store(upload: NodeJS.ReadableStream): Promise<{ path: string; size: number }> {
    const path = join(folder, newId());
    const target = createWriteStream(path, { flags: "wx", mode: 0o600 });
    try {
      await pipeline(upload, target);
      return { path, size: target.bytesWritten };
    } catch (error) {
      // A file that is still being opened would appear after its removal.
      if (!target.closed) await once(target, "close");
      await rm(path, { force: true });
      throw error;
    }
  }

  return {
    _handleFile(_request, file, done) {
      const storing = store(file.stream);
      watch(storing);
      void storing.then(
        (stored) => done(null, stored),
        (error: unknown) => done(error),
      );
    },
    _removeFile: (_request, file, done) =>
      void rm(file.path, { force: true }).then(
        () => done(null),
        (error: Error) => done(error),
      ),
  };
}

/**
 * Deletes what an earlier process left in quarantine, after an hour: fresh files may be another process's.
 *
 * @returns how many were deleted
 */
export async function sweepQuarantine(folder: string, clock: () => Date): Promise<number> {
  return removeStaleFiles(folder, STALE_AFTER_MS, clock);
}
