import type { HttpOperation, Operations, RefusalReply, ReplyOf, RequestOf } from "@veche/protocol";
import { requestOf } from "./request.ts";
import type { HttpRoute, Routes } from "./route.ts";
import { ServerRefusal } from "./server-refusal.ts";

type Call<Op> = (input: RequestOf<Op>, signal?: AbortSignal) => Promise<ReplyOf<Op>>;

/** Every JSON operation of the protocol as a function: `client.campaigns.decide({ ids, decision })`. */
export type Client = {
  readonly [Room in keyof Operations]: {
    readonly [
      Name in keyof Operations[Room] as Operations[Room][Name] extends HttpOperation ? Name : never
    ]: Call<Operations[Room][Name]>;
  };
};

export interface ClientParts {
  readonly routes: Routes;
  readonly fetch: typeof fetch;
  /** The language in which the server's sentences are wanted. */
  readonly locale: () => string;
  /** Told when the server no longer knows the session. */
  readonly onSignedOut: () => void;
  /** What is said when the server cannot be reached. */
  readonly unreachable: () => string;
}

/**
 * Makes the console's HTTP client from the table of routes.
 *
 * Its functions throw {@link ServerRefusal}: what the server refused, or `unavailable` when it was not reached.
 */
export function createClient(parts: ClientParts): Client {
  const rooms = Object.entries(parts.routes).map(([room, named]) => [
    room,
    Object.fromEntries(
      Object.entries(named).flatMap(([name, route]) =>
        "method" in route ? [[name, callOf(route, parts)] as const] : [],
      ),
    ),
  ]);
  // The table is generated from the same operations as the type.
  return Object.fromEntries(rooms) as Client;
}

function callOf(route: HttpRoute, parts: ClientParts) {
  return async (input: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<unknown> => {
    const { method, url, body } = requestOf(route, input);
    const response = await parts
      .fetch(url, {
        method,
        body,
        signal,
        headers: {
          accept: "application/json",
          "accept-language": parts.locale(),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
      })
      .catch((cause: unknown) => {
        if (signal?.aborted) throw cause;
        throw new ServerRefusal({ code: "unavailable", message: parts.unreachable() });
      });
    if (response.ok) return response.status === 204 ? {} : await response.json();
    const refusal = await refusalOf(response, parts.unreachable());
    const signingIn = method === "POST" && url.endsWith("/staff/session");
    if (refusal.code === "unauthenticated" && !signingIn) parts.onSignedOut();
    throw refusal;
  };
}

export async function refusalOf(response: Response, unreachable: string): Promise<ServerRefusal> {
  const problem: Partial<RefusalReply> & { detail?: string; title?: string } = await response
    .json()
    .catch(() => ({}));
  const retryAfter = Number(response.headers.get("retry-after"));
  return new ServerRefusal({
    code: problem.code ?? "unavailable",
    message: problem.detail ?? problem.message ?? problem.title ?? unreachable,
    field: problem.field,
    retryAfterSeconds: problem.retryAfterSeconds ?? (retryAfter > 0 ? retryAfter : undefined),
  });
}
