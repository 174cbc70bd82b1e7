import { Refusal } from "@veche/protocol";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type Router } from "express";
import helmet from "helmet";
import { cutUnread } from "./body-limit.ts";

export interface AppParts {
  readonly trustProxy: number;
  readonly secure: boolean;
  /** In the order in which they are asked. */
  readonly routers: readonly Router[];
  readonly errors: ErrorRequestHandler;
}

/** Express with headers that are safe by default: pages loosen them where they must. */
export function createApp({ trustProxy, secure, routers, errors }: AppParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", trustProxy);
  app.set("query parser", "simple");
  app.use(cutUnread());
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          "default-src": ["'none'"],
          "frame-ancestors": ["'none'"],
          "base-uri": ["'none'"],
          "form-action": ["'none'"],
        },
      },
      // Galleries on the town's own pages show our pictures.
      crossOriginResourcePolicy: { policy: "cross-origin" },
      referrerPolicy: { policy: "no-referrer" },
      strictTransportSecurity: secure,
    }),
  );
  app.use(compression({ threshold: 1024 }));
  for (const router of routers) app.use(router);
  app.use(() => {
    throw new Refusal("not_found");
  });
  app.use(errors);
  return app;
}
