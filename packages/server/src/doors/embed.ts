import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { Router } from "express";

const YEAR = "public, max-age=31536000, immutable";
/** The loader keeps its name, so browsers ask again soon. */
const LOADER = "public, max-age=300, stale-while-revalidate=86400";

/** The residents' elements as built files. Any page may load them: what they may do is decided by the API. */
export function createEmbed(folder: string): Router {
  const router = Router();
  router.use(
    "/embed",
    express.static(folder, {
      index: false,
      redirect: false,
      fallthrough: true,
      cacheControl: false,
      setHeaders(response, file) {
        response.set({
          "Access-Control-Allow-Origin": "*",
          "Cross-Origin-Resource-Policy": "cross-origin",
          "Cache-Control": file === join(folder, "veche.js") ? LOADER : YEAR,
        });
      },
    }),
  );
  return router;
}

/**
 * Nothing but our own. The component library's icons are a font inside its style sheet; the policy `default`
 * lets it empty elements and nothing else; `veche-pasted` parses what editors paste, apart from the page.
 */
const CONSOLE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html default veche-pasted",
].join("; ");

/** The staff's application: one page, and its hashed files. */
export function createConsole(folder: string): Router {
  const router = Router();
  const page = join(folder, "index.html");
  router.use(
    "/console",
    (_request, response, next) => {
      response.set("Content-Security-Policy", CONSOLE_POLICY);
      next();
    },
    express.static(folder, { index: false, redirect: false, cacheControl: false, setHeaders: cacheHashed }),
  );
  router.get(["/console", "/console/{*room}"], (_request, response, next) => {
    if (!existsSync(page)) return next();
    response.set("Cache-Control", "no-cache").sendFile(page, { cacheControl: false });
  });
  return router;
}

function cacheHashed(response: express.Response, file: string): void {
  response.set("Cache-Control", /-[A-Za-z0-9_-]{8,}\.\w+$/.test(file) ? YEAR : "no-cache");
}
