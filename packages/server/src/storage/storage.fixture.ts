import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { dataFolder } from "../data-folder.ts";
import { openDatabase } from "../open-database.ts";
import { type Database, openSqlite } from "./index.ts";

/** Where the tests' Postgres is; unset, tests use SQLite. */
const POSTGRES = process.env.VECHE_TEST_POSTGRES;
const made = new Map<string, Promise<void>>();

/** On the tests' Postgres; its schema is up to date. */
export const TEMPLATE = "veche_template";

let emptyFile: Promise<string> | undefined;

/** Two dozen steps of the schema, taken once for all tests of a process: a new town begins with a copy. */
async function makeEmptyFile(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "veche-empty-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "empty.db");
  await (await openSqlite(file)).close();
  return file;
}

/**
 * The settings with which a town in this data folder keeps its data where the tests are run on. Its
 * database is there after it, empty and with its schema up to date.
 */
export async function databaseSettings(
  folder: string,
  template = TEMPLATE,
): Promise<{ DATABASE_URL?: string }> {
  if (!POSTGRES) {
    const file = dataFolder(folder).database;
    const empty = await (emptyFile ??= makeEmptyFile());
    mkdirSync(folder, { recursive: true });
    if (!existsSync(file)) copyFileSync(empty, file);
    return {};
  }
  const name = `town_${createHash("sha256").update(folder).digest("hex").slice(0, 24)}`;
  const making = made.get(name) ?? make(name, template);
  made.set(name, making);
  await making;
  return { DATABASE_URL: Object.assign(new URL(POSTGRES), { pathname: `/${name}` }).href };
}

/** Opens the database of a data folder, once more if it is open already; the same one every time. */
export async function aDatabase(folder: string): Promise<Database> {
  const { DATABASE_URL } = await databaseSettings(folder);
  return openDatabase({ dataFolder: folder, ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}) });
}

async function make(name: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: POSTGRES });
  await client.connect();
  try {
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  } finally {
    await client.end();
  }
}
