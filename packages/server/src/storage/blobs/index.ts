export { BLOB_AREAS, type BlobArea, type BlobType, contentTypeOf, newBlobKey } from "./blob-key.ts";
export type { Blobs, OpenedBlob, StoredBlob } from "./blobs.ts";
export { openS3Blobs, type S3BlobsParts } from "./s3.ts";
export { isDiskFault } from "./faults.ts";
export { filesIn, openDiskBlobs } from "./disk.ts";
export { type NewBlob, putAll, removeAll, removeOrphans } from "./several.ts";
export { removeStaleFiles } from "./stale-files.ts";
