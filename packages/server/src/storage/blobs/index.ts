export { BLOB_AREAS, type BlobArea, type BlobType, newBlobKey } from "./blob-key.ts";
export type { Blobs, OpenedBlob, StoredBlob } from "./blobs.ts";
export { openS3Blobs, type S3BlobsParts } from "./s3.ts";
export { openDiskBlobs } from "./disk.ts";
export { removeStaleFiles } from "./stale-files.ts";
