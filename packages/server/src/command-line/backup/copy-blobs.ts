import { createWriteStream } from "node:fs";
import { copyFile, mkdir, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { BLOB_AREAS, type Blobs, contentTypeOf, filesIn } from "../../storage/blobs/index.ts";

const AT_ONCE = 8;

export interface Copied {
  readonly files: number;
  readonly bytes: number;
}

/** Copies every stored file; one that is erased meanwhile is left out. */
export async function copyBlobs(from: string, to: string): Promise<Copied> {
  let files = 0;
  let bytes = 0;
  for (const area of BLOB_AREAS) {
    await mkdir(join(to, area), { recursive: true, mode: 0o700 });
    const names = (await readdir(join(from, area)).catch(noneIfMissing)).values();
    const copyNext = async () => {
      for (const name of names) {
        const size = await copyOne(join(from, area, name), join(to, area, name));
        if (size === undefined) continue;
        files += 1;
        bytes += size;
      }
    };
    // All take from one iterator.
    await Promise.all(Array.from({ length: AT_ONCE }, copyNext));
  }
  return { files, bytes };
}

/** Copies every blob of a store into a folder, as files. */
export async function copyOutOf(store: Blobs, to: string): Promise<Copied> {
  let files = 0;
  let bytes = 0;
  for (const area of BLOB_AREAS) await mkdir(join(to, area), { recursive: true, mode: 0o700 });
  for await (const { key } of store.list("")) {
    const blob = await store.open(key);
    if (!blob) continue;
    await pipeline(blob.stream(), createWriteStream(join(to, key), { flush: true }));
    files += 1;
    bytes += blob.bytes;
  }
  return { files, bytes };
}

/** Puts every blob that lies in a folder into a store. */
export async function copyInto(store: Blobs, from: string): Promise<Copied> {
  let files = 0;
  let bytes = 0;
  for await (const blob of filesIn(from)) {
    await store.put(blob.key, join(from, blob.key), { contentType: contentTypeOf(blob.key) });
    files += 1;
    bytes += blob.bytes;
  }
  return { files, bytes };
}

/** The size in bytes; undefined when the file has gone. */
async function copyOne(from: string, to: string): Promise<number | undefined> {
  try {
    await copyFile(from, to);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  const file = await open(to, "r+");
  try {
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";

function noneIfMissing(error: unknown): string[] {
  if (isMissing(error)) return [];
  throw error;
}
