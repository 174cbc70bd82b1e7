import type { RefusalCode, RefusalReply } from "@veche/protocol";

/** The server's expected no, with its sentence in the console's language. */
export class ServerRefusal extends Error {
  override readonly name = "ServerRefusal";
  readonly code: RefusalCode;
  readonly field: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  constructor(reply: RefusalReply) {
    super(reply.message);
    this.code = reply.code;
    this.field = reply.field;
    this.retryAfterSeconds = reply.retryAfterSeconds;
  }
}

/** True of a refusal with one of the codes. */
export function isRefusal(error: unknown, ...codes: readonly RefusalCode[]): error is ServerRefusal {
  return error instanceof ServerRefusal && (codes.length === 0 || codes.includes(error.code));
}

/** What is said of an error: a refusal's sentence; of anything unexpected, its own words. */
export const refusalText = (error: unknown): string => (isRefusal(error) ? error.message : String(error));
