import { Refusal } from "@veche/protocol";
import type { CountLimit } from "../../count-limit.ts";
import { WRONG_FROM_NETWORK, WRONG_PASSWORDS } from "./rules.ts";

/** Guessing is slow: tries are spent before a password or code is looked at, so that many at once get no more. */
export function createTries(countLimit: CountLimit) {
  const allowance = ({ tries, withinSeconds }: { tries: number; withinSeconds: number }) => ({
    points: tries,
    duration: withinSeconds,
  });
  const perAccount = countLimit("account tries", allowance(WRONG_PASSWORDS));
  const perNetwork = countLimit("network tries", allowance(WRONG_FROM_NETWORK));
  const keyOf = (account: string, network: string) => `${account} ${network}`;

  return {
    /** @throws Refusal `rate_limited` with when to come back */
    async spend(account: string, network: string): Promise<void> {
      for (const [limiter, key] of [
        [perAccount, keyOf(account, network)],
        [perNetwork, network],
      ] as const) {
        try {
          await limiter.consume(key);
        } catch (spent) {
          if (spent instanceof Error) throw spent;
          const { msBeforeNext } = spent as { msBeforeNext: number };
          const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
          throw new Refusal("rate_limited", {
            reason: "staff.too_many_tries",
            retryAfterSeconds,
            values: { minutes: Math.ceil(retryAfterSeconds / 60) },
          });
        }
      }
    },
    /** After a right one. */
    async giveBack(account: string, network: string): Promise<void> {
      await Promise.all([perAccount.delete(keyOf(account, network)), perNetwork.reward(network)]);
    },
    /** The last one was no guess: a code was asked for, say. */
    async forgive(account: string, network: string): Promise<void> {
      await Promise.all([perAccount.reward(keyOf(account, network)), perNetwork.reward(network)]);
    },
  };
}

export type Tries = ReturnType<typeof createTries>;
