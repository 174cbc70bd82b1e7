import type { CitySettings } from "@veche/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type TownUnderTest } from "../../../town.fixture.ts";

let city: TownUnderTest;
let admin: string;
beforeAll(async () => {
  city = await aTown();
  admin = await city.signIn("admin@town.example");
});
afterAll(() => city.close());

interface Shown {
  readonly settings: CitySettings;
  readonly version: string;
  readonly changes: readonly { name: string; by: string }[];
}
const read = async () => (await city.call("/api/v1/staff/settings", { cookie: admin })).body as Shown;
const save = (settings: object, version: string) =>
  city.call("/api/v1/staff/settings", {
    method: "PUT",
    cookie: admin,
    body: JSON.stringify({ settings, version }),
  });

test("what an administrator sets is what the next page shows, with who set it", async () => {
  const { settings, version } = await read();
  const next = {
    ...settings,
    name: { ru: "Новореченск" },
    accent: "#8a1c4b",
    notice: { ru: "Пишите без паспортных данных." },
  };
  expect(await save(next, version)).toMatchObject({ status: 200 });
  expect((await city.call("/api/v1/config")).body).toMatchObject({
    city: "Новореченск",
    accent: "#8a1c4b",
    notice: "Пишите без паспортных данных.",
  });
  const { changes } = await read();
  expect(changes.map(({ name, by }) => [name, by]).toSorted()).toEqual([
    ["accent", "Имя admin"],
    ["name", "Имя admin"],
    ["notice", "Имя admin"],
  ]);
});

test("of two administrators the second is told who was faster, and what is wrong is named", async () => {
  const { settings, version } = await read();
  expect(await save({ ...settings, phone: "112" }, version)).toMatchObject({ status: 200 });
  expect(await save({ ...settings, phone: "103" }, version)).toMatchObject({
    status: 409,
    body: { code: "conflict", detail: expect.stringContaining("Имя admin") },
  });
  const now = await read();
  expect(await save({ ...now.settings, operatorHours: "всегда" }, now.version)).toMatchObject({
    status: 400,
  });
  expect(await save({ ...now.settings, accent: "red" }, now.version)).toMatchObject({ status: 400 });
  expect(await save({ ...now.settings, origins: ["https://a.example/path"] }, now.version)).toMatchObject({
    status: 400,
  });
});

test("a site that is let in may embed at once, and one that is taken off may not", async () => {
  const from = (origin: string) => city.call("/api/v1/config", { headers: { Origin: origin } });
  expect((await from("https://town.example")).status).toBe(403);
  const { settings, version } = await read();
  await save({ ...settings, origins: ["https://town.example"] }, version);
  const allowed = await from("https://town.example");
  expect(allowed.headers.get("access-control-allow-origin")).toBe("https://town.example");
  const now = await read();
  await save({ ...now.settings, origins: [] }, now.version);
  expect((await from("https://town.example")).status).toBe(403);
});
