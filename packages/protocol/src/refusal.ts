/** Every way in which the server says no, with its HTTP status. The list is closed and public. */
export const REFUSAL_STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported_media: 415,
  rate_limited: 429,
  unavailable: 503,
} as const;

export type RefusalCode = keyof typeof REFUSAL_STATUS;

export interface RefusalDetails {
  /** Names a sentence in the server's texts; without it the code's general sentence is said. */
  readonly reason?: string;
  /** The input's field, named as the client named it. */
  readonly field?: string;
  readonly retryAfterSeconds?: number;
  /** Values for the sentence. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** An expected no. Rooms throw it, doors translate it once; anything else that is thrown is a bug. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(details.reason ? `${code}: ${details.reason}` : code);
    this.code = code;
    this.details = details;
  }
}

/** What a Socket.IO acknowledgement and a problem document carry of a refusal. */
export interface RefusalReply {
  readonly code: RefusalCode;
  /** In the client's locale; says what to do. */
  readonly message: string;
  readonly field?: string;
  readonly retryAfterSeconds?: number;
}

/** The acknowledgement of every socket event. */
export type Acknowledgement<Output> = ({ ok: true } & Output) | { ok: false; error: RefusalReply };
