import { type AnyOperation, type Caller, type Locale, Refusal, type SocketOperation } from "@veche/protocol";
import type { Socket } from "socket.io";
import type { Served } from "../http/index.ts";
import type { Limit, Spend } from "../limits.ts";
import { parse } from "../parse.ts";
import type { ExplainProblem } from "../refusals.ts";

export interface EventParts {
  readonly served: readonly Served[];
  readonly spend: Spend;
  readonly explain: ExplainProblem;
  readonly count: (name: string, outcome: string, seconds: number) => void;
}

type ServedEvent = Served<SocketOperation>;

/** The operations of a namespace. */
export const eventsOf = (served: readonly Served[], namespace: SocketOperation["namespace"]): ServedEvent[] =>
  served.filter((it): it is ServedEvent => isSocket(it.operation) && it.operation.namespace === namespace);

const isSocket = (operation: AnyOperation): operation is SocketOperation => operation.door === "socket";

const limitOf = ({ event }: SocketOperation): Limit => (event === "message:send" ? "message" : "event");

/**
 * Answers every event of the list on one socket: limit, permission, schema, handler, acknowledgement.
 *
 * @param callerNow who this is at this moment; throws a Refusal when they may not do it any more
 */
export function answerEvents(
  socket: Socket,
  events: readonly ServedEvent[],
  locale: Locale,
  callerNow: (operation: SocketOperation) => Promise<Caller>,
  { spend, explain, count }: EventParts,
): void {
  for (const { name, operation, handler } of events) {
    socket.on(operation.event, async (...received: unknown[]) => {
      const acknowledge = operation.volatile ? undefined : acknowledgementOf(received);
      const payload = typeof received[0] === "function" ? undefined : received[0];
      const started = process.hrtime.bigint();
      let outcome = "ok";
      try {
        const caller = await callerNow(operation);
        await spend(limitOf(operation), operation.volatile ? `volatile ${socket.id}` : socket.id);
        if (limitOf(operation) === "message") await spend("messages", caller.network);
        const input = parse(operation.input, payload ?? {});
        const output = await handler(input as never, caller as never);
        acknowledge?.({ ok: true, ...(output as object) });
      } catch (error) {
        const { reply } = explain(error, locale, name);
        outcome = reply.code;
        acknowledge?.({ ok: false, error: reply });
      } finally {
        count(name, outcome, Number(process.hrtime.bigint() - started) / 1e9);
      }
    });
  }

  const known = new Set(events.map(({ operation }) => operation.event));
  // A client of another version must not wait for an answer that never comes.
  socket.onAny((event: string, ...received: unknown[]) => {
    if (known.has(event)) return;
    const { reply } = explain(new Refusal("invalid", { reason: "invalid.event" }), locale, "unknown event");
    acknowledgementOf(received)?.({ ok: false, error: reply });
  });
}

const acknowledgementOf = (received: readonly unknown[]) =>
  received.findLast((it): it is (reply: unknown) => void => typeof it === "function");
