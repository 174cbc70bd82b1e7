import { type Handler, type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import type { Metrics } from "./metrics.ts";

export { createMetrics, type Metrics } from "./metrics.ts";
export { createOpenapi } from "./openapi.ts";

export interface ServiceParts {
  /** Throws when the process can't do its work. */
  readonly assertReady: () => Promise<void>;
  readonly metrics: Metrics;
  readonly openapi: () => object;
  readonly media: Handler<Operations["service"]["media"]>;
}

/** What the process says of itself. */
export function createService({
  assertReady,
  metrics,
  openapi,
  media,
}: ServiceParts): HandlersOf<Operations["service"]> {
  let described: string | undefined;
  return {
    alive: async () => ({ contentType: "text/plain", body: "alive\n" }),
    async ready() {
      try {
        await assertReady();
      } catch (error) {
        throw Object.assign(new Refusal("unavailable", { retryAfterSeconds: 5 }), { cause: error });
      }
      return { contentType: "text/plain", body: "ready\n" };
    },
    metrics: async () => ({ contentType: metrics.contentType, body: await metrics.text() }),
    async openapi() {
      // Made once: it takes a good part of what a whole conversation takes.
      described ??= JSON.stringify(openapi());
      return { contentType: "application/json", body: described };
    },
    media,
  };
}
