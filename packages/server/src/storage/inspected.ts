import type { Kysely } from "kysely";
import { migrations } from "./migrations/index.ts";
import type { Tables } from "./tables.ts";

export interface InspectedSchema {
  /** The steps that made the schema. */
  readonly applied: readonly string[];
  /** Those that this version would add. */
  readonly missing: readonly string[];
  /** Those that this version doesn't know. */
  readonly unknown: readonly string[];
}

/** A database as it lies, opened to be looked at: nothing in it is changed, not even its schema. */
export interface InspectedDatabase {
  readonly read: Kysely<Tables>;
  /** What it finds wrong with itself; undefined when it is sound. */
  damage(): Promise<string | undefined>;
  schema(): Promise<InspectedSchema>;
  /** Copies it whole and consistent into a new SQLite file, while others read and write. */
  backup(target: string): Promise<void>;
  close(): Promise<void>;
}

/** @param applied the steps that the database says it has */
export function compareSchema(applied: readonly string[]): InspectedSchema {
  const known = Object.keys(migrations);
  return {
    applied,
    missing: known.filter((step) => !applied.includes(step)),
    unknown: applied.filter((step) => !known.includes(step)),
  };
}
