import { randomUUID } from "node:crypto";
import { type Locale, Refusal, type RefusalCode, REFUSAL_STATUS, type RefusalReply } from "@veche/protocol";
import type { Logger } from "pino";
import { explain, type Say } from "../texts.ts";

export interface Problem {
  /** What the client is told. */
  readonly reply: RefusalReply;
  readonly status: number;
  /** Under which a surprise stands in the log. */
  readonly incident?: string;
}

/** Who tries what they may not is found in the log, by the network's keyed hash; calls beyond a limit are only counted. */
const AT_THE_DOOR: ReadonlySet<RefusalCode> = new Set(["unauthenticated", "forbidden"]);

/**
 * Turns whatever was thrown into what the client is told; surprises go to the log whole, once, and
 * are counted.
 */
export function createRefusals(
  say: Say,
  log: Pick<Logger, "info" | "warn" | "error">,
  countFault: () => void,
) {
  return (error: unknown, locale: Locale, doing: string, network?: string): Problem => {
    if (error instanceof Refusal) {
      if (AT_THE_DOOR.has(error.code)) {
        log.info({ doing, code: error.code, reason: error.details.reason, network }, "refused at the door");
      }
      if (error.code === "unavailable") log.warn({ doing, err: error }, "refused: unavailable");
      return {
        status: REFUSAL_STATUS[error.code],
        reply: {
          code: error.code,
          message: explain(say, locale, error.code, error.details),
          ...(error.details.field ? { field: error.details.field } : {}),
          ...(error.details.retryAfterSeconds ? { retryAfterSeconds: error.details.retryAfterSeconds } : {}),
        },
      };
    }
    const incident = randomUUID();
    log.error({ doing, incident, err: error }, "unexpected error");
    countFault();
    return {
      status: REFUSAL_STATUS.unavailable,
      reply: {
        code: "unavailable",
        message: say(locale, "unavailable.fault", { incident: incident.slice(0, 8) }),
      },
      incident,
    };
  };
}
export type ExplainProblem = ReturnType<typeof createRefusals>;
