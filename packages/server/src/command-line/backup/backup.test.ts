import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqlite } from "../../storage/index.ts";
import { run } from "../terminal.fixture.ts";

const streets = fileURLToPath(new URL("../../../../../demo/city/streets.csv", import.meta.url));
const PICTURE = "media/0123456789abcdef0123.webp";

let folder: string;
let data: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "veche-backup-"));
  data = join(folder, "data");
  await run(data, ["import", "streets", streets]);
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

test("a backup taken while a server writes is restored whole: data, pictures and secret", async () => {
  const server = await openSqlite(join(data, "veche.db"));
  const writing = Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      server.write((db) =>
        db
          .insertInto("setting")
          .values({ name: `w${i}`, value: "1" })
          .execute(),
      ),
    ),
  );
  const [made] = await Promise.all([run(data, ["backup", at("copy")]), writing]);
  await server.close();
  expect(made).toMatchObject({ code: 0 });
  expect(made.out).toContain("0 conversations, 0 articles, 0 entries, 1 files");

  const second = at("second");
  expect(await run(second, ["restore", at("copy")])).toMatchObject({ code: 0, err: "" });
  expect((await run(second, ["export", "streets"])).out).toBe(readFileSync(streets, "utf8"));
  expect(readFileSync(join(second, "blobs", PICTURE), "utf8")).toBe("a picture");
  expect(readFileSync(join(second, "secret"), "utf8")).toBe(readFileSync(join(data, "secret"), "utf8"));
  expect((await run(second, ["doctor"])).code).toBe(0);
});

test("a backup writes over nothing, and a restore only into an empty folder", async () => {
  await run(data, ["backup", at("copy")]);
  expect(await run(data, ["backup", at("copy")])).toMatchObject({
    code: 1,
    err: `${at("copy")} is there already. Name a new folder.\n`,
  });
  const refused = await run(data, ["restore", at("copy")]);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("is not empty, and a restore writes over nothing.");
});

test("a folder that is no backup, or a damaged one, is not restored", async () => {
  expect((await run(at("new"), ["restore", data])).err).toContain("is no backup");
  await run(data, ["backup", at("copy")]);
  const file = join(at("copy"), "veche.db");
  const bytes = readFileSync(file);
  bytes[bytes.length - 100] = (bytes.at(-100) ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
  expect((await run(at("new"), ["restore", at("copy")])).err).toContain("the copy is damaged");
  expect(existsSync(at("new"))).toBe(false);
});

test("without data there is nothing to back up, and that is said", async () => {
  const refused = await run(at("nowhere"), ["backup", at("copy")]);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.err).toContain(`There is no database in ${at("nowhere")}`);
  expect(existsSync(at("copy"))).toBe(false);
});
