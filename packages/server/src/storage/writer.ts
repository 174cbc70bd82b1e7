import { AsyncLocalStorage } from "node:async_hooks";
import { Refusal } from "@veche/protocol";
import { CompiledQuery, type Kysely, type RawBuilder, type SqliteDatabase } from "kysely";
import { answerDirectly } from "./prepared.ts";
import type { Tables } from "./tables.ts";

const SAVEPOINT = CompiledQuery.raw("savepoint unit");
const UNDO = CompiledQuery.raw("rollback to savepoint unit");
const KEEP = CompiledQuery.raw("release savepoint unit");
const COMMIT = CompiledQuery.raw("commit");
const ROLLBACK = CompiledQuery.raw("rollback");
const UNITS_IN_A_BATCH = 256;
const UNITS_THAT_MAY_WAIT = 20_000;

export type Connection = Kysely<Tables>;
export type Unit<T> = (connection: Connection) => Promise<T>;
export type Write = <T>(unit: Unit<T>, how?: WriteManner) => Promise<T>;

export interface WriteManner {
  /**
   * The unit may be run again from its beginning: it changes nothing but the database. A group of such units alone
   * needs no savepoints, which cost as much as the writes themselves.
   */
  readonly repeatable?: boolean;
}

interface Waiting {
  readonly unit: Unit<unknown>;
  readonly repeatable: boolean;
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

const insideUnit = new AsyncLocalStorage<true>();

/** What differs from one database to another. */
export interface WriterDialect {
  /** Begins a transaction that no other writer, of this process or another, runs beside. */
  readonly begin: RawBuilder<unknown>;
  /** Whether the storage, not the request, is at fault. */
  readonly isFault: (error: unknown) => boolean;
  /** SQLite's own connection, for what need not be waited for. */
  readonly direct?: SqliteDatabase;
}

/**
 * Group commit: units that arrive together share one transaction, each in a savepoint of its own,
 * so that a unit that throws undoes itself alone; a unit by itself needs none, and repeatable ones begin
 * anew, each in its own, where one of them throws. A unit's promise settles after the commit, that is after the
 * disk has it. Units run one after another, in order of arrival.
 *
 * A unit does database work only: whatever else it awaits holds up every other writer.
 *
 * @throws Refusal `unavailable` when too many units wait, or the disk refuses
 */
export function createWriter(
  db: Kysely<Tables>,
  { begin, isFault, direct }: WriterDialect,
): { write: Write; idle(): Promise<void> } {
  const waiting: Waiting[] = [];
  let draining: Promise<void> | undefined;

  const asRefusal = (error: unknown): unknown =>
    isFault(error)
      ? Object.assign(new Refusal("unavailable", { reason: "storage", retryAfterSeconds: 5 }), {
          cause: error,
        })
      : error;

  /** @param apart whether each unit has a savepoint */
  async function commitTogether(
    batch: readonly Waiting[],
    apart = batch.length > 1 && !batch.every(({ repeatable }) => repeatable),
  ): Promise<void> {
    const settle: (() => void)[] = [];
    let thrown = false;
    try {
      await db.connection().execute(async (connection) => {
        const control = direct
          ? (words: CompiledQuery) => void direct.prepare(words.sql).run([])
          : (words: CompiledQuery) => connection.executeQuery(words);
        if (direct) answerDirectly(connection, direct);
        await begin.execute(connection);
        try {
          for (const { unit, resolve, reject } of batch) {
            if (apart) await control(SAVEPOINT);
            try {
              const value = (await insideUnit.run(true, () => unit(connection))) as never;
              settle.push(() => resolve(value));
            } catch (error) {
              thrown = true;
              if (!apart) throw error;
              await control(UNDO);
              settle.push(() => reject(asRefusal(error)));
            }
            if (apart) await control(KEEP);
          }
          await connection.executeQuery(COMMIT);
        } catch (error) {
          // SQLite may have rolled back by itself, as it does when the disk is full.
          await connection.executeQuery(ROLLBACK).catch(() => undefined);
          throw error;
        }
      });
    } catch (error) {
      if (thrown && !apart && batch.length > 1) return commitTogether(batch, true);
      for (const { reject } of batch) reject(asRefusal(error));
      return;
    }
    for (const done of settle) done();
  }

  async function drain(): Promise<void> {
    // One turn of the event loop lets everything that arrived with this unit join its batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await commitTogether(waiting.splice(0, UNITS_IN_A_BATCH));
    draining = undefined;
  }

  return {
    write(unit, { repeatable = false } = {}) {
      if (insideUnit.getStore()) throw new Error("write() inside a unit would wait for itself for ever");
      if (waiting.length >= UNITS_THAT_MAY_WAIT) {
        return Promise.reject(new Refusal("unavailable", { reason: "busy", retryAfterSeconds: 5 }));
      }
      return new Promise((resolve, reject) => {
        waiting.push({ unit, repeatable, resolve, reject });
        draining ??= drain();
      });
    },
    async idle() {
      await draining;
    },
  };
}
