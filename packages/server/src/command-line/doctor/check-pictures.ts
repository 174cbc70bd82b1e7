import type { StoredBlob } from "../../storage/blobs/index.ts";
import type { InspectedDatabase } from "../../storage/index.ts";
import { type Finding, ok, problem } from "./finding.ts";

/** An entry's files stand before its row does: a young file is not stray yet. */
const STRAY_AFTER_MS = 60 * 60_000;
const NAMES_SHOWN = 5;

/** Whether every picture that an entry or a conversation has is there, and no other. */
export async function checkPictures(
  { read }: InspectedDatabase,
  pictures: () => AsyncIterable<StoredBlob>,
  now: Date,
): Promise<Finding[]> {
  // The files first, and once more where one seems missing: what is stored between two looks isn't called so.
  const stored = await byKey(pictures());
  const rows = await read.selectFrom("entry_file").select("key").execute();
  const attached = await read.selectFrom("attachment").select(["small_key", "large_key"]).execute();
  const owned = new Set([
    ...rows.map(({ key }) => key),
    ...attached.flatMap(({ small_key, large_key }) => [small_key, large_key]),
  ]);
  let missing = [...owned].filter((key) => !stored.get(key)?.bytes);
  if (missing.length > 0) {
    const again = await byKey(pictures());
    missing = missing.filter((key) => !again.get(key)?.bytes);
  }
  const before = now.getTime() - STRAY_AFTER_MS;
  const stray = [...stored.values()]
    .filter(({ key, storedAt }) => !owned.has(key) && storedAt.getTime() < before)
    .map(({ key }) => key);
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

async function byKey(blobs: AsyncIterable<StoredBlob>): Promise<Map<string, StoredBlob>> {
  const found = new Map<string, StoredBlob>();
  for await (const blob of blobs) found.set(blob.key, blob);
  return found;
}

const shown = (keys: readonly string[]) =>
  [...keys.slice(0, NAMES_SHOWN), ...(keys.length > NAMES_SHOWN ? ["…"] : [])].join(", ");
