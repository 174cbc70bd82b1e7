import { Refusal } from "@veche/protocol";
import type { Request, RequestHandler } from "express";
import { watchBody } from "../body-limit.ts";

const MAX_BYTES = 256 * 1024;
/** Enough for the slowest phone; a connection that trickles is not kept. */
const WITHIN_MS = 30_000;

/**
 * Middleware that leaves a JSON body at `request.body`. A body that is too large is refused as soon
 * as that is known, without waiting for the rest.
 *
 * Passes on Refusal `unsupported_media`, `too_large`, `invalid`.
 */
export function readJsonBody(): RequestHandler {
  return async (request, _response, next) => {
    if (request.is("application/json") === false) {
      throw new Refusal("unsupported_media", { reason: "unsupported_media.json" });
    }
    if ((request.headers["content-encoding"] ?? "identity") !== "identity") {
      throw new Refusal("unsupported_media", { reason: "unsupported_media.encoding" });
    }
    request.body = parsed(await received(request));
    next();
  };
}

function received(request: Request): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Buffer[] = [];
  const tooLong = watchBody(request, MAX_BYTES);
  const refuseSize = () => reject(new Refusal("too_large", { reason: "too_large.json" }));
  const refuseHalf = () => reject(new Refusal("invalid", { reason: "invalid.half" }));
  if (tooLong.aborted) refuseSize();
  tooLong.addEventListener("abort", refuseSize);
  const late = setTimeout(refuseHalf, WITHIN_MS);
  request.on("data", (chunk: Buffer) => {
    if (!tooLong.aborted) chunks.push(chunk);
  });
  request.once("end", () => resolve(Buffer.concat(chunks)));
  request.once("close", refuseHalf);
  return promise.finally(() => clearTimeout(late));
}

function parsed(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal("invalid", { reason: "invalid.json" });
  }
}
