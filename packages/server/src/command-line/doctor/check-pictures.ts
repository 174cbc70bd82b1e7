import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { BLOB_AREAS } from "../../storage/blobs/index.ts";
import type { InspectedDatabase } from "../../storage/index.ts";
import { type Finding, ok, problem } from "./finding.ts";

/** An entry's files stand before its row does: a young file is not stray yet. */
const STRAY_AFTER_MS = 60 * 60_000;
const NAMES_SHOWN = 5;

/** Whether every picture that an entry or a conversation has is there, and no other. */
export async function checkPictures(
  { read }: InspectedDatabase,
  blobs: string,
  now: Date,
): Promise<Finding[]> {
  // The files first: what is stored between the two looks is then not called missing.
  const stored = await filesOf(blobs);
  const rows = await read.selectFrom("entry_file").select("key").execute();
  const attached = await read.selectFrom("attachment").select(["small_key", "large_key"]).execute();
  const owned = new Set([
    ...rows.map(({ key }) => key),
    ...attached.flatMap(({ small_key, large_key }) => [small_key, large_key]),
  ]);
  const missing: string[] = [];
  for (const key of owned) if (!stored.get(key) && !(await sizeOf(join(blobs, key)))) missing.push(key);
  const stray: string[] = [];
  for (const key of stored.keys()) {
    if (!owned.has(key) && (await isOld(join(blobs, key), now))) stray.push(key);
  }
  return [
    missing.length > 0
      ? problem(
          `pictures: ${missing.length} missing or empty (${shown(missing)}). Restore them from a backup.`,
        )
      : ok(`pictures: all ${owned.size} there`),
    ...(stray.length > 0
      ? [
          problem(
            `pictures: ${stray.length} that nothing has (${shown(stray)}). The server removes them when it runs.`,
          ),
        ]
      : []),
  ];
}

/** Every stored file by its key, with its size in bytes. */
async function filesOf(blobs: string): Promise<Map<string, number>> {
  const files = new Map<string, number>();
  for (const area of BLOB_AREAS) {
    for (const name of await readdir(join(blobs, area)).catch(() => [])) {
      files.set(`${area}/${name}`, await sizeOf(join(blobs, area, name)));
    }
  }
  return files;
}

const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

async function isOld(path: string, now: Date): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && found.mtimeMs < now.getTime() - STRAY_AFTER_MS;
}

const shown = (keys: readonly string[]) =>
  [...keys.slice(0, NAMES_SHOWN), ...(keys.length > NAMES_SHOWN ? ["…"] : [])].join(", ");
