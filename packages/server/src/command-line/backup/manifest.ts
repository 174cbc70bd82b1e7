import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { CommandFailed } from "../terminal.ts";

export const MANIFEST = "backup.json";

const manifest = z.object({
  /** Of this format. */
  backup: z.literal(1),
  version: z.string(),
  madeAt: z.string(),
  schema: z.array(z.string()),
  databaseSha256: z.string(),
  /** Pictures and originals. */
  files: z.number().int(),
  bytes: z.number().int(),
});
export type Manifest = z.infer<typeof manifest>;

/** @throws CommandFailed when the folder is no finished backup */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => undefined);
  if (text === undefined) throw new CommandFailed(`${folder} is no backup: it has no ${MANIFEST}.`);
  try {
    return manifest.parse(JSON.parse(text));
  } catch (error) {
    throw new CommandFailed(
      `${join(folder, MANIFEST)} can't be read: it is damaged, or of a newer version.`,
      error instanceof Error ? error.message : String(error),
    );
  }
}

export async function sha256(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
