import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { BadSetting } from "./config.ts";
import { holdFile } from "./storage/sqlite/hold-file.ts";

/** Where things lie in the data folder. */
export interface DataFolder {
  readonly database: string;
  readonly blobs: string;
  /** The server's secret, unless `VECHE_SECRET` gives one. */
  readonly secret: string;
  /** Uploads that nobody has looked into yet; not worth keeping. */
  readonly quarantine: string;
  /** Held by the one server that serves from this folder. */
  readonly held: string;
}

export const dataFolder = (folder: string): DataFolder => ({
  database: join(folder, "veche.db"),
  blobs: join(folder, "blobs"),
  secret: join(folder, "secret"),
  quarantine: join(folder, "quarantine"),
  held: join(folder, "serving"),
});

/**
 * Makes the data folder unless it is there.
 *
 * @throws BadSetting where it can't be made or written
 */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new BadSetting(`VECHE_DATA must be a folder that the server may write: ${folder} (${why})`);
  }
}

/**
 * Keeps other servers off the data folder for as long as this process lives; the command line may
 * still work beside it.
 *
 * @throws BadSetting when another server serves from it
 */
export function holdDataFolder(folder: string): void {
  if (!holdFile(dataFolder(folder).held)) {
    throw new BadSetting(
      `VECHE_DATA ${folder} is in use by another running server: end that one, or name another folder`,
    );
  }
}
