import type { IncomingMessage } from "node:http";

export interface Origins {
  /** Whether a page of this origin may call at all. No origin (a script, a same-site read) is fine. */
  isAllowed(request: IncomingMessage): boolean;
  /** Whether the call surely comes from our own pages: for everything that staff change. */
  isOwn(request: IncomingMessage): boolean;
  /** Own, or no origin said: browsers leave it out of a same-origin read, and a strict cookie stays at home elsewhere. */
  isOwnOrUnsaid(request: IncomingMessage): boolean;
}

/**
 * The origin is checked on every request, not left to CORS headers, which only stop the reading of
 * an answer. Our own origin is the public address, and whatever host the request was sent to.
 *
 * @param allowed origins whose pages may embed the widget; `*` for any
 */
export function createOrigins(allowed: () => readonly string[], publicUrl: () => string): Origins {
  const isOwnOrigin = (origin: string, request: IncomingMessage) => {
    if (origin === new URL(publicUrl()).origin) return true;
    const { host } = request.headers;
    return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
  };

  const isOwnSite = (request: IncomingMessage) => {
    const site = request.headers["sec-fetch-site"];
    return site === undefined || site === "same-origin" || site === "none";
  };

  return {
    isAllowed(request) {
      const { origin } = request.headers;
      return (
        origin === undefined ||
        allowed().some((it) => it === "*" || it === origin) ||
        isOwnOrigin(origin, request)
      );
    },
    isOwn(request) {
      const { origin } = request.headers;
      return isOwnSite(request) && origin !== undefined && isOwnOrigin(origin, request);
    },
    isOwnOrUnsaid(request) {
      const { origin } = request.headers;
      return isOwnSite(request) && (origin === undefined || isOwnOrigin(origin, request));
    },
  };
}
