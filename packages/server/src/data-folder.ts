import { join } from "node:path";

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
