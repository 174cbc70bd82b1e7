import { createHash } from "node:crypto";
import type { Ballot, Caller } from "@veche/protocol";
import type { Contest } from "./a-contest.ts";

/** Works a task out as a browser does. */
export function answerTo({ task, bits }: { readonly task: string; readonly bits: number }): string {
  for (let answer = 0; ; answer += 1) {
    const digest = createHash("sha256").update(`${task}.${answer}`).digest();
    if (digest.readUInt32BE() < 2 ** (32 - bits)) return String(answer);
  }
}

/** Somebody with a browser of their own, in a network. */
export function aVoter({ operations, resident }: Contest, name: string, network: string = name) {
  const caller: Caller = { ...resident, token: `voter-token-of-${name}`, network };
  const ballot = async () => (await operations.ballot({ slug: "les" }, caller)).ballot;
  const cast = (entryId: string, work: NonNullable<Ballot["work"]>, answer = answerTo(work)) =>
    operations.vote({ slug: "les", entryId, task: work.task, answer }, caller);
  return {
    ballot,
    cast,
    async vote(entryId: string) {
      const { work } = await ballot();
      if (!work) throw new Error("the vote is not open");
      return (await cast(entryId, work)).ballot.own;
    },
  };
}
