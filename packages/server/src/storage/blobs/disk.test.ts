import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { newBlobKey } from "./blob-key.ts";
import { blobsKeepTheirPromises } from "./blobs.suite.ts";
import { openDiskBlobs } from "./disk.ts";

const newId = () => crypto.randomUUID();
const clock = () => new Date();
const home = await mkdtemp(join(tmpdir(), "veche-blobs-"));
afterAll(() => rm(home, { recursive: true }));

async function aStore() {
  const folder = join(home, newId());
  const blobs = await openDiskBlobs({ folder, newId, clock });
  const aFile = async (content: string) => {
    const path = join(home, newId());
    await writeFile(path, content);
    return path;
  };
  return { blobs, aFile, folder };
}

blobsKeepTheirPromises("disk", aStore);

test("a copy that a dead process left is swept when the store opens, a colleague's fresh one is not", async () => {
  const folder = join(home, newId());
  await mkdir(join(folder, "passing"), { recursive: true });
  await writeFile(join(folder, "passing", "old"), "half");
  await writeFile(join(folder, "passing", "fresh"), "half");
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1_000);
  await utimes(join(folder, "passing", "old"), yesterday, yesterday);

  await openDiskBlobs({ folder, newId, clock });
  expect(await readdir(join(folder, "passing"))).toEqual(["fresh"]);
});

test("a put leaves no copy behind, nor does a failed one", async () => {
  const { blobs, aFile, folder } = await aStore();
  const key = newBlobKey("media", "image/webp", newId);
  await blobs.put(key, await aFile("x"), { contentType: "image/webp" });
  await expect(blobs.put(key, join(home, "missing"), { contentType: "image/webp" })).rejects.toThrow(
    "ENOENT",
  );

  expect(await readdir(join(folder, "passing"))).toEqual([]);
});

test("a blob's type must be its key's", async () => {
  const { blobs, aFile } = await aStore();
  const key = newBlobKey("media", "image/webp", newId);
  await expect(blobs.put(key, await aFile("x"), { contentType: "text/html" })).rejects.toThrow(
    "can't hold text/html",
  );
});
