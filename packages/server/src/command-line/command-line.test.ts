import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createCity } from "../rooms/city/index.ts";
import { openSqlite } from "../storage/index.ts";
import { run } from "./terminal.fixture.ts";

const demo = fileURLToPath(new URL("../../../../demo/city", import.meta.url));
const FILES = [
  "articles.csv",
  "articles.en.csv",
  "buildings.csv",
  "hotlines.csv",
  "organisations.csv",
  "outages.csv",
  "streets.csv",
];

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "veche-command-line-"));
  data = join(folder, "data");
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (file: string) => readFileSync(file, "utf8");
const inFolder = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

test(
  "a whole city is taken from its folder and comes out as the same files",
  { timeout: 30_000 },
  async () => {
    const taken = await run(data, ["import", "city", demo]);
    expect(taken).toMatchObject({ code: 0, err: "" });
    expect(taken.out).toContain("buildings: 900 added, 0 changed, 0 removed, 0 unchanged");
    expect(taken.out).toContain("campaigns: 4 added, 0 changed");

    const out = join(folder, "out");
    expect(await run(data, ["export", "city", out])).toMatchObject({ code: 0 });
    for (const name of FILES) expect(read(join(out, name)) === read(join(demo, name)), name).toBe(true);

    const again = await run(data, ["import", "city", out]);
    expect(again.err).toBe("");
    expect(again.out).toContain("articles: 0 added, 0 changed, 0 removed, 130 unchanged");
    expect(again.out).toContain("outages: 0 added, 0 changed, 0 removed, 45 unchanged");
  },
);

test(
  "a folder with mistakes is refused whole: every one named by file and line, nothing taken",
  { timeout: 30_000 },
  async () => {
    const city = join(folder, "city");
    await mkdir(city);
    for (const name of FILES) writeFileSync(join(city, name), read(join(demo, name)));
    const streets = read(join(demo, "streets.csv")).split("\n");
    streets[4] = streets[4]?.replace("проспект", "") ?? "";
    writeFileSync(join(city, "streets.csv"), streets.join("\n"));
    writeFileSync(
      join(city, "articles.en.csv"),
      read(join(demo, "articles.en.csv")).replace(",en,", ",eng,"),
    );

    const refused = await run(data, ["import", "city", city]);

    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err.trim().split("\n")).toEqual([
      `${join(city, "streets.csv")}, line 5, type: must not be empty`,
      `${join(city, "articles.en.csv")}, line 2, locale: “eng”: must be one of ru, en`,
      "Nothing was imported: 2 mistakes. Correct the files and try again.",
    ]);
    expect(await run(data, ["export", "hotlines"])).toMatchObject({
      out: "slug,name,nameEn,phones,extension,email,address,hours,topics,about\n",
    });
  },
);

test("a file is taken while a server has the database open, and that server notices", async () => {
  await run(data, ["migrate"]);
  const server = await openSqlite(join(data, "veche.db"));
  const city = await createCity({
    database: server,
    clock: () => new Date("2026-11-24T07:00:00Z"),
    newId: () => crypto.randomUUID(),
    timeZone: "Asia/Yekaterinburg",
  });
  const writing = Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      server.write((db) =>
        db
          .insertInto("setting")
          .values({ name: `w${i}`, value: "1" })
          .execute(),
      ),
    ),
  );

  const [taken] = await Promise.all([run(data, ["import", "streets", join(demo, "streets.csv")]), writing]);

  expect(taken).toMatchObject({ code: 0, err: "" });
  expect(await city.refreshIfChanged()).toBe(true);
  expect(city.findAddress("на Чапаева, 6")).toMatchObject({ street: { name: "Чапаева" } });
  await server.close();
});

test("an export goes to the screen or to a new file, never over another", async () => {
  await run(data, ["import", "streets", join(demo, "streets.csv")]);
  expect((await run(data, ["export", "streets"])).out).toBe(read(join(demo, "streets.csv")));
  const file = inFolder("streets.csv", "mine");
  expect(await run(data, ["export", "streets", file])).toMatchObject({
    code: 1,
    err: `${file} is there already. Name another file.\n`,
  });
  expect(read(file)).toBe("mine");
});

test("a wrong command, a missing file and a bad setting are told in a sentence", async () => {
  expect((await run(data, ["import", "moon", "x.csv"])).err).toContain(
    "Allowed choices are articles, hotlines",
  );
  expect(await run(data, ["import", "streets", "nowhere.csv"])).toMatchObject({
    code: 1,
    err: "There is no file nowhere.csv.\n",
  });
  expect(await run(data, ["export", "streets"], "", { VECHE_TIME_ZONE: "Mars/Olympus" })).toMatchObject({
    code: 1,
    err: "VECHE_TIME_ZONE must be a time zone such as Asia/Yekaterinburg\n",
  });
  const help = await run(data, ["help"]);
  expect(help.code).toBe(0);
  for (const name of ["import", "export", "backup", "restore", "staff", "campaign", "migrate", "doctor"]) {
    expect(help.out).toContain(`  ${name}`);
  }
});

test("a member of staff is added with the password from standard input, once", async () => {
  const add = ["staff", "add", "--email", "Anna@Town.example", "--role", "editor", "--password-stdin"];
  expect(await run(data, add, "correct horse\n")).toMatchObject({ code: 0 });
  expect(await run(data, add, "correct horse\n")).toMatchObject({
    code: 1,
    err: "email: There already is a member of staff with this e-mail.\n",
  });
  const database = await openSqlite(join(data, "veche.db"));
  expect(await database.read.selectFrom("user").select(["email", "role"]).execute()).toEqual([
    { email: "anna@town.example", role: "editor" },
  ]);
  await database.close();
});

test("a role that is none, a short password and a password on the command line are refused", async () => {
  const add = (role: string, ...more: string[]) => [
    "staff",
    "add",
    "--email",
    "a@b.example",
    "--role",
    role,
    ...more,
  ];
  expect((await run(data, add("boss", "--password-stdin"), "correct horse")).err).toContain(
    "There is no role “boss”",
  );
  expect((await run(data, add("admin", "--password-stdin"), "short")).err).toContain("8 to 200 characters");
  expect((await run(data, add("admin"))).err).toContain("--password-stdin");
  expect((await run(data, add("admin", "--password", "x"))).code).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

test("a campaign is created from its file, and a second of that name is refused", async () => {
  const [first] = JSON.parse(read(join(demo, "campaigns.json"))) as object[];
  const file = inFolder("campaign.json", JSON.stringify(first));
  expect(await run(data, ["campaign", "create", file])).toMatchObject({
    code: 0,
    out: "The campaign zaschitim-les-ot-pozharov is there.\n",
  });
  expect((await run(data, ["campaign", "create", file])).code).toBe(1);
  expect((await run(data, ["campaign", "create", inFolder("bad.json", "{")])).err).toContain("is not JSON");
});
