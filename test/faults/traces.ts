import { readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { inspectSqlite } from "../../packages/server/src/storage/sqlite/inspect.ts";
import type { ServerProcess } from "../server-process.ts";

/** Everything that a half-done piece of work could leave behind. */
export interface Traces {
  readonly entries: number;
  readonly entryFiles: number;
  readonly consents: number;
  readonly conversations: number;
  readonly messages: number;
  /** Under VECHE_DATA/blobs and VECHE_DATA/quarantine. */
  readonly files: readonly string[];
  /** What the process holds open on any disk. */
  readonly held: readonly string[];
}

export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
    .toSorted();
}

/** What a process has open, by its descriptors; none where the system doesn't tell. */
export function openFiles(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  const names = process.platform === "linux" ? readdirSync(folder) : [];
  return names.flatMap((name) => {
    try {
      return [readlinkSync(join(folder, name))];
    } catch {
      // Closed since it was listed.
      return [];
    }
  });
}

/** Reads beside the running server, from its own files. */
export async function tracesOf({ folder, pid }: ServerProcess): Promise<Traces> {
  const database = inspectSqlite(join(folder, "veche.db"));
  const count = async (table: "entry" | "entry_file" | "consent" | "conversation" | "message") => {
    const rows = await database.read
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .execute();
    return rows[0]?.count ?? 0;
  };
  try {
    const [entries, entryFiles, consents, conversations, messages] = [
      await count("entry"),
      await count("entry_file"),
      await count("consent"),
      await count("conversation"),
      await count("message"),
    ];
    const kept = [join(folder, "blobs"), join(folder, "quarantine")];
    return {
      entries,
      entryFiles,
      consents,
      conversations,
      messages,
      files: kept.flatMap(filesUnder),
      held: openFiles(pid())
        .filter((path) => path.startsWith("/") && !path.startsWith("/dev/"))
        .toSorted(),
    };
  } finally {
    await database.close();
  }
}
