import type { Readable } from "node:stream";

export interface OpenedBlob {
  readonly bytes: number;
  readonly contentType: string;
  /** Opens the bytes; the reader ends or destroys the stream. */
  readonly stream: () => Readable;
  /** Where the bytes lie, if the driver keeps files: a door can send those without copying. */
  readonly file?: string;
}

export interface StoredBlob {
  readonly key: string;
  readonly bytes: number;
  readonly storedAt: Date;
}

/**
 * Where pictures are kept. A driver is a function from its options to this; every driver passes
 * `blobsKeepTheirPromises` in blobs.suite.ts.
 *
 * All functions throw on a key that `newBlobKey` can't have made: that is a bug, not a refusal.
 */
export interface Blobs {
  /**
   * Copies a file in. Once it resolves, the whole blob is on disk; before that nothing is seen of it.
   *
   * @throws Refusal `unavailable` when the disk or the store is at fault
   */
  readonly put: (key: string, filePath: string, options: { readonly contentType: string }) => Promise<void>;
  /** Undefined when there is no such blob. */
  readonly open: (key: string) => Promise<OpenedBlob | undefined>;
  readonly exists: (key: string) => Promise<boolean>;
  /** Resolves also when there was no such blob. */
  readonly remove: (key: string) => Promise<void>;
  /** All blobs of an area, in no order: `list("originals/")`. */
  readonly list: (prefix: string) => AsyncIterable<StoredBlob>;
}
