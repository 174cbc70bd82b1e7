import { rm } from "node:fs/promises";
import { type QuarantinedFile, Refusal } from "@veche/protocol";
import type { Request, RequestHandler, Response } from "express";
import multer from "multer";
import { watchBody } from "./body-limit.ts";
import { createQuarantine } from "./quarantine.ts";
import { refusalOfUpload, tooLargeUpload } from "./upload-refusals.ts";

const MAX_FIELDS = 60;
const FIELD_MAX_BYTES = 64 * 1024;
/** Text parts, their headers and the boundaries, at the most. */
const BESIDE_FILE_BYTES = MAX_FIELDS * (FIELD_MAX_BYTES + 1024);
const FORM_LIMITS = {
  files: 1,
  fields: MAX_FIELDS,
  fieldSize: FIELD_MAX_BYTES,
  fieldNameSize: 100,
  fieldNestingDepth: 0,
  parts: MAX_FIELDS + 1,
  headerPairs: 20,
};
const NAME_MAX_LENGTH = 200;
const BACK_AFTER_SECONDS = 10;
const LONGEST_HANDLER_MS = 10 * 60 * 1_000;

export interface UploadParts {
  /** The quarantine; made if it is missing. */
  readonly folder: string;
  readonly maxBytes: number;
  readonly newId: () => string;
}

/** The door for files. */
export interface Uploads {
  /** Middleware for a form whose part of this name holds the file. */
  readonly receive: (field: string) => RequestHandler;
  /** From now on uploads, also those on their way, are told to come back later. */
  readonly refuse: () => void;
  /** Resolves once nothing is being written to quarantine. */
  readonly settled: () => Promise<void>;
}

/** What one multipart request brought. */
export interface ReceivedUpload {
  readonly fields: Readonly<Record<string, string>>;
  readonly file?: QuarantinedFile;
}

/**
 * Streams a multipart form's file into quarantine, under a random name, and leaves a `ReceivedUpload`
 * at `response.locals.upload`. The file is deleted once the answer is sent, unless somebody took it
 * away; after an upload that failed or was dropped nothing is left.
 *
 * Passes on Refusal `too_large`, `invalid`, `unsupported_media`, `unavailable` (a full disk, or ending).
 */
export function createUploads({ folder, maxBytes, newId }: UploadParts): Uploads {
  const closing = new AbortController();
  const writing = new Set<Promise<unknown>>();
  const storage = createQuarantine(folder, newId, watch);

  function watch(work: Promise<unknown>): void {
    const watched: Promise<unknown> = work.catch(() => undefined).finally(() => writing.delete(watched));
    writing.add(watched);
  }

  function receive(field: string): RequestHandler {
    const parseForm = multer({
      storage,
      // Browsers write file names as UTF-8 without saying so.
      defParamCharset: "utf8",
      limits: { ...FORM_LIMITS, fileSize: maxBytes },
    }).single(field);

    return async (request, response, next) => {
      const tooLong = watchBody(request, maxBytes + BESIDE_FILE_BYTES);
      if (!request.is("multipart/form-data")) {
        throw new Refusal("unsupported_media", { reason: "uploads.not_a_form" });
      }
      if (tooLong.aborted) throw tooLargeUpload(field, maxBytes);
      if (closing.signal.aborted) throw closingRefusal();
      const parsing = parsed(parseForm, request, response);
      const over = new AbortController();
      try {
        await Promise.race([
          parsing,
          rejectedBy(tooLong, () => tooLargeUpload(field, maxBytes), over.signal),
          rejectedBy(closing.signal, closingRefusal, over.signal),
        ]);
        response.locals.upload = uploadOf(request);
      } catch (error) {
        // The answer doesn't wait for the rest of the body; what the parser still finishes isn't wanted.
        watch(parsing.then(() => discardFile(request)));
        throw refusalOfUpload(error, field, maxBytes);
      } finally {
        over.abort();
      }
      discardAfter(request, response);
      next();
    };
  }

  return {
    receive,
    refuse: () => closing.abort(),
    async settled() {
      while (writing.size > 0) await Promise.all(writing);
    },
  };
}

function parsed(parseForm: RequestHandler, request: Request, response: Response): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  parseForm(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  return promise;
}

function rejectedBy(signal: AbortSignal, refusal: () => Refusal, until: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener("abort", () => reject(refusal()), { once: true, signal: until });
  return promise;
}

const closingRefusal = () =>
  new Refusal("unavailable", { reason: "uploads.closing", retryAfterSeconds: BACK_AFTER_SECONDS });

/** Once the answer is sent nobody reads the file. A client that left doesn't end the handler, which still may. */
function discardAfter(request: Request, response: Response): void {
  response.once("close", () => {
    if (response.writableFinished) void discardFile(request);
    else setTimeout(() => void discardFile(request), LONGEST_HANDLER_MS).unref();
  });
}

async function discardFile(request: Request): Promise<void> {
  if (request.file) await rm(request.file.path, { force: true });
}

function uploadOf(request: Request): ReceivedUpload {
  const fields = fieldsOf(request);
  return request.file ? { fields, file: quarantined(request.file) } : { fields };
}

function fieldsOf(request: Request): Record<string, string> {
  const fields: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(request.body ?? {})) {
    if (typeof value !== "string")
      throw new Refusal("invalid", { reason: "uploads.repeated_field", field: name });
    fields[name] = value;
  }
  return fields;
}

function quarantined(file: Express.Multer.File): QuarantinedFile {
  return { path: file.path, bytes: file.size, name: cleanName(file.originalname) };
}

/** Only ever shown, never a path. */
function cleanName(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}/\\]/gu, "")
    .slice(0, NAME_MAX_LENGTH);
}
