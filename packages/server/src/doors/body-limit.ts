import type { Request, RequestHandler } from "express";

/** How much more is read after an answer, so that a browser gets to reading it. */
const READ_ON_BYTES = 40 * 1024 * 1024;
/** A client that sends less than this in such a time is not waited for. */
const LEAST_BYTES = 10 * 1024;
const LEAST_BYTES_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 50;

/**
 * Watches how much a request sends.
 *
 * @returns aborts when the body is longer than allowed, at once if its header says so
 */
export function watchBody(request: Request, allowedBytes: number): AbortSignal {
  const tooLong = new AbortController();
  let received = 0;
  if (Number(request.headers["content-length"] ?? 0) > allowedBytes) tooLong.abort();
  request.on("data", (chunk: Buffer) => {
    received += chunk.length;
    if (received > allowedBytes) tooLong.abort();
  });
  endWithConnection(request);
  return tooLong.signal;
}

/** Once it was answered, Node no longer tells a request that its connection is gone: its readers would wait for ever. */
function endWithConnection(request: Request): void {
  const { socket } = request;
  const end = () => request.destroy();
  const forget = () => socket.off("close", end);
  socket.once("close", end);
  request.once("end", forget);
  request.once("close", forget);
}

/**
 * Middleware for requests that are answered before they were read to their end, as refusals are.
 * Closing while the client still sends would make it see a reset connection instead of the answer,
 * so the rest is read on and thrown away for a while; then the connection is cut. Without this Node
 * reads on for as long as a client cares to send.
 */
export function cutUnread(): RequestHandler {
  return (request, response, next) => {
    response.once("finish", () => {
      if (!request.complete) readOnForAWhile(request);
    });
    next();
  };
}

function readOnForAWhile(request: Request): void {
  const { socket } = request;
  const from = socket.bytesRead;
  let seen = from;
  let seenAt = performance.now();
  request.resume();
  const watching = setInterval(() => {
    const now = performance.now();
    if (socket.bytesRead - seen >= LEAST_BYTES) [seen, seenAt] = [socket.bytesRead, now];
    if (socket.bytesRead - from > READ_ON_BYTES || now - seenAt > LEAST_BYTES_WITHIN_MS) socket.destroy();
    if (request.complete || socket.destroyed) clearInterval(watching);
  }, LOOK_EVERY_MS);
  watching.unref();
}
