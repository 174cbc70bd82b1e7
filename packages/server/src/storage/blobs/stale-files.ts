import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * Deletes the files that a process left in a folder, and in those inside it, when it died.
 *
 * @returns how many were deleted; 0 when there is no such folder
 */
export async function removeStaleFiles(
  folder: string,
  olderThanMs: number,
  clock: () => Date,
): Promise<number> {
  const before = clock().getTime() - olderThanMs;
  const names = await readdir(folder, { recursive: true }).catch(noneIfMissing);
  let removed = 0;
  for (const name of names) {
    const path = join(folder, name);
    // It may be taken away meanwhile.
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile() || found.mtimeMs > before) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

function noneIfMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === "ENOENT") return [];
  throw error;
}
