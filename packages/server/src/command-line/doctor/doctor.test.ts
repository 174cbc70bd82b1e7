import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqlite } from "../../storage/index.ts";
import { run } from "../terminal.fixture.ts";

const PICTURE = "media/0123456789abcdef0123.webp";

let folder: string;
let data: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "veche-doctor-"));
  data = join(folder, "data");
  await run(data, ["migrate"]);
  await aPicture(PICTURE);
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

/** A stored picture and the row that owns it. */
async function aPicture(key: string): Promise<void> {
  mkdirSync(join(data, "blobs", "media"), { recursive: true });
  writeFileSync(join(data, "blobs", key), "a picture");
  const database = await openSqlite(join(data, "veche.db"));
  await database.write((db) =>
    db.insertInto("entry_file").values({ key, entry_id: "e", role: "shown", type: "image/webp" }).execute(),
  );
  await database.close();
}

test("the doctor finds nothing in a sound town and changes nothing", async () => {
  const before = readFileSync(join(data, "veche.db"));
  const seen = await run(data, ["doctor"]);
  expect(seen.code).toBe(0);
  expect(seen.out).toContain("ok       schema: up to date");
  expect(seen.out).toContain("ok       pictures: all 1 there");
  expect(seen.out).toContain("time zone: Asia/Yekaterinburg, where it is 2026-11-24T12:00:00+05:00");
  expect(readFileSync(join(data, "veche.db")).equals(before)).toBe(true);
});

test("the doctor names a picture that is gone and one that nobody owns", async () => {
  rmSync(join(data, "blobs", PICTURE));
  const stray = join(data, "blobs", "originals", "fedcba9876543210fedc.jpg");
  mkdirSync(join(data, "blobs", "originals"), { recursive: true });
  writeFileSync(stray, "left behind");
  utimesSync(stray, new Date("2026-11-24T01:00:00Z"), new Date("2026-11-24T01:00:00Z"));
  const seen = await run(data, ["doctor"]);
  expect(seen.code).toBe(1);
  expect(seen.out).toContain(`problem  pictures: 1 missing or empty (${PICTURE})`);
  expect(seen.out).toContain("problem  pictures: 1 that nothing has (originals/fedcba9876543210fedc.jpg)");
  expect(seen.out).toContain("To see to: 2");
});

test("the doctor says what is wrong with settings, folder and database", async () => {
  expect((await run(data, ["doctor"], "", { PORT: "many" })).out).toContain(
    "problem  settings: PORT must be a port",
  );
  expect((await run(at("nowhere"), ["doctor"])).out).toContain("is not there. Start the server once");
  writeFileSync(join(data, "veche.db"), "no database at all, but long enough to be read as one".repeat(20));
  rmSync(join(data, "veche.db-wal"), { force: true });
  const seen = await run(data, ["doctor"]);
  expect(seen.code).toBe(1);
  expect(seen.out).toContain("problem  database:");
});
