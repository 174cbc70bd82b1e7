import { Refusal } from "@veche/protocol";
import { MulterError } from "multer";
import { isDiskFault } from "../storage/blobs/index.ts";

/** multer's closed list of complaints, as ours. A complaint that isn't here is about the form itself. */
const OVER_LIMITS: Readonly<Record<string, string | undefined>> = {
  LIMIT_FIELD_VALUE: "uploads.long_field",
  LIMIT_FIELD_COUNT: "uploads.many_parts",
  LIMIT_PART_COUNT: "uploads.many_parts",
};
const WRONG_FORMS: Readonly<Record<string, string | undefined>> = {
  LIMIT_FILE_COUNT: "uploads.one_file",
  LIMIT_UNEXPECTED_FILE: "uploads.one_file",
};
const DISK_IS_FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

export function tooLargeUpload(field: string, maxBytes: number): Refusal {
  return new Refusal("too_large", {
    reason: "uploads.too_large",
    field,
    values: { megabytes: Math.floor(maxBytes / (1024 * 1024)) },
  });
}

/** What an upload's failure is called; what isn't the client's doing or the disk's stays as it was thrown. */
export function refusalOfUpload(error: unknown, field: string, maxBytes: number): unknown {
  if (error instanceof Refusal) return error;
  if (error instanceof MulterError) return refusalOfMulter(error, field, maxBytes);
  if (!(error instanceof Error)) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code && DISK_IS_FULL.has(code)) {
    return new Refusal("unavailable", { reason: "uploads.no_room", retryAfterSeconds: 600 });
  }
  if (isDiskFault(error)) return new Refusal("unavailable", { reason: "storage", retryAfterSeconds: 30 });
  if (syscall && code !== "ECONNRESET") return error;
  // The parser's own words for a broken form, or the connection's for a lost one: nobody hears the latter.
  return new Refusal("invalid", { reason: "uploads.broken" });
}

function refusalOfMulter(error: MulterError, field: string, maxBytes: number): Refusal {
  if (error.code === "LIMIT_FILE_SIZE") return tooLargeUpload(field, maxBytes);
  const blamed = error.field ? { field: error.field } : {};
  const limit = OVER_LIMITS[error.code];
  if (limit) return new Refusal("too_large", { reason: limit, ...blamed });
  const wrong = WRONG_FORMS[error.code];
  if (wrong) return new Refusal("invalid", { reason: wrong, field, ...blamed });
  return new Refusal("invalid", { reason: "uploads.broken", ...blamed });
}
