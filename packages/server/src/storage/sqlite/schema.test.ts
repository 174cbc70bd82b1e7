import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqlite } from "./index.ts";
import { aSchemaAt, readRows, STEPS } from "./schema-at.fixture.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "veche-schema-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each(STEPS)("a database of step %s keeps every value on its way to today's", async (step) => {
  const file = join(folder, "veche.db");
  const before = await aSchemaAt(file, step, 3);
  expect(Object.values(before).every((rows) => rows.length === 3)).toBe(true);
  const database = await openSqlite(file);
  await database.check();
  await database.close();
  const after = readRows(file);
  for (const [table, rows] of Object.entries(before)) expect(after[table], table).toMatchObject(rows);
});

test("a database of a newer server is not opened, and stays as it was", async () => {
  const file = join(folder, "veche.db");
  await (await openSqlite(file)).close();
  const later = new Sqlite(file);
  later.prepare("insert into kysely_migration values ('9999-later', '2099-01-01T00:00:00Z')").run();
  later.close();
  const before = readRows(file);
  await expect(openSqlite(file)).rejects.toThrow(/made by a newer Veche/);
  expect(readRows(file)).toEqual(before);
});
