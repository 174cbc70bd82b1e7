import type { Logger } from "pino";
import type { z } from "zod";

/** An OpenAI-compatible service that the city configured: its own, or one that it trusts. */
export interface ModelEndpoint {
  /** Up to and without `/embeddings` or `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string;
}

export interface EndpointParts {
  readonly clock: () => Date;
  readonly log: Pick<Logger, "warn">;
}

/** A resident's question waits no longer for it. */
export const QUESTION_BUDGET_MS = 800;

/** After a failure it is left alone so long, so that a dead service slows one question, not all. */
const REST_MS = 30_000;

export type Ask = <T>(
  path: string,
  body: Readonly<Record<string, unknown>>,
  shape: z.ZodType<T>,
  withinMs: number,
) => Promise<T | undefined>;

/** Asks a service that may fail: what fails, is late or makes no sense is undefined, and answers go on without it. */
export function createEndpoint({ url, model, key }: ModelEndpoint, { clock, log }: EndpointParts): Ask {
  let restsUntil = 0;

  return async (path, body, shape, withinMs) => {
    if (clock().getTime() < restsUntil) return undefined;
    try {
      const response = await fetch(`${url}${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...(key && { Authorization: `Bearer ${key}` }) },
        body: JSON.stringify({ model, ...body }),
        signal: AbortSignal.timeout(withinMs),
        // Elsewhere than configured, neither questions nor the key may go.
        redirect: "error",
      });
      if (!response.ok) throw new Error(`it answered ${response.status}`);
      return shape.parse(await response.json());
    } catch (error) {
      restsUntil = clock().getTime() + REST_MS;
      log.warn({ err: error, path }, "the language model was skipped; answers go on without it");
      return undefined;
    }
  };
}
