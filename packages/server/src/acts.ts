import { AsyncLocalStorage } from "node:async_hooks";
import type { AnyOperation, Caller } from "@veche/protocol";
import { detailOf } from "./act-details.ts";
import { type AuditLine, type Database, noticingLines, writeAudit } from "./storage/index.ts";

interface Act extends AuditLine {
  /** Set once a unit that holds the line is on disk. */
  kept: boolean;
  subject: string;
  detail?: string | undefined;
}

type AnyHandler = (input: never, caller: never) => Promise<unknown>;

const MOST_WORDS = 1000;
/** Of what changed: whole settings with their values cut. */
const MOST_DETAIL = 12_000;
/** What of a call says how the act was done; nothing that people write, and no secret. */
const FACTS = ["reason", "department", "until", "to", "priority", "presence", "quiet"] as const;
const current = new AsyncLocalStorage<Act>();

/** Lets a room say more of the act that it is doing: what changed from what, say. */
export function describeAct(said: { readonly subject?: string; readonly detail?: string }): void {
  const act = current.getStore();
  if (!act) return;
  if (said.subject !== undefined) act.subject = said.subject.slice(0, MOST_WORDS);
  if (said.detail !== undefined) act.detail = said.detail.slice(0, MOST_DETAIL);
}

const isAct = (operation: AnyOperation): boolean =>
  typeof operation.who === "object" &&
  !operation.unaudited &&
  (operation.door === "http" ? operation.method !== "get" : !operation.volatile);

/** What the act is about, as the call names it. */
function subjectOf(input: Readonly<Record<string, unknown>>): string {
  const { id, slug, conversationId, ids, campaign } = input;
  const named = id ?? slug ?? conversationId ?? (Array.isArray(ids) ? ids.join(", ") : campaign);
  return typeof named === "string" ? named.slice(0, MOST_WORDS) : "";
}

function factsOf(input: Readonly<Record<string, unknown>>): string | undefined {
  const facts = FACTS.flatMap((name) => {
    const value = input[name];
    return value === undefined || value === "" || value === false ? [] : [[name, value] as const];
  });
  return facts.length === 0 ? undefined : detailOf({ facts: Object.fromEntries(facts) });
}

/**
 * Every act of staff leaves a line in the audit log, whatever the room does: the line goes into the
 * first unit that the act writes, so that neither is there without the other. A room that writes a
 * line of its own there is left to it.
 */
export function createActs(parts: { database: Database; clock: () => Date; newId: () => string }) {
  const { clock, newId } = parts;

  const database: Database = {
    ...parts.database,
    write: async (unit, how) => {
      const act = current.getStore();
      if (!act || act.kept) return parts.database.write(unit, how);
      const value = await parts.database.write((connection) =>
        // Units of several callers run from one place: each gets its own act back.
        current.run(act, async () => {
          const done = await noticingLines(() => unit(connection));
          if (!done.written) await writeAudit(connection, { ...act, id: newId() });
          return done.value;
        }),
      );
      act.kept = true;
      return value;
    },
  };

  /** The operation's handler, as it leaves its line. */
  function recorded<Handler extends AnyHandler>(name: string, operation: AnyOperation, handler: Handler) {
    if (!isAct(operation)) return handler;
    const recording: AnyHandler = async (input, caller) => {
      const { staff } = caller as Caller;
      if (!staff) return handler(input, caller);
      const act: Act = {
        id: newId(),
        at: clock(),
        staffId: staff.id,
        action: name,
        subject: subjectOf(input),
        detail: factsOf(input),
        kept: false,
      };
      return current.run(act, async () => {
        const output = await handler(input, caller);
        // Nothing was written by the groups: better-auth writes by itself, or nothing had to change.
        if (!act.kept) await database.write(async () => undefined);
        return output;
      });
    };
    return recording;
  }

  return { database, recorded };
}
