import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Database, openSqlite } from "./index.ts";
import { aDatabase } from "./storage.fixture.ts";

let folder: string;
let database: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "veche-"));
  database = await aDatabase(folder);
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const put = (name: string, value = "1") =>
  database.write((db) => db.insertInto("setting").values({ name, value }).execute());
const names = async () =>
  (await database.read.selectFrom("setting").select("name").orderBy("name").execute()).map((row) => row.name);

test("what is written together is there once each promise resolves", async () => {
  await Promise.all(Array.from({ length: 600 }, (_, i) => put(String(i).padStart(4, "0"))));
  expect(await names()).toHaveLength(600);
});

test("a unit that throws undoes itself and nobody else", async () => {
  const bad = database.write(async (db) => {
    await db.insertInto("setting").values({ name: "half", value: "1" }).execute();
    throw new Error("no");
  });
  const outcomes = await Promise.allSettled([put("a"), bad, put("b")]);
  expect(outcomes.map((it) => it.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await names()).toEqual(["a", "b"]);
});

test("where one of many repeatable units throws, the others are there once, and their promises say so", async () => {
  let ran = 0;
  const units = ["a", "b", "no", "c"].map((name) =>
    database.write(
      async (db) => {
        ran++;
        await db.insertInto("setting").values({ name, value: "1" }).execute();
        if (name === "no") throw new Error("no");
        return name;
      },
      { repeatable: true },
    ),
  );
  const outcomes = await Promise.allSettled(units);
  expect(outcomes.map((it) => (it.status === "fulfilled" ? it.value : "rejected"))).toEqual([
    "a",
    "b",
    "rejected",
    "c",
  ]);
  expect(await names()).toEqual(["a", "b", "c"]);
  expect(ran).toBe(7);
});

test("a write inside a unit is refused rather than waiting for itself", async () => {
  await expect(database.write(async () => put("inner"))).rejects.toThrow("wait for itself");
  expect(await names()).toEqual([]);
});

test("closing waits for what was asked before", async () => {
  const asked = Promise.all([put("x"), put("y")]);
  await database.close();
  await asked;
  database = await aDatabase(folder);
  expect(await names()).toEqual(["x", "y"]);
});

test("a backup taken while others write opens and is whole", async () => {
  await put("before");
  const writing = Promise.all(Array.from({ length: 50 }, (_, i) => put(`w${i}`)));
  await database.backup(join(folder, "copy.db"));
  await writing;
  const copy = await openSqlite(join(folder, "copy.db"));
  await copy.check();
  expect((await copy.read.selectFrom("setting").select("name").execute()).length).toBeGreaterThanOrEqual(1);
  await copy.close();
});
