import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newBlobKey } from "./blob-key.ts";
import { blobsKeepTheirPromises } from "./blobs.suite.ts";
import { openS3Blobs } from "./s3.ts";
import { putAll } from "./several.ts";

const newId = () => crypto.randomUUID();
/** The only pair that this store lets in. */
const KEYS = { region: "us-east-1", accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };

const home = mkdtempSync(join(tmpdir(), "veche-s3-"));
const service = new S3rver({ address: "127.0.0.1", port: 0, silent: true, directory: join(home, "store") });
let endpoint: string;
beforeAll(async () => {
  const { port } = await service.run();
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await service.close();
  rmSync(home, { recursive: true });
});

async function aStore(store = { endpoint, ...KEYS }) {
  const blobs = await openS3Blobs({ ...store, bucket: `town-${newId()}` });
  const aFile = async (content: string) => {
    const path = join(home, newId());
    await writeFile(path, content);
    return path;
  };
  return { blobs, aFile };
}

blobsKeepTheirPromises("S3", () => aStore());

/** The same promises by a town's own store: its address and keys as the server gets them (docs/settings.md). */
const {
  S3_ENDPOINT,
  S3_REGION = "us-east-1",
  S3_ACCESS_KEY_ID = "",
  S3_SECRET_ACCESS_KEY = "",
} = process.env;
if (S3_ENDPOINT)
  blobsKeepTheirPromises(S3_ENDPOINT, () =>
    aStore({
      endpoint: S3_ENDPOINT,
      region: S3_REGION,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
    }),
  );

test("a store that is not there, or lets nobody in, is known at the start", async () => {
  const nobody = { ...KEYS, endpoint, bucket: "town", accessKeyId: "nobody", secretAccessKey: "guessed" };
  await expect(openS3Blobs(nobody)).rejects.toThrow("neither find the bucket town");
  await expect(openS3Blobs({ ...nobody, endpoint: "http://127.0.0.1:9" })).rejects.toThrow();
});

test("a store that goes away says so, and that it is worth trying again", async () => {
  const passing = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory: join(home, "passing"),
  });
  const { port } = await passing.run();
  const blobs = await openS3Blobs({ endpoint: `http://127.0.0.1:${port}`, bucket: "town", ...KEYS });
  const path = join(home, newId());
  await writeFile(path, "a drawing");
  await passing.close();
  const key = newBlobKey("media", "image/webp", newId);
  await expect(putAll(blobs, [{ key, path, contentType: "image/webp" }])).rejects.toMatchObject({
    code: "unavailable",
    details: { retryAfterSeconds: 30 },
  });
});
