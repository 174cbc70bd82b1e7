import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { OpenedBlob } from "../../../storage/blobs/index.ts";

/** The image process reads files: of a store without any a copy stands for as long as it works. */
export async function withFile<Result>(
  blob: OpenedBlob,
  use: (file: string) => Promise<Result>,
): Promise<Result> {
  if (blob.file !== undefined) return use(blob.file);
  const folder = await mkdtemp(join(tmpdir(), "veche-original-"));
  try {
    const file = join(folder, "original");
    await pipeline(blob.stream(), createWriteStream(file, { mode: 0o600 }));
    return await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}
