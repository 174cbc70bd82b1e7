import { Refusal, type RefusalCode, type RefusalDetails } from "@veche/protocol";

/** A refusal on its way out of a thread, which would lose all but its message. */
export interface PassedRefusal {
  readonly refused: { readonly code: RefusalCode; readonly details: RefusalDetails };
}

/** @throws whatever is no refusal */
export function passRefusal(error: unknown): PassedRefusal {
  if (!(error instanceof Refusal)) throw error;
  return { refused: { code: error.code, details: error.details } };
}

export const isPassedRefusal = (reply: unknown): reply is PassedRefusal =>
  typeof reply === "object" && reply !== null && "refused" in reply;

export const refusalOf = ({ refused }: PassedRefusal): Refusal => new Refusal(refused.code, refused.details);
