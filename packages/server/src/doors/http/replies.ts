import { STATUS_CODES } from "node:http";
import { pipeline } from "node:stream/promises";
import type { RawReply } from "@veche/protocol";
import type { Request, Response } from "express";
import type { Problem } from "../refusals.ts";

/** An RFC 9457 problem document with the contract's `code`. */
export function sendProblem(response: Response, problem: Problem): void {
  const { status, incident } = problem;
  const { code, message, field, retryAfterSeconds } = problem.reply;
  if (retryAfterSeconds) response.set("Retry-After", String(retryAfterSeconds));
  response
    .status(status)
    .set("Cache-Control", "no-store")
    .type("application/problem+json")
    .send(
      JSON.stringify({
        type: "about:blank",
        title: STATUS_CODES[status],
        status,
        code,
        detail: message,
        ...(field ? { field } : {}),
        ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
        ...(incident ? { instance: `urn:uuid:${incident}` } : {}),
      }),
    );
}

const INERT = "default-src 'none'; sandbox";

export async function sendRaw(request: Request, response: Response, reply: RawReply): Promise<void> {
  response.status(reply.status ?? 200);
  for (const [header, value] of Object.entries(reply.headers ?? {})) {
    // What the origin check varies by must stay beside the handler's own.
    if (header === "Vary") response.vary(value);
    else response.set(header, value);
  }
  response.set("X-Content-Type-Options", "nosniff");
  // Whatever a browser takes a picture's bytes for, they do nothing.
  if (reply.contentType.startsWith("image/")) response.set("Content-Security-Policy", INERT);
  const { body } = reply;
  if (typeof body === "object" && "file" in body) {
    response.type(reply.contentType);
    await new Promise<void>((resolve, reject) => {
      response.sendFile(
        body.file,
        { cacheControl: false, dotfiles: "allow", lastModified: false },
        (error) => {
          // A reader that goes away in the middle is no fault of ours.
          if (error && !request.destroyed && !response.headersSent) reject(error);
          else resolve();
        },
      );
    });
    return;
  }
  if (typeof body === "object" && "stream" in body) {
    response.type(reply.contentType);
    await pipeline(body.stream, response).catch((error: unknown) => {
      if (!request.destroyed && !response.headersSent) throw error;
      response.destroy();
    });
    return;
  }
  response.set("Content-Type", reply.contentType).send(typeof body === "string" ? body : Buffer.from(body));
}
