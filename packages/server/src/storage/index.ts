import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";
import type { Write } from "./writer.ts";

export { type AuditLine, noticingLines, writeAudit } from "./audit.ts";
export { bumpRevision, readAtOneRevision, revisionOf } from "./revision.ts";
export { type Copied, copyDatabase } from "./copy-database.ts";
export { jsonField } from "./json-field.ts";
export { prepared } from "./prepared.ts";
export { whyPostgresRefuses } from "./postgres/faults.ts";
export { openPostgres } from "./postgres/index.ts";
export { openSqlite } from "./sqlite/index.ts";
export type { InspectedDatabase } from "./inspected.ts";
export { inspectPostgres } from "./postgres/inspect.ts";
export { inspectSqlite } from "./sqlite/inspect.ts";
export type { Connection, Unit, Write } from "./writer.ts";
export type * from "./tables.ts";

/** The one database of the process. Rooms get it; only their `store.ts` speaks to it. */
export interface Database {
  /** For queries outside a write; sees what is committed. */
  readonly read: Kysely<Tables>;
  /** Group-committed: resolves once the disk has it. See {@link Write}. */
  readonly write: Write;
  /** The writing connection outside the groups: for better-auth, which brings its own queries. */
  readonly direct: Kysely<Tables>;
  /** Copies the live database, whole and consistent, into a new file. */
  backup(file: string): Promise<void>;
  /** Throws when the database does not answer or is damaged. */
  check(): Promise<void>;
  close(): Promise<void>;
}
