import type { RefusalCode } from "@veche/protocol";

const CODE_OF_STATUS: Readonly<Record<number, RefusalCode>> = {
  400: "invalid",
  401: "unauthenticated",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  413: "too_large",
  415: "unsupported_media",
  429: "rate_limited",
};

/** `unreachable`: no answer came, so nobody knows whether the request was carried out. */
export type ProblemCode = RefusalCode | "unreachable";

/** A request that did not succeed, in the server's words where it spoke. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: ProblemCode;
  /** What happened and what to do, in the reader's language; absent when the answer was not ours. */
  readonly detail: string | undefined;
  readonly field: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ProblemCode,
    told: {
      detail?: string | undefined;
      field?: string | undefined;
      retryAfterSeconds?: number | undefined;
    } = {},
  ) {
    super(told.detail ?? code);
    this.code = code;
    this.detail = told.detail;
    this.field = told.field;
    this.retryAfterSeconds = told.retryAfterSeconds;
  }

  /** Whether the server certainly did not carry the request out; otherwise nobody knows. */
  get decided(): boolean {
    return this.code !== "unreachable" && this.code !== "unavailable";
  }
}

/**
 * Reads a refusal. A proxy in between may answer with a page of its own: then only the status counts.
 *
 * @source RFC 9457
 */
export function problemOf(status: number, body: string): Problem {
  const told = documentIn(body);
  const code = typeof told.code === "string" ? (told.code as RefusalCode) : codeOf(status);
  return new Problem(code, {
    detail: textIn(told.detail),
    field: textIn(told.field),
    retryAfterSeconds: typeof told.retryAfterSeconds === "number" ? told.retryAfterSeconds : undefined,
  });
}

function codeOf(status: number): ProblemCode {
  if (status === 0) return "unreachable";
  return CODE_OF_STATUS[status] ?? (status >= 500 ? "unavailable" : "invalid");
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function documentIn(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
