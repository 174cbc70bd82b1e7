import type { Problem } from "../refusals.ts";

/** A refused connection reaches the client as `connect_error` with the refusal in `data`. */
export function refuseConnection({ reply }: Problem): Error & { data: unknown } {
  return Object.assign(new Error(reply.message), { data: reply });
}
