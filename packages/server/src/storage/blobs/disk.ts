import { createReadStream, existsSync } from "node:fs";
import { mkdir, opendir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BLOB_AREAS, checkedKey, contentTypeOf } from "./blob-key.ts";
import type { Blobs, StoredBlob } from "./blobs.ts";
import { copyDurably, syncFolder } from "./durable-file.ts";
import { isDiskFault, storing } from "./faults.ts";
import { removeStaleFiles } from "./stale-files.ts";

/** Copies that never became blobs; other processes may be at theirs, so only old ones are swept. */
const PASSING = "passing";
const STALE_AFTER_MS = 60 * 60 * 1_000;

export interface DiskBlobsParts {
  /** Made if it is missing. */
  readonly folder: string;
  readonly newId: () => string;
  readonly clock: () => Date;
}

/** Keeps blobs as files: `<folder>/originals/<id>.jpg`, `<folder>/media/<id>.webp`. */
export async function openDiskBlobs({ folder, newId, clock }: DiskBlobsParts): Promise<Blobs> {
  for (const area of [...BLOB_AREAS, PASSING]) {
    await mkdir(join(folder, area), { recursive: true, mode: 0o700 });
  }
  await syncFolder(folder);
  await removeStaleFiles(join(folder, PASSING), STALE_AFTER_MS, clock);
  const pathOf = (key: string) => join(folder, checkedKey(key));

  return {
    async put(key, filePath, { contentType }) {
      if (contentType !== contentTypeOf(key)) throw new Error(`${key} can't hold ${contentType}`);
      await storing(() => copyDurably(filePath, join(folder, PASSING, newId()), pathOf(key)), isDiskFault);
    },
    async open(key) {
      const file = pathOf(key);
      const found = await sizeOf(file);
      if (!found) return undefined;
      return {
        bytes: found.size,
        contentType: contentTypeOf(key),
        file,
        stream: () => createReadStream(file),
      };
    },
    async exists(key) {
      return (await sizeOf(pathOf(key))) !== undefined;
    },
    async remove(key) {
      const file = pathOf(key);
      await rm(file, { force: true });
      await syncFolder(dirname(file));
    },
    list: (prefix) => filesIn(folder, prefix),
  };
}

/** The blobs that a folder keeps, looked at without opening it: nothing is made or swept. */
export async function* filesIn(folder: string, prefix = ""): AsyncGenerator<StoredBlob> {
  for (const area of BLOB_AREAS) {
    if (!`${area}/`.startsWith(prefix) && !prefix.startsWith(`${area}/`)) continue;
    if (!existsSync(join(folder, area))) continue;
    for await (const entry of await opendir(join(folder, area))) {
      const key = `${area}/${entry.name}`;
      const found = key.startsWith(prefix) ? await sizeOf(join(folder, key)) : undefined;
      if (found) yield { key, bytes: found.size, storedAt: found.mtime };
    }
  }
}

async function sizeOf(file: string): Promise<{ size: number; mtime: Date } | undefined> {
  try {
    return await stat(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
