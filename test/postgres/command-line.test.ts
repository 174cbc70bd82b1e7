import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "../../packages/server/src/command-line/terminal.fixture.ts";
import { databaseSettings } from "../../packages/server/src/storage/storage.fixture.ts";

const STREETS = fileURLToPath(new URL("../../demo/city/streets.csv", import.meta.url));
const PICTURE = "media/0123456789abcdef0123.webp";

let folder: string;
/** A town on SQLite. */
let data: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "veche-move-"));
  data = join(folder, "data");
  await run(data, ["import", "streets", STREETS]);
  mkdirSync(join(data, "blobs", "media"), { recursive: true });
  writeFileSync(join(data, "blobs", PICTURE), "a picture");
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const streetsOf = async (where: string, settings: object) =>
  (await run(where, ["export", "streets"], "", settings)).out;

test("a town moves from SQLite to an empty Postgres with pictures and secret, and stays where it was", async () => {
  const settings = await databaseSettings(at("new"));
  const moved = await run(at("new"), ["migrate", "--from", data], "", settings);
  expect(moved).toMatchObject({ code: 0, out: expect.stringMatching(/^Moved \d+ rows and 1 files\./) });
  expect(await streetsOf(at("new"), settings)).toBe(readFileSync(STREETS, "utf8"));
  expect(readFileSync(join(at("new"), "blobs", PICTURE), "utf8")).toBe("a picture");
  expect(readFileSync(join(at("new"), "secret"), "utf8")).toBe(readFileSync(join(data, "secret"), "utf8"));
  expect(await streetsOf(data, {})).toBe(readFileSync(STREETS, "utf8"));

  const again = await run(at("new"), ["migrate", "--from", data], "", settings);
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining("nothing is written over") });
});

test("a backup of a town on Postgres is restored on Postgres, and on SQLite", async () => {
  const settings = await databaseSettings(data);
  await run(data, ["import", "streets", STREETS], "", settings);
  expect(await run(data, ["backup", at("copy")], "", settings)).toMatchObject({ code: 0 });

  const other = await databaseSettings(at("other"));
  expect(await run(at("other"), ["restore", at("copy")], "", other)).toMatchObject({ code: 0, err: "" });
  expect(await streetsOf(at("other"), other)).toBe(readFileSync(STREETS, "utf8"));
  expect(await run(at("plain"), ["restore", at("copy")])).toMatchObject({ code: 0, err: "" });
  expect(await streetsOf(at("plain"), {})).toBe(readFileSync(STREETS, "utf8"));
});

test("the doctor looks into Postgres too, and a wrong address is one line", async () => {
  const settings = await databaseSettings(at("town"), "template0");
  expect((await run(at("town"), ["migrate"], "", settings)).out).toContain("Applied: 0001-first");
  const seen = await run(at("town"), ["doctor"], "", settings);
  expect(seen.out).toContain("ok       schema: up to date");
  const lost = { DATABASE_URL: "postgres://veche@127.0.0.1:9/veche" };
  expect(await run(at("lost"), ["migrate"], "", lost)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^DATABASE_URL can't be used: [^\n]*ECONNREFUSED[^\n]*\n$/),
  });
  const unknown = { DATABASE_URL: settings.DATABASE_URL?.replace(/\/[^/]*$/, "/nothing") };
  expect((await run(at("lost"), ["doctor"], "", unknown)).out).toContain('database "nothing" does not exist');
});
