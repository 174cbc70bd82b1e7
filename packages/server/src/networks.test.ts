import type { IncomingMessage } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { createNetworkKeys } from "./network-keys.ts";
import { createNetworks } from "./networks.ts";
import { aTown } from "./town.fixture.ts";

const DAY_MS = 86_400_000;

async function aTownOnMonday() {
  let now = Date.parse("2026-11-23T20:00:00Z");
  const clock = () => new Date(now);
  const city = await aTown({}, { clock });
  onTestFinished(() => city.close());
  const { database } = city.town;
  return {
    city,
    database,
    async daysLater(days: number) {
      now += days * DAY_MS;
      await city.town.rooms.conversations.tend();
    },
    keys: async () => {
      const rows = await database.read.selectFrom("setting").selectAll().execute();
      return rows.filter(({ name }) => name.startsWith("networks.key."));
    },
    /** The doors of a process at this town's database. */
    async process() {
      const keys = createNetworkKeys({ database, clock });
      await keys.renew(async () => []);
      const networks = createNetworks({ key: "secret", keys, proxies: 0, clock });
      return {
        renew: () => keys.renew(async () => []),
        count: (address: string) => networks.of(from(address)),
        block: (address: string, day: string) => networks.on(from(address), day),
      };
    },
  };
}

const from = (remoteAddress: string) =>
  ({ headers: {}, socket: { remoteAddress } }) as unknown as IncomingMessage;

test("a day's keys are gone from the database when the day is, and no key follows from another", async () => {
  const { keys, daysLater } = await aTownOnMonday();
  const monday = await keys();
  expect(monday.map(({ name }) => name.slice("networks.key.".length)).toSorted()).toEqual([
    "blocks.2026-11-23",
    "blocks.2026-11-24",
    "counting.2026-11-23",
    "counting.2026-11-24",
  ]);
  expect(new Set(monday.map(({ value }) => value)).size).toBe(4);

  await daysLater(1);
  expect((await keys()).map(({ name }) => name).filter((name) => name.endsWith("11-23"))).toEqual([]);
  await daysLater(-1);
  const made = (await keys()).find(({ name }) => name === "networks.key.counting.2026-11-23");
  expect(monday.map(({ value }) => value)).not.toContain(made?.value);
});

test("of a day that a block holds only the key of blocks stays, until the block's term", async () => {
  const { city, keys, daysLater } = await aTownOnMonday();
  const resident = await city.chat();
  await resident.say("дураки вы все");
  const blocked = await city.call(
    `/api/v1/staff/conversations/${resident.conversations[0]?.id}/restrictions`,
    {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: city.url },
      cookie: await city.signIn("operator@town.example"),
      body: JSON.stringify({ kind: "block", minutes: 3 * 24 * 60, reason: "брань", network: true }),
    },
  );
  expect(blocked.status).toBe(201);
  const ofMonday = async () => (await keys()).map(({ name }) => name).filter((it) => it.endsWith("11-23"));

  await daysLater(2);
  expect(await ofMonday()).toEqual(["networks.key.blocks.2026-11-23"]);
  await daysLater(1);
  expect(await ofMonday()).toEqual([]);
});

test("processes at one database know a network by one hash; tomorrow it is another's", async () => {
  const { process, daysLater } = await aTownOnMonday();
  const [one, other] = [await process(), await process()];
  const first = one.count("10.0.0.1");
  expect(other.count("10.0.0.1")).toBe(first);
  expect(one.count("10.0.0.2")).not.toBe(first);
  expect(one.count("2001:db8::1")).toBe(one.count("2001:db8:0:0:9::2"));
  expect(one.block("10.0.0.1", "2026-11-23")).toBe(other.block("10.0.0.1", "2026-11-23"));

  await daysLater(1);
  expect(one.count("10.0.0.1")).not.toBe(first);
  expect(one.count("10.0.0.1")).toBe(other.count("10.0.0.1"));
  await one.renew();
  expect(one.block("10.0.0.1", "2026-11-23")).toBeUndefined();
  await daysLater(9);
  expect(one.count("10.0.0.1")).toBe(one.count("10.0.0.1"));
  expect(one.block("10.0.0.1", "2026-12-03")).toBeUndefined();
});
