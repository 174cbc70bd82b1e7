import { createHash } from "node:crypto";
import type { VoteWork } from "@veche/protocol";
import type { CampaignParts } from "../parts.ts";

/** How long a task is good for. */
const MINUTES = 10;
/** About a third of a second in a browser. */
const LEAST_BITS = 13;
/** Above it a telephone would work for longer than people wait. */
const MOST_BITS = 17;
/** That many votes of one network in an hour cost nothing more: a family, a classroom. */
const AT_EASE = 30;

/** A network that brings many votes works longer for each. */
export const bitsFor = (votesInLastHour: number): number =>
  Math.min(MOST_BITS, LEAST_BITS + Math.max(0, Math.ceil(Math.log2(Math.max(1, votesInLastHour) / AT_EASE))));

/** What to work out before a vote: signed, so that nothing of it needs to be kept. */
export function createProof({ secrets, clock }: Pick<CampaignParts, "secrets" | "clock">) {
  const sign = (campaign: string, voter: string, until: string, bits: string) =>
    secrets.hash(JSON.stringify(["vote task", campaign, voter, until, bits]));

  return {
    task(campaign: string, voter: string, bits: number): VoteWork {
      const until = String(clock().getTime() + MINUTES * 60_000);
      return { task: [until, bits, sign(campaign, voter, until, String(bits))].join("."), bits };
    },

    /** Whether this voter was given the task in this campaign not long ago, and the answer is worked out. */
    isDone(campaign: string, voter: string, task: string, answer: string): boolean {
      const [until = "", bits = "", signature] = task.split(".");
      return (
        signature === sign(campaign, voter, until, bits) &&
        Number(until) > clock().getTime() &&
        noughts(createHash("sha256").update(`${task}.${answer}`).digest()) >= Number(bits)
      );
    },
  };
}

/** How many bits of nought the bytes begin with. */
function noughts(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => byte !== 0);
  return at < 0 ? bytes.length * 8 : at * 8 + Math.clz32(bytes[at] ?? 0) - 24;
}
