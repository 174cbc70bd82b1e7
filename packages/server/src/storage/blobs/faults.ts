import { Refusal } from "@veche/protocol";
import { S3NetworkError, S3ServiceError } from "s3mini";

/** What the file system says when the disk, not the file, is at fault. */
const DISK = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EIO", "EROFS", "EMFILE", "ENFILE"]);
const TOO_MANY_REQUESTS = 429;

export const isDiskFault = (error: unknown): boolean =>
  error instanceof Error && "code" in error && DISK.has(String(error.code));

/** What a store, its network or the disk before it is at fault for. */
export const isStoreFault = (error: unknown): boolean =>
  isDiskFault(error) ||
  error instanceof S3NetworkError ||
  (error instanceof S3ServiceError && (error.status >= 500 || error.status === TOO_MANY_REQUESTS));

/** @throws Refusal `unavailable` for such a fault; anything else as it was thrown */
export async function storing(
  work: () => Promise<unknown>,
  isFault: (error: unknown) => boolean,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isFault(error)) throw error;
    const refusal = new Refusal("unavailable", { reason: "storage", retryAfterSeconds: 30 });
    throw Object.assign(refusal, { cause: error });
  }
}
