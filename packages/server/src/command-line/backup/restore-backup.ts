import { randomUUID } from "node:crypto";
import { chmod, copyFile, mkdir, readdir, rename } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readConfig } from "../../config.ts";
import { dataFolder } from "../../data-folder.ts";
import { openBlobs } from "../../open-blobs.ts";
import { inspectSqlite } from "../../storage/index.ts";
import { exists } from "../files.ts";
import { CommandFailed, type Terminal } from "../terminal.ts";
import { copyBlobs, copyInto } from "./copy-blobs.ts";
import { fillPostgres } from "./fill-postgres.ts";
import { readManifest, sha256 } from "./manifest.ts";

/**
 * Copies a backup into an empty data folder. The database comes last: as long as it isn't there,
 * no server takes the folder for whole.
 */
export async function restoreCommand(terminal: Terminal, source: string): Promise<void> {
  const config = readConfig(terminal.env);
  const folder = config.dataFolder;
  const from = dataFolder(source);
  const manifest = await readManifest(source);
  await assertSound(from.database, manifest.databaseSha256);
  // A disk of its own brings that folder.
  const there = (await readdir(folder).catch(() => [])).filter((name) => name !== "lost+found");
  if (there.length > 0) {
    throw new CommandFailed(
      `${resolve(folder)} is not empty, and a restore writes over nothing.`,
      "Stop the server, move that folder away (or set VECHE_DATA to another), and try again.",
    );
  }

  const to = dataFolder(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const copied = config.pictureStore
    ? await copyInto(await openBlobs(config, { newId: randomUUID, clock: () => new Date() }), from.blobs)
    : await copyBlobs(from.blobs, to.blobs);
  if (await exists(from.secret)) {
    await copyFile(from.secret, to.secret);
    await chmod(to.secret, 0o600);
  } else {
    terminal.remark(
      "The backup has no secret: set VECHE_SECRET to the old one, or all sessions and links end.",
    );
  }
  const arriving = join(folder, "veche.db.arriving");
  await copyFile(from.database, arriving);
  if (config.databaseUrl) await fillPostgres(config.databaseUrl, arriving, folder);
  else await rename(arriving, to.database);
  if (copied.files !== manifest.files) {
    throw new CommandFailed(
      `The backup lost files: it was made with ${manifest.files}, and has ${copied.files}. Run doctor to see which are missing.`,
    );
  }
  terminal.say(`Restored into ${resolve(folder)}: the data of ${manifest.madeAt}, ${copied.files} files.`);
}

async function assertSound(file: string, digest: string): Promise<void> {
  if (!(await exists(file)) || (await sha256(file)) !== digest) {
    throw new CommandFailed(`${file} is not what was backed up: the copy is damaged. Use another backup.`);
  }
  const database = inspectSqlite(file);
  try {
    const { unknown } = await database.schema();
    if (unknown.length === 0) return;
    throw new CommandFailed(
      `The backup is of a newer version (${unknown.join(", ")}). Restore it with that version.`,
    );
  } finally {
    await database.close();
  }
}
