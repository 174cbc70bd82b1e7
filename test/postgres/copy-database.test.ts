import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { copyDatabase, type Database, openSqlite } from "../../packages/server/src/storage/index.ts";
import { aDatabase } from "../../packages/server/src/storage/storage.fixture.ts";

const ROWS = 2_345;

let folder: string;
let sqlite: Database;
let postgres: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "veche-copy-"));
  sqlite = await openSqlite(join(folder, "from.db"));
  postgres = await aDatabase(folder);
});
afterEach(async () => {
  await Promise.all([sqlite.close(), postgres.close()]);
  rmSync(folder, { recursive: true });
});

const audit = (from: Database) => from.read.selectFrom("audit").selectAll().orderBy("id").execute();
const settings = (from: Database) => from.read.selectFrom("setting").selectAll().orderBy("name").execute();

async function fill(database: Database): Promise<void> {
  await database.write(async (db) => {
    await db
      .insertInto("setting")
      .values([
        { name: "кириллица", value: "Ёлка — «ёж» 🦔\n\t'\"\\" },
        { name: "empty", value: "" },
      ])
      .execute();
    for (let at = 0; at < ROWS; at += 1) {
      const detail = at % 3 === 0 ? null : `подробность ${at}`;
      await db
        .insertInto("audit")
        .values({
          id: `id-${at}`,
          at: "2026-11-22T10:00:00.000Z",
          staff_id: "a",
          action: "b",
          subject: "c",
          detail,
        })
        .execute();
    }
  });
}

test("a town moves from SQLite to Postgres and back with every row as it was", async () => {
  await fill(sqlite);
  const copied = await copyDatabase(sqlite.read, postgres.direct);
  expect(copied).toMatchObject({ audit: ROWS, setting: 2 });
  expect(await audit(postgres)).toEqual(await audit(sqlite));
  expect(await settings(postgres)).toEqual(await settings(sqlite));

  await postgres.backup(join(folder, "back.db"));
  const back = await openSqlite(join(folder, "back.db"));
  expect(await audit(back)).toEqual(await audit(sqlite));
  expect(await settings(back)).toEqual(await settings(sqlite));
  await back.close();
});

test("a town is not copied over another, and not by halves", async () => {
  await fill(sqlite);
  await postgres.write((db) => db.insertInto("setting").values({ name: "other", value: "town" }).execute());
  await expect(copyDatabase(sqlite.read, postgres.direct)).rejects.toThrow("table setting is not empty");
  expect(await audit(postgres)).toEqual([]);
});
