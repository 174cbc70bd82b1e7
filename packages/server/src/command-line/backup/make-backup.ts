import { randomUUID } from "node:crypto";
import { copyFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readConfig } from "../../config.ts";
import { dataFolder } from "../../data-folder.ts";
import { openBlobs } from "../../open-blobs.ts";
import { inspectDatabase } from "../../open-database.ts";
import { inspectSqlite } from "../../storage/index.ts";
import { exists } from "../files.ts";
import { CommandFailed, type Terminal } from "../terminal.ts";
import { copyBlobs, copyOutOf } from "./copy-blobs.ts";
import { MANIFEST, type Manifest, sha256 } from "./manifest.ts";

/**
 * Copies the data into a new folder, while the server runs. The database first, then the files:
 * a file stands before its row does, so none that the copy speaks of can be missing, unless it
 * was withdrawn meanwhile. The folder has its name only once it is whole.
 */
export async function backupCommand(terminal: Terminal, target: string, now: Date): Promise<void> {
  const config = readConfig(terminal.env);
  const { dataFolder: folder, version } = config;
  const from = dataFolder(folder);
  const database = await inspectDatabase(config);
  if (!database) {
    throw new CommandFailed(
      config.databaseUrl
        ? "There is no town in the database of DATABASE_URL. Is it the right one?"
        : `There is no database in ${resolve(folder)}. Is VECHE_DATA right?`,
    );
  }
  if (await exists(target)) {
    await database.close();
    throw new CommandFailed(`${target} is there already. Name a new folder.`);
  }

  const partial = `${target.replace(/\/+$/, "")}.partial`;
  await rm(partial, { recursive: true, force: true });
  const to = dataFolder(partial);
  await mkdir(partial, { recursive: true, mode: 0o700 });
  try {
    await database.backup(to.database);
  } finally {
    await database.close();
  }
  const copied = config.pictureStore
    ? await copyOutOf(await openBlobs(config, { newId: randomUUID, clock: () => now }), to.blobs)
    : await copyBlobs(from.blobs, to.blobs);
  if (await exists(from.secret)) await copyFile(from.secret, to.secret);
  const counts = await lookInto(to.database);
  const manifest: Manifest = {
    backup: 1,
    version,
    madeAt: now.toISOString(),
    schema: [...counts.schema],
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
    const damage = await database.damage();
    if (damage) throw new CommandFailed(`The database is damaged: ${damage}. Restore an earlier backup.`);
    const count = async (table: "conversation" | "article" | "entry") => {
      const row = await database.read
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as("rows"))
        .executeTakeFirst();
      return row?.rows ?? 0;
    };
    return {
      schema: (await database.schema()).applied,
      conversations: await count("conversation"),
      articles: await count("article"),
      entries: await count("entry"),
    };
  } finally {
    await database.close();
  }
}

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);
