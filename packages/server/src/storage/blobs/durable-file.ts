import { constants, copyFile, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Copies a file so that after a power cut the target is whole or absent.
 *
 * @param passing path on the target's file system, where the copy is made; removed on failure
 */
export async function copyDurably(source: string, passing: string, target: string): Promise<void> {
  try {
    await copyFile(source, passing, constants.COPYFILE_FICLONE);
    await synced(passing, "r+");
    await rename(passing, target);
    await syncFolder(dirname(target));
  } catch (error) {
    await rm(passing, { force: true });
    throw error;
  }
}

/** Makes renames and removals in a folder last. Windows has no such call and doesn't need it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== "win32") await synced(folder, "r");
}

async function synced(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
