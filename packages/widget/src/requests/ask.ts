import { Problem, problemOf } from "./problem.ts";

/** Where to ask and in which language to be answered. */
export interface Address {
  /** Origin of the city's server, such as `https://chat.example.city`. */
  readonly server: string;
  readonly locale: string;
}

export interface Question {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Sent as JSON. */
  readonly body?: Readonly<Record<string, string | number | boolean>>;
  /** Sent as it is, instead of a body. */
  readonly form?: FormData;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly token?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks the city's server and gives the answer's body.
 *
 * @param path with a leading slash, `{…}` already filled in
 * @throws Problem when refused or when no answer came; AbortError when `signal` was raised
 */
export async function ask<Answer>(address: Address, path: string, question: Question = {}): Promise<Answer> {
  const url = new URL(path, address.server);
  for (const [name, value] of Object.entries(question.query ?? {})) {
    if (value) url.searchParams.set(name, value);
  }
  const response = await fetch(url, {
    method: question.method ?? "GET",
    // A resident has no cookie; a staff session of the same browser must not leak in.
    credentials: "omit",
    headers: {
      "Accept-Language": address.locale,
      ...(question.body ? { "Content-Type": "application/json" } : {}),
      ...(question.token ? { Authorization: `Bearer ${question.token}` } : {}),
    },
    body: question.body ? JSON.stringify(question.body) : (question.form ?? null),
    signal: question.signal ?? null,
  }).catch((cause: unknown) => {
    if (question.signal?.aborted) throw cause;
    throw new Problem("unreachable");
  });
  const body = await response.text();
  if (!response.ok) throw problemOf(response.status, body);
  return JSON.parse(body) as Answer;
}
