import type { BlobArea, BlobType } from "./blob-key.ts";
import type { Blobs } from "./blobs.ts";

/** A blob this young may belong to what is just being stored. */
const ORPHAN_AFTER_MS = 60 * 60_000;
const KEYS_AT_ONCE = 200;

export interface NewBlob {
  readonly key: string;
  /** Where the bytes are now. */
  readonly path: string;
  readonly contentType: BlobType;
}

/** Stores all or, where one fails, none. */
export async function putAll(blobs: Blobs, files: readonly NewBlob[]): Promise<void> {
  const puts = await Promise.allSettled(
    files.map(({ key, path, contentType }) => blobs.put(key, path, { contentType })),
  );
  const failed = puts.find((it) => it.status === "rejected");
  if (!failed) return;
  // What can't be removed now is named by no row, and goes with the orphans.
  await removeAll(
    blobs,
    files.map(({ key }) => key),
  ).catch(() => undefined);
  throw failed.reason;
}

export async function removeAll(blobs: Blobs, keys: readonly string[]): Promise<void> {
  for (const key of keys) await blobs.remove(key);
}

/**
 * Removes what a process stored and then died before a row named it.
 *
 * @param named those of the keys that a row names
 * @returns how many were removed
 */
export async function removeOrphans(
  blobs: Blobs,
  areas: readonly BlobArea[],
  now: Date,
  named: (keys: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<number> {
  const before = now.getTime() - ORPHAN_AFTER_MS;
  let removed = 0;
  let old: string[] = [];
  const sweep = async () => {
    if (old.length === 0) return;
    const kept = await named(old);
    const orphans = old.filter((key) => !kept.has(key));
    await removeAll(blobs, orphans);
    removed += orphans.length;
    old = [];
  };
  for (const area of areas) {
    for await (const { key, storedAt } of blobs.list(`${area}/`)) {
      if (storedAt.getTime() < before) old.push(key);
      if (old.length >= KEYS_AT_ONCE) await sweep();
    }
  }
  await sweep();
  return removed;
}
