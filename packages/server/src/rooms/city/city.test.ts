import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Caller } from "@veche/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { explainProblem, ImportRefused } from "../../sheets/index.ts";
import type { Database } from "../../storage/index.ts";
import { aDatabase } from "../../storage/storage.fixture.ts";
import { type City, CITY_SHEETS, type CityFiles, createCity } from "./index.ts";

const demo = (sheet: string) =>
  readFileSync(new URL(`../../../../../demo/city/${sheet}.csv`, import.meta.url), "utf8");
const demoCity: CityFiles = Object.fromEntries(CITY_SHEETS.map((sheet) => [sheet, demo(sheet)]));

let folder: string;
let database: Database;
let now: Date;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "veche-city-"));
  database = await aDatabase(folder);
  now = new Date("2026-11-24T10:00:00+05:00");
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const open = (from = database) =>
  createCity({
    database: from,
    clock: () => now,
    timeZone: "Asia/Yekaterinburg",
    newId: () => crypto.randomUUID(),
  });
const at = (moment: string) => new Date(`${moment}+05:00`);
const resident: Caller = { locale: "ru", network: "n" };
const ids = (outages: readonly { id: string }[]) => outages.map(({ id }) => id);

async function novorechensk(): Promise<City> {
  const city = await open();
  await city.importFiles(demoCity);
  return city;
}

async function mistakesOf(city: City, files: CityFiles): Promise<string[]> {
  const refused = await city.importFiles(files).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(refused instanceof ImportRefused)) throw new Error("the files were accepted", { cause: refused });
  return refused.problems.map((problem) => explainProblem(problem, "en"));
}

test("the demo city's lists are taken without a remark and written out as the same bytes", async () => {
  const city = await open();
  const { counts, warnings } = await city.importFiles(demoCity);
  expect(warnings).toEqual([]);
  expect(counts.buildings).toEqual({ added: 900, changed: 0, removed: 0, unchanged: 0 });
  for (const sheet of CITY_SHEETS) expect(city.exportFile(sheet)).toBe(demo(sheet));
});

test("an emergency is not shown before it begins, a planned outage is, and both go when they end", async () => {
  const city = await novorechensk();
  const chapaeva = { street: "Чапаева", type: "улица", house: "6" };
  expect(ids(city.outagesAt(chapaeva, at("2026-11-23T21:14:59")))).toEqual([]);
  expect(city.outagesAt(chapaeva, at("2026-11-23T21:15:00"))).toMatchObject([
    { id: "out-016", current: true },
  ]);
  expect(ids(city.outagesAt(chapaeva, at("2026-11-24T20:00:00")))).toEqual([]);

  const sunny = { street: "Солнечный", type: "микрорайон", house: "3" };
  expect(city.outagesAt(sunny, at("2026-11-22T18:00:00"))).toMatchObject([{ id: "out-023", current: false }]);
});

test("what is off now comes before what is planned, and one resource can be asked for", async () => {
  const city = await novorechensk();
  await city.importFiles({
    outages: [
      "id,resource,kind,startsAt,endsAt,affected,reason,responsible,note",
      "later,power,planned,2026-11-26T09:00:00+05:00,2026-11-26T17:00:00+05:00,ул. Ленина: все,,gorelektroset,",
      "sooner,gas,planned,2026-11-25T09:00:00+05:00,2026-11-25T17:00:00+05:00,ул. Ленина: 1-9,,gorgaz,",
      "now,power,emergency,2026-11-24T08:00:00+05:00,2026-11-24T20:00:00+05:00,ул. Ленина: 7,,gorelektroset,",
    ].join("\n"),
  });
  const house = { street: "Ленина", type: "улица", house: "7" };
  expect(ids(city.outagesAt(house, now))).toEqual(["now", "sooner", "later"]);
  expect(ids(city.outagesAt(house, now, "power"))).toEqual(["now", "later"]);
  expect(ids(city.outagesAt({ ...house, house: "20" }, now))).toEqual(["later"]);
  expect(ids(city.outagesOnStreet(house, now, "gas"))).toEqual(["sooner"]);
});

test("residents ask by address, however it is written, and hear whom to call", async () => {
  const city = await novorechensk();
  const reply = await city.operations.outages({ address: "1-я Луговая, 7" }, resident);
  expect(reply).toMatchObject({
    address: { street: "1-я Луговая", type: "улица", house: "7" },
    items: [
      {
        id: "out-017",
        startsAt: "2026-11-24T04:00:00.000Z",
        current: true,
        responsible: { slug: "gorelektroset", phones: ["+7 (3999) 00-44-11"] },
      },
    ],
  });
  const english = await city.operations.outages({ address: "1-я Луговая, 7", locale: "en" }, resident);
  expect(english).toMatchObject({ items: [{ responsible: { name: "City Power Grid, operations desk" } }] });
  const unknown = await city.operations.outages({ address: "Марсианский тупик, 3" }, resident);
  expect(unknown).toEqual({ alternatives: [], items: [] });
});

test("hours are the city's, with lunch breaks, weekends and holidays", async () => {
  const city = await novorechensk();
  const kindergartens = city.hotline("kindergartens")?.hours ?? "";
  expect(city.openState(kindergartens, at("2026-11-24T12:30:00"))).toMatchObject({
    open: true,
    until: at("2026-11-24T13:00:00"),
  });
  expect(city.openState(kindergartens, at("2026-11-24T13:30:00"))).toMatchObject({
    open: false,
    nextOpen: at("2026-11-24T14:00:00"),
  });
  // Friday closes at 13:00; Monday begins after lunch.
  expect(city.openState(kindergartens, at("2026-11-27T15:00:00")).nextOpen).toEqual(
    at("2026-11-30T14:00:00"),
  );
  // A public holiday in the middle of the week.
  expect(city.openState(kindergartens, at("2026-11-04T10:00:00")).open).toBe(false);
  expect(city.openState("24/7", at("2026-11-04T03:00:00"))).toMatchObject({ open: true, alwaysOpen: true });
});

test("the directory says who is open, in the reader's language, by topic", async () => {
  const city = await novorechensk();
  const reply = await city.operations.hotlines({ topic: "transport", locale: "en" }, resident);
  expect(reply).toMatchObject({
    items: [
      { slug: "transport", name: "City Passenger Transport Office", openNow: true },
      { slug: "transport-card", openNow: true, openUntil: at("2026-11-24T20:00:00").toISOString() },
    ],
  });
});

test("a house is known however it is written, with who keeps it", async () => {
  const city = await novorechensk();
  const building = city.building({ street: "Ленина", type: "улица", house: "15 / 1" });
  expect(building).toMatchObject({ house: "15/1", organisation: "uk-centr-komfort" });
  expect(city.contact("uk-centr-komfort")?.phones[0]).toBe("+7 (3999) 00-11-01");
  expect(city.building({ street: "Ленина", type: "улица", house: "9999" })).toBeUndefined();
});

test("every mistake of every file is named, and nothing of any is taken", async () => {
  const city = await novorechensk();
  const before = city.snapshot();
  const mistakes = await mistakesOf(city, {
    streets: "name,type,district,formerNames,commonNames\nНовая,улица,Луговой,,\n",
    buildings: [
      "street,type,house,district,organisation,heatSupplier,waterSupplier",
      "Новая,улица,1,Луговой,uk-mayak,teploseti,vodokanal",
      "Новая,улица,дом,Луговой,,,",
      "Старая,улица,2,Луговой,uk-none,nobody,vodokanal",
      "Новая,улица,1,Луговой,,,",
    ].join("\r\n"),
    outages: [
      "id,resource,kind,startsAt,endsAt,affected,reason,responsible,note",
      "a,steam,planned,2026-11-25 09:00,2026-11-25T17:00:00+05:00,ул. Новая: 1,,gorgaz,",
      "b,gas,planned,2026-11-25T19:00:00+05:00,2026-11-25T17:00:00+05:00,ул. Новоя: 1,,gorgas,",
      'c,gas,planned,2026-11-25T09:00:00+05:00,2026-11-25T17:00:00+05:00,"ул. Новая: 1, кое-где",,gorgaz,',
    ].join("\n"),
  });
  expect(mistakes).toEqual([
    "buildings, line 3, house: “дом” does not look like a house number",
    "buildings, line 4, street: the street list has no “улица Старая”",
    "buildings, line 4, organisation: there is no organisation “uk-none”",
    "buildings, line 4, heatSupplier: there is neither a hotline nor an organisation “nobody”",
    "buildings, line 5: this record is there already, on line 2",
    "outages, line 2, resource: “steam”: must be one of cold_water, hot_water, heating, power, gas",
    "outages, line 2, startsAt: “2026-11-25 09:00”: write date and time with the offset, such as 2026-11-22T18:00:00+05:00",
    "outages, line 3, endsAt: it must end after it starts",
    "outages, line 3, responsible: there is neither a hotline nor an organisation “gorgas”",
    "outages, line 3, affected: the street list has no “улица Новоя”",
    "outages, line 4, affected: not understood: “ул. Новая: кое-где”",
  ]);
  expect(city.snapshot()).toBe(before);
  expect(await city.refreshIfChanged()).toBe(false);
});

test("hours that nobody can read, a phone that is none and a wrong header are mistakes", async () => {
  const city = await open();
  const header = "slug,name,phones,emergencyPhone,address,email,hours,site\n";
  expect(
    await mistakesOf(city, {
      organisations: `${header}uk-a,УК,позвоните,,,not-an-email,Mo-Fr 25:00-99:00,ftp://x\nuk-b,,112,,,,24/7,\n`,
      streets: "name,type,area\nНовая,улица,Луговой\n",
    }),
  ).toEqual([
    "organisations, line 2, phones: “позвоните” does not look like a phone number",
    "organisations, line 2, email: “not-an-email” does not look like an e-mail address",
    "organisations, line 2, hours: “Mo-Fr 25:00-99:00”: these opening hours could not be understood",
    "organisations, line 2, site: “ftp://x” does not look like a web address (https://…)",
    "organisations, line 3, name: must not be empty",
    "streets, line 1: the column “district” is missing",
    "streets, line 1: the column “formerNames” is missing",
    "streets, line 1: the column “commonNames” is missing",
    "streets, line 1: the column “area” is unknown",
  ]);
});

test("a list that drops what other lists speak of is taken, and says so", async () => {
  const city = await novorechensk();
  const lines = demo("streets").split("\n");
  const { counts, warnings } = await city.importFiles({
    streets: lines.filter((line) => !line.startsWith("Чапаева,")).join("\n"),
  });
  expect(counts.streets).toEqual({ added: 0, changed: 0, removed: 1, unchanged: 119 });
  expect(warnings.map((warning) => explainProblem(warning, "en"))).toContain(
    "outages, affected: the street list has no “улица Чапаева”",
  );
});

test("a running server notices what another process imported while it has the file open", async () => {
  const city = await open();
  const elsewhere = await aDatabase(folder);
  const other = await open(elsewhere);
  await other.importFiles(demoCity);
  await elsewhere.close();
  expect(city.snapshot().streets).toEqual([]);

  expect(await city.refreshIfChanged()).toBe(true);
  expect(city.snapshot().streets).toHaveLength(120);
  expect(await city.refreshIfChanged()).toBe(false);
});

test("the widget is told the city's name, greeting and phone, in the resident's language", async () => {
  const city = await novorechensk();
  await city.setProfile({
    ...city.profile(),
    name: { ru: "Новореченск", en: "Novorechensk" },
    greeting: { ru: "Здравствуйте!" },
    suggestions: { ru: ["Почему нет воды?"], en: [] },
    operatorHours: "Mo-Fr 08:00-20:00",
  });
  now = at("2026-11-24T21:00:00");
  const reply = await city.operations.config({ locale: "en" }, resident);
  expect(reply).toMatchObject({
    city: "Novorechensk",
    greeting: "Здравствуйте!",
    suggestions: [],
    phone: "+7 (3999) 00-05-05",
    operators: { openNow: false, opensAt: at("2026-11-25T08:00:00").toISOString() },
  });
});
