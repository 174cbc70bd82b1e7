import { PassThrough } from "node:stream";
import { ZipFile } from "yazl";
import type { Blobs } from "../../../storage/blobs/index.ts";

/**
 * Files of the store as one ZIP, made while it is read. What was erased meanwhile is left out.
 *
 * @param files name in the ZIP → key
 */
export function archiveOf(
  blobs: Blobs,
  files: readonly (readonly [string, string])[],
): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  const output = new PassThrough();
  zip.on("error", (error: Error) => output.destroy(error));
  void fill().catch((error: unknown) =>
    output.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  zip.outputStream.pipe(output);
  return output;

  async function fill(): Promise<void> {
    for (const [name, key] of files) {
      const blob = await blobs.open(key);
      if (!blob) continue;
      // A PDF is packed already.
      zip.addReadStreamLazy(name, { compress: false, size: blob.bytes }, (give) => give(null, blob.stream()));
    }
    zip.end();
  }
}
