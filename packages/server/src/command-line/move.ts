import { randomUUID } from "node:crypto";
import { chmod, copyFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Config, readConfig } from "../config.ts";
import { dataFolder, makeDataFolder } from "../data-folder.ts";
import { openBlobs } from "../open-blobs.ts";
import { inspectSqlite } from "../storage/index.ts";
import { copyBlobs, type Copied, copyInto } from "./backup/copy-blobs.ts";
import { fillPostgres } from "./backup/fill-postgres.ts";
import { exists } from "./files.ts";
import { CommandFailed, type Terminal } from "./terminal.ts";

/**
 * Moves a town from a data folder with SQLite to the settings' Postgres, and its pictures to their
 * store. The folder stays as it is. Rows are counted on both sides before anything is taken for moved.
 *
 * @throws CommandFailed where there is nothing to move, or something is there already
 */
export async function moveCommand(terminal: Terminal, source: string): Promise<void> {
  const config = readConfig(terminal.env);
  if (!config.databaseUrl) {
    throw new CommandFailed("DATABASE_URL says where to move the town, and it is not set.");
  }
  const from = dataFolder(resolve(source));
  if (!(await exists(from.database))) throw new CommandFailed(`There is no database in ${resolve(source)}.`);
  makeDataFolder(config.dataFolder);
  const arriving = join(config.dataFolder, "veche.db.arriving");
  const database = inspectSqlite(from.database);
  try {
    await database.backup(arriving);
  } finally {
    await database.close();
  }
  const rows = await fillPostgres(config.databaseUrl, arriving, config.dataFolder);
  const { files } = await movePictures(config, from.blobs);
  await bringSecret(terminal, config, from.secret);
  terminal.say(`Moved ${rows} rows and ${files} files. ${resolve(source)} is as it was.`);
  terminal.remark(
    "What residents say to a server that still runs there does not come along: end it before you move.",
  );
}

async function movePictures(config: Config, from: string): Promise<Copied> {
  if (config.pictureStore) {
    return copyInto(await openBlobs(config, { newId: randomUUID, clock: () => new Date() }), from);
  }
  const to = dataFolder(resolve(config.dataFolder)).blobs;
  return to === from ? { files: 0, bytes: 0 } : copyBlobs(from, to);
}

async function bringSecret(terminal: Terminal, config: Config, from: string): Promise<void> {
  if (config.secret) return;
  const to = dataFolder(resolve(config.dataFolder)).secret;
  if (to === from) return;
  if (!(await exists(from)) || (await exists(to))) {
    terminal.remark("Set VECHE_SECRET to the old one, or all sessions and links end.");
    return;
  }
  await copyFile(from, to);
  await chmod(to, 0o600);
}
