import { copyFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readConfig } from "../../config.ts";
import { dataFolder } from "../../data-folder.ts";
import { inspectSqlite } from "../../storage/index.ts";
import { exists } from "../files.ts";
import { CommandFailed, type Terminal } from "../terminal.ts";
import { copyBlobs } from "./copy-blobs.ts";
import { MANIFEST, type Manifest, sha256 } from "./manifest.ts";

/**
 * Copies the data into a new folder, while the server runs. The database first, then the files:
 * a file stands before its row does, so none that the copy speaks of can be missing, unless it
 * was withdrawn meanwhile. The folder has its name only once it is whole.
 */
export async function backupCommand(terminal: Terminal, target: string, now: Date): Promise<void> {
  const { dataFolder: folder, version } = readConfig(terminal.env);
  const from = dataFolder(folder);
  if (!(await exists(from.database))) {
    throw new CommandFailed(`There is no database in ${resolve(folder)}. Is VECHE_DATA right?`);
  }
  if (await exists(target)) throw new CommandFailed(`${target} is there already. Name a new folder.`);

  const partial = `${target.replace(/\/+$/, "")}.partial`;
  await rm(partial, { recursive: true, force: true });
  const to = dataFolder(partial);
  await mkdir(partial, { recursive: true, mode: 0o700 });
  const database = inspectSqlite(from.database);
  try {
    await database.backup(to.database);
  } finally {
    await database.close();
  }
  const copied = await copyBlobs(from.blobs, to.blobs);
  if (await exists(from.secret)) await copyFile(from.secret, to.secret);
  const counts = await lookInto(to.database);
  const manifest: Manifest = {
    backup: 1,
    version,
    madeAt: now.toISOString(),
    schema: counts.schema,
    databaseSha256: await sha256(to.database),
    ...copied,
  };
  await writeFile(join(partial, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
  await rename(partial, target);

  terminal.say(`Backup: ${resolve(target)}`);
  terminal.say(
    `${counts.conversations} conversations, ${counts.articles} articles, ${counts.entries} entries, ${copied.files} files (${megabytes(copied.bytes)} MB)`,
  );
  terminal.remark("It holds personal data and the server's secret: keep it where only you can read it.");
}

/** A copy that can't be opened is no backup. */
async function lookInto(file: string) {
  const database = inspectSqlite(file);
  try {
    const damage = database.damage();
    if (damage) throw new CommandFailed(`The database is damaged: ${damage}. Restore an earlier backup.`);
    const count = async (table: "conversation" | "article" | "entry") => {
      const row = await database.read
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as("rows"))
        .executeTakeFirst();
      return row?.rows ?? 0;
    };
    return {
      schema: database.schema().applied,
      conversations: await count("conversation"),
      articles: await count("article"),
      entries: await count("entry"),
    };
  } finally {
    await database.close();
  }
}

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);
