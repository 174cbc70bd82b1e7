/** What better-auth's own refusals carry. */
interface ApiRefusal extends Error {
  readonly statusCode: number;
  readonly body?: { readonly code?: string };
}

const isApiRefusal = (error: unknown): error is ApiRefusal =>
  error instanceof Error && "statusCode" in error && typeof error.statusCode === "number";

/**
 * The code of an expected no of better-auth; anything else is thrown on.
 *
 * @param expected what it calls a fault of its own, though the caller's answer was wrong
 */
export function refusedWith(error: unknown, expected?: string): string {
  if (!isApiRefusal(error)) throw error;
  const code = error.body?.code ?? String(error.statusCode);
  if (error.statusCode >= 500 && code !== expected) throw error;
  return code;
}

/** `name=value` pairs of what a reply would set, as a later request would send them back. */
export const cookiesOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .flatMap((cookie) => (/max-age=0/i.test(cookie) ? [] : [cookie.split(";")[0] ?? ""]))
    .join("; ");
