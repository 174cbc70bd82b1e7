import type { SheetImport } from "@veche/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type TownUnderTest } from "../../../town.fixture.ts";
import { CITY_SHEETS } from "../index.ts";

let city: TownUnderTest;
let editor: string;
beforeAll(async () => {
  city = await aTown();
  editor = await city.signIn("editor@town.example");
});
afterAll(() => city.close());

type Row = { key: string; cells: Record<string, string> };
const call = (path: string, method = "GET", body?: object) =>
  city.call(path, { method, cookie: editor, ...(body && { body: JSON.stringify(body) }) });
const rows = async (sheet: string, query = "") =>
  (await call(`/api/v1/staff/city/${sheet}?query=${encodeURIComponent(query)}`)).body as {
    items: Row[];
    total: number;
  };
const save = (sheet: string, body: object) => call(`/api/v1/staff/city/${sheet}/row`, "PUT", body);

async function read(sheet: string, file: Blob, name = "list.csv") {
  const form = new FormData();
  form.set("file", file, name);
  const response = await fetch(`${city.url}/api/v1/staff/city/${sheet}/imports`, {
    method: "POST",
    headers: { Cookie: editor, Origin: city.url, "Accept-Language": "en" },
    body: form,
  });
  const body = (await response.json()) as { import: SheetImport };
  return { status: response.status, ...body };
}
const take = (id: string) => call(`/api/v1/staff/city-imports/${id}/application`, "POST");

/** Windows-1251, as Russian spreadsheets save it. */
const in1251 = (text: string) =>
  Uint8Array.from([...text], (letter) => {
    const code = letter.charCodeAt(0);
    if (code < 128) return code;
    if (code >= 0x410 && code <= 0x44f) return code - 0x350;
    return { ё: 0xb8, Ё: 0xa8, "№": 0xb9 }[letter] ?? 0x3f;
  });

test("a record is added, changed and removed, and the next question knows", async () => {
  const house = {
    street: "Кирова",
    type: "улица",
    house: "16",
    district: "Центральный",
    organisation: "uk-dom",
  };
  expect(await save("buildings", { cells: house })).toMatchObject({
    status: 200,
    body: { row: { cells: house } },
  });
  expect(await save("buildings", { cells: house })).toMatchObject({ status: 409 });
  const { items } = await rows("buildings", "кирова 16");
  const [seen] = items;
  expect(
    await save("buildings", {
      key: seen?.key,
      seen: seen?.cells,
      cells: { ...seen?.cells, organisation: "" },
    }),
  ).toMatchObject({ status: 200 });
  // The colleague still sees the record as it was.
  expect(
    await save("buildings", { key: seen?.key, seen: seen?.cells, cells: { ...seen?.cells, district: "X" } }),
  ).toMatchObject({ status: 409, body: { code: "conflict" } });
  expect(await call("/api/v1/staff/city/buildings/removal", "POST", { key: seen?.key })).toMatchObject({
    status: 200,
  });
  expect(await call("/api/v1/staff/city/buildings/removal", "POST", { key: seen?.key })).toMatchObject({
    status: 404,
  });
  expect((await rows("buildings", "кирова 16")).total).toBe(0);
});

test("a cell that can't be is named, and what is spoken of must be there", async () => {
  const hotline = { slug: "ice-rink", name: "Каток", phones: "позвоните", hours: "24/7" };
  expect(await save("hotlines", { cells: hotline })).toMatchObject({
    status: 400,
    body: { field: "phones", detail: expect.stringContaining("телефон") },
  });
  expect(
    await save("buildings", { cells: { street: "Марсианская", type: "улица", house: "1" } }),
  ).toMatchObject({ status: 400, body: { field: "street" } });
  expect(await save("hotlines", { cells: { ...hotline, phones: "+7 (3999) 00-77-77" } })).toMatchObject({
    status: 200,
  });
  expect((await city.call("/api/v1/hotlines")).body).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ slug: "ice-rink" })]),
  });
});

test("of 5,000 rows in Windows-1251 with semicolons 3 are bad: each is shown by its row, nothing is taken", async () => {
  const bad = new Map([
    [17, "Кирова;улица;дом;;;;"],
    [2500, "Марсианская;улица;1;;;;"],
    [4999, "Кирова;улица;9999;;uk-none;;"],
  ]);
  const lines = Array.from(
    { length: 5000 },
    (_, i) => bad.get(i + 2) ?? `Кирова;улица;${i + 1};Центральный;uk-dom;;vodokanal`,
  );
  const text = `street;type;house;district;organisation;heatSupplier;waterSupplier\r\n${lines.join("\r\n")}\r\n`;
  const before = (await rows("buildings")).total;
  const { import: refused } = await read("buildings", new Blob([in1251(text)]));
  expect(refused).toMatchObject({ state: "refused", problemCount: 3 });
  expect(refused.problems).toEqual([
    { line: 17, text: "line 17, house: “дом” does not look like a house number" },
    { line: 2500, text: "line 2500, street: the street list has no “улица Марсианская”" },
    { line: 4999, text: "line 4999, organisation: there is no organisation “uk-none”" },
  ]);
  expect(await take(refused.id)).toMatchObject({ status: 409 });
  expect((await rows("buildings")).total).toBe(before);
});

test("of two who take a list of buildings at once one wins, whole, and the other is told to look again", async () => {
  const listOf = (houses: number) =>
    new Blob([
      [
        "street,type,house,district,organisation,heatSupplier,waterSupplier",
        ...Array.from({ length: houses }, (_, i) => `Кирова,улица,${i + 1},,,,`),
      ].join("\n"),
    ]);
  const [some, others] = await Promise.all([
    read("buildings", listOf(1200)),
    read("buildings", listOf(1500)),
  ]);
  const taken = await Promise.all([take(some.import.id), take(others.import.id)]);
  expect(taken.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect((await rows("buildings")).total).toBe(taken[0]?.status === 200 ? 1200 : 1500);
  const { total } = await rows("buildings", "кирова 1200");
  expect(total).toBe(1);
});

test("a file is shown with what it would change, and taken by whoever read it, once", async () => {
  const csv =
    "\uFEFFname;type;district;formerNames;commonNames\nКирова;улица;Заречный;;\nНовая;улица;;;\nМира;улица;Центральный;;\n";
  const { import: ready } = await read("streets", new Blob([csv]));
  expect(ready).toMatchObject({
    state: "ready",
    counts: { added: 1, changed: 1, removed: 1, unchanged: 1 },
    changes: [
      { key: "улица Кирова", kind: "changed" },
      { key: "улица Новая", kind: "added" },
      { key: "проспект Мира", kind: "removed" },
    ],
  });
  const admin = await city.signIn("admin@town.example");
  expect(await city.call(`/api/v1/staff/city-imports/${ready.id}`, { cookie: admin })).toMatchObject({
    status: 404,
  });
  expect(await take(ready.id)).toMatchObject({ body: { import: { state: "done" } } });
  expect(await take(ready.id)).toMatchObject({ status: 409 });
  expect((await rows("streets")).total).toBe(3);
});

test.each([...CITY_SHEETS.map((sheet) => [sheet, "xlsx"] as const), ["outages", "csv"] as const])(
  "%s go out as %s and come back with nothing changed",
  async (sheet, format) => {
    const response = await fetch(`${city.url}/api/v1/staff/city/${sheet}/file?format=${format}`, {
      headers: { Cookie: editor },
    });
    expect(response.headers.get("content-disposition")).toContain(`${sheet}.${format}`);
    const { total } = await rows(sheet);
    expect(total).toBeGreaterThan(0);
    const { import: same } = await read(sheet, await response.blob(), `${sheet}.${format}`);
    expect(same).toMatchObject({
      state: "ready",
      counts: { added: 0, changed: 0, removed: 0, unchanged: total },
    });
  },
);

test("the file of yesterday is read again, and what is no workbook is refused", async () => {
  const response = await fetch(`${city.url}/api/v1/staff/city/hotlines/file?format=xlsx`, {
    headers: { Cookie: editor },
  });
  const { import: same } = await read("hotlines", await response.blob(), "hotlines.xlsx");
  await save("streets", { cells: { name: "Южная", type: "улица" } });
  expect(await take(same.id)).toMatchObject({ status: 409 });
  const { status } = await read("hotlines", new Blob(["PK\u0003\u0004 nothing"]), "broken.xlsx");
  expect(status).toBe(415);
});

test("an outage is prolonged, ended and cancelled, each with its source and time", async () => {
  const [known] = (await rows("outages")).items;
  const planned = {
    ...known?.cells,
    id: "later",
    kind: "planned",
    startsAt: "2098-01-01T00:00:00+05:00",
    endsAt: "2098-01-02T00:00:00+05:00",
  };
  await save("outages", { cells: planned });
  const change = (id: string, body: object) => call(`/api/v1/staff/outages/${id}/changes`, "POST", body);
  expect(
    await change("later", { act: "prolong", endsAt: "2097-01-03T00:00:00Z", source: "Звонок" }),
  ).toMatchObject({ status: 400, body: { field: "endsAt" } });
  expect(
    await change("later", { act: "prolong", endsAt: "2098-01-03T00:00:00Z", source: "Звонок диспетчера" }),
  ).toMatchObject({ status: 200 });
  expect(await change("later", { act: "restore", source: "Звонок" })).toMatchObject({ status: 409 });
  expect(await change("later", { act: "cancel", source: "Письмо" })).toMatchObject({ status: 200 });
  expect(await change("later", { act: "cancel", source: "Письмо" })).toMatchObject({ status: 409 });
  // What was announced is still known, and residents hear nothing of it.
  const [cancelled] = (await rows("outages", "later")).items;
  expect(cancelled?.cells).toMatchObject({
    startsAt: "2098-01-01T00:00:00+05:00",
    endsAt: "2098-01-03T05:00:00+05:00",
  });
  expect(cancelled?.cells["cancelledAt"]).toMatch(/^\d{4}-/);
  expect(JSON.stringify((await city.call("/api/v1/outages")).body)).not.toContain("later");
  const { body } = await call("/api/v1/staff/outages/later/changes");
  expect(body).toMatchObject({
    items: [
      { act: "prolong", source: "Звонок диспетчера", by: "Имя editor", endsAt: "2098-01-03T00:00:00.000Z" },
      { act: "cancel", source: "Письмо" },
    ],
  });
  // A supplier's sheet without that column doesn't bring it back.
  const { items } = await rows("outages");
  const columns = Object.keys(known?.cells ?? {}).filter((column) => column !== "cancelledAt");
  const lines = items.map(({ cells }) => columns.map((column) => `"${cells[column] ?? ""}"`).join(";"));
  const file = await read("outages", new Blob([[columns.join(";"), ...lines].join("\n")]));
  expect(file.import).toMatchObject({
    counts: { added: 0, changed: 0, removed: 0, unchanged: items.length },
  });
  expect(await take(file.import.id)).toMatchObject({ status: 200 });
  expect((await rows("outages", "later")).items[0]?.cells["cancelledAt"]).toMatch(/^\d{4}-/);
  expect(await change("o1", { act: "restore", source: "Водоканал, 22:10" })).toMatchObject({ status: 200 });
  expect((await city.call("/api/v1/outages")).body).toMatchObject({ items: [] });
});

test("a pasted notice is read against the city, saved, and asked about a second later", async () => {
  const text =
    "Водоканал: аварийное отключение холодной воды, ул. Кирова 12, 14 до 23:30 22.11.2098 в связи с порывом";
  const { body } = await call("/api/v1/staff/outage-notices", "POST", { text });
  expect(body).toMatchObject({
    reading: {
      resource: "cold_water",
      kind: "emergency",
      responsible: "vodokanal",
      places: [{ street: "Кирова", houses: "12, 14", buildings: 2 }],
    },
  });
  const cells = {
    id: "pasted",
    resource: "cold_water",
    kind: "emergency",
    startsAt: "2026-01-01T00:00:00+05:00",
    endsAt: "2099-01-01T00:00:00+05:00",
    affected: "ул. Кирова: 12, 14",
    reason: "порыв",
    responsible: "vodokanal",
    note: "",
  };
  expect(await save("outages", { cells })).toMatchObject({ status: 200 });
  const asked = await city.call(`/api/v1/outages?address=${encodeURIComponent("Кирова 14")}`);
  expect(asked.body).toMatchObject({ items: [{ id: "pasted" }] });
});

test("a day written by hand closes the city or one department, says who and why, and can be taken away", async () => {
  const days = "/api/v1/staff/city-days";
  const removal = "/api/v1/staff/city-days/removal";
  const open = async () =>
    (
      (await city.call("/api/v1/hotlines")).body as { items: { slug: string; openNow: boolean }[] }
    ).items.filter(({ openNow }) => openNow);
  const [hotline] = (await rows("hotlines")).items;
  const department = hotline?.key ?? "";
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Yekaterinburg" }).format(new Date());
  const before = await open();

  expect(await call(days, "PUT", { date: today, department, reason: "" })).toMatchObject({ status: 400 });
  expect(await call(days, "PUT", { date: today, department: "no-such", reason: "Ремонт" })).toMatchObject({
    status: 400,
    body: { field: "department" },
  });
  expect(
    await call(days, "PUT", { date: today, department, hours: "с девяти", reason: "Ремонт" }),
  ).toMatchObject({
    status: 400,
    body: { field: "hours" },
  });
  expect(await call(days, "PUT", { date: today, department, reason: "Ремонт" })).toMatchObject({
    status: 200,
  });
  expect((await open()).map(({ slug }) => slug)).not.toContain(department);
  expect(await call(days)).toMatchObject({
    body: { items: [{ date: today, department, hours: "", reason: "Ремонт", by: "Имя editor" }] },
  });

  await call(days, "PUT", { date: today, department, hours: "00:00-24:00", reason: "Дежурство" });
  expect((await open()).map(({ slug }) => slug)).toContain(department);
  expect(await call(removal, "POST", { date: today, department })).toMatchObject({ status: 200 });
  expect(await call(removal, "POST", { date: today, department })).toMatchObject({ status: 404 });
  expect(await open()).toEqual(before);
});
