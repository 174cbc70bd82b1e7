import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { S3mini } from "s3mini";
import { BLOB_AREAS, checkedKey, contentTypeOf } from "./blob-key.ts";
import type { Blobs, StoredBlob } from "./blobs.ts";
import { isStoreFault, storing } from "./faults.ts";

const LISTED_AT_ONCE = 1_000;
const NOT_THERE = 404;

export interface S3BlobsParts {
  /** The service, without the bucket: `https://s3.town.example`. */
  readonly endpoint: string;
  /** Made if it is missing and the key may. */
  readonly bucket: string;
  /** As the store names it; what a signature is made for, so a wrong one is refused. */
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * Keeps blobs in an S3-compatible store, under the same keys as on disk. An upload is whole or absent:
 * S3 shows no half of one.
 *
 * @throws Error when the store refuses the bucket
 */
export async function openS3Blobs({ endpoint, bucket, ...keys }: S3BlobsParts): Promise<Blobs> {
  const store = new S3mini({ ...keys, endpoint: `${endpoint.replace(/\/+$/, "")}/${bucket}` });
  if (!(await store.bucketExists()) && !(await store.createBucket())) {
    throw new Error(`these keys neither find the bucket ${bucket} there nor may make it`);
  }

  async function* stream(key: string): AsyncGenerator<Uint8Array> {
    const response = await store.getObjectResponse(key);
    if (!response?.body) throw new Error(`the store has no ${key} any more`);
    yield* response.body;
  }

  return {
    async put(key, filePath, { contentType }) {
      if (contentType !== contentTypeOf(key)) throw new Error(`${key} can't hold ${contentType}`);
      await storing(async () => store.putObject(key, await readFile(filePath), contentType), isStoreFault);
    },
    async open(key) {
      const contentType = contentTypeOf(key);
      if (!(await store.objectExists(key))) return undefined;
      const bytes = await store.getContentLength(key);
      return { bytes, contentType, stream: () => Readable.from(stream(key)) };
    },
    async exists(key) {
      return (await store.objectExists(checkedKey(key))) === true;
    },
    async remove(key) {
      await store.deleteObject(checkedKey(key)).catch((error: unknown) => {
        if (!(error instanceof Error) || !("status" in error) || error.status !== NOT_THERE) throw error;
      });
    },
    list: (prefix) => objectsIn(store, prefix),
  };
}

async function* objectsIn(store: S3mini, prefix: string): AsyncGenerator<StoredBlob> {
  for (const area of BLOB_AREAS) {
    if (!`${area}/`.startsWith(prefix) && !prefix.startsWith(`${area}/`)) continue;
    const within = prefix.length > area.length ? prefix : `${area}/`;
    let next: string | undefined;
    do {
      const page = await store.listObjectsPaged("/", within, LISTED_AT_ONCE, next);
      for (const { Key, Size, LastModified } of page?.objects ?? []) {
        yield { key: Key, bytes: Number(Size), storedAt: new Date(LastModified) };
      }
      next = page?.nextContinuationToken;
    } while (next);
  }
}
