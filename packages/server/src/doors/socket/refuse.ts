import type { Problem } from "../refusals.ts";

/** A refused connection reaches the client as `connect_error` with the refusal in `data`. */
export function refuseConnection({ status: _, incident: __, ...refusal }: Problem): Error & { data: unknown } {
  return Object.assign(new Error(refusal.message), { data: refusal });
}
