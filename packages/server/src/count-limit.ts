import { type RateLimiterAbstract, RateLimiterMemory } from "rate-limiter-flexible";

/** So many of something in so much time. */
export interface Allowance {
  readonly points: number;
  /** In seconds. */
  readonly duration: number;
}

/** Makes what counts by key, under a name of its own; whether other processes count along is the maker's business. */
export type CountLimit = (name: string, allowance: Allowance) => RateLimiterAbstract;

/** For what only this process sees, such as a socket's events. */
export const countHere: CountLimit = (keyPrefix, allowance) =>
  new RateLimiterMemory({ keyPrefix, ...allowance });
