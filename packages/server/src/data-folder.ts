import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { BadSetting } from "./config.ts";

/** Where things lie in the data folder. */
export interface DataFolder {
  readonly database: string;
  readonly blobs: string;
  /** The server's secret, unless `VECHE_SECRET` gives one. */
  readonly secret: string;
  /** Uploads that nobody has looked into yet; not worth keeping. */
  readonly quarantine: string;
}

export const dataFolder = (folder: string): DataFolder => ({
  database: join(folder, "veche.db"),
  blobs: join(folder, "blobs"),
  secret: join(folder, "secret"),
  quarantine: join(folder, "quarantine"),
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
