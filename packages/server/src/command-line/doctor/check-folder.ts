import { access, constants, stat, statfs } from "node:fs/promises";
import { resolve } from "node:path";
import { dataFolder } from "../../data-folder.ts";
import { type Finding, note, ok, problem } from "./finding.ts";

const LEAST_FREE_BYTES = 1_000_000_000;
const READABLE_BY_OTHERS = 0o077;

/** Whether the data folder can be written, has room, and keeps its secret. */
export async function checkFolder(folder: string): Promise<Finding[]> {
  const path = resolve(folder);
  const may = (mode: number) =>
    access(path, mode).then(
      () => true,
      () => false,
    );
  if (!(await may(constants.F_OK))) {
    return [problem(`data folder: ${path} is not there. Start the server once, or restore a backup.`)];
  }
  if (!(await may(constants.R_OK | constants.W_OK))) {
    return [problem(`data folder: ${path} can't be read and written by this user. Correct its permissions.`)];
  }
  return [ok(`data folder: ${path}`), await checkRoom(path), ...(await checkSecret(path))];
}

async function checkRoom(path: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(path);
  const free = bavail * bsize;
  const gigabytes = (free / 1_000_000_000).toFixed(1);
  return free < LEAST_FREE_BYTES
    ? problem(`disk: only ${gigabytes} GB are free. Make room before writes are refused.`)
    : ok(`disk: ${gigabytes} GB free`);
}

async function checkSecret(path: string): Promise<Finding[]> {
  const file = dataFolder(path).secret;
  const found = await stat(file).catch(() => undefined);
  if (!found) return [];
  return (found.mode & READABLE_BY_OTHERS) !== 0 && process.platform !== "win32"
    ? [problem(`secret: others may read ${file}. Run: chmod 600 ${file}`)]
    : [note("secret: kept in the data folder; include it in backups")];
}
