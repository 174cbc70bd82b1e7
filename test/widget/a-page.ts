import { createServer } from "node:http";
import { freePort } from "../server-process.ts";

/** A town's page with the given elements in it, at an address of its own. */
export async function aPage(elements: string): Promise<{ url: string; close(): Promise<void> }> {
  const port = await freePort();
  const page = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Город</title><link rel="icon" href="data:,"><h1>Город</h1>${elements}`;
  const pages = createServer(
    (_request, response) => void response.setHeader("content-type", "text/html").end(page),
  );
  await new Promise<void>((resolve) => pages.listen(port, "localhost", resolve));
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        pages.closeAllConnections();
        pages.close(() => resolve());
      }),
  };
}
