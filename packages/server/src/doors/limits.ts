import { Refusal } from "@veche/protocol";
import type { RateLimiterAbstract } from "rate-limiter-flexible";
import { type CountLimit, countHere } from "../count-limit.ts";

/** Calls that one network or socket may make: `points` in `duration` seconds. */
const LIMITS = {
  read: { points: 600, duration: 60 },
  change: { points: 60, duration: 60 },
  upload: { points: 30, duration: 60 * 10 },
  staff: { points: 1200, duration: 60 },
  connect: { points: 600, duration: 60 },
  event: { points: 60, duration: 20 },
  message: { points: 15, duration: 20 },
  /** Of a network: a new tab brings no new messages for whoever floods. */
  messages: { points: 600, duration: 60 },
} as const;

export type Limit = keyof typeof LIMITS;
/** @throws Refusal `rate_limited` with when to come back */
export type Spend = (limit: Limit, key: string) => Promise<void>;

/** A socket lives at one process. */
const OF_A_SOCKET: ReadonlySet<string> = new Set<Limit>(["event", "message"]);

/**
 * @param on false only for measurements on loopback
 * @param countLimit counts a network's calls, at all processes together where there are several
 */
export function createLimits(on: boolean, countLimit: CountLimit = countHere): Spend {
  if (!on) return async () => undefined;
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([name, allowance]) => [
      name,
      (OF_A_SOCKET.has(name) ? countHere : countLimit)(name, allowance),
    ]),
  ) as Record<Limit, RateLimiterAbstract>;
  return async (limit, key) => {
    try {
      await limiters[limit].consume(key);
    } catch (spent) {
      if (spent instanceof Error) throw spent;
      const { msBeforeNext } = spent as { msBeforeNext: number };
      throw new Refusal("rate_limited", { retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) });
    }
  };
}
