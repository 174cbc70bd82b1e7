import type { Request } from "express";

/** How much more is read after a refusal, so that a browser gets to reading the answer. */
const READ_ON_BYTES = 40 * 1024 * 1024;

/**
 * Watches how much a request sends. Closing while the client still sends would make it see a reset
 * connection instead of the refusal, so what is too much is read on and thrown away for a while;
 * then the connection is cut.
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
    if (received > allowedBytes + READ_ON_BYTES) request.destroy();
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
