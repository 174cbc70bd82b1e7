import { createServer } from "node:http";
import { readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { Rival } from "./field.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
};

/** A page with a rival on it, and the rival's files, from this machine. */
export async function serveRival({ folder, page }: Rival): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = join(folder, path.replace(/^\/field\//, ""));
    if (path === "/") {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>Town</title><link rel="icon" href="data:,"><h1>Town</h1>${page}`,
      );
    } else if (path.startsWith("/field/") && statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
      response.end(readFileSync(file));
    } else {
      response.setHeader("content-type", "application/json");
      response.end("{}");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  return { url: `http://localhost:${address.port}/`, close: () => server.close() };
}
