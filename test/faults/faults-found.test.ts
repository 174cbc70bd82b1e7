import { afterEach, expect, test } from "vitest";
import { faultsFound, type FaultsFound, NO_FAULTS } from "./faults-found.ts";
import { aPlantedServer, type Planted } from "./planted-server.ts";
import { StubbornResident } from "./stubborn-resident.ts";

const MESSAGES_EACH = 4;

let server: Awaited<ReturnType<typeof aPlantedServer>>;
afterEach(() => server.close());

/** Two residents talk with a server that has this fault. */
async function foundAt(fault: Planted): Promise<FaultsFound> {
  server = await aPlantedServer(fault);
  const residents = [new StubbornResident(server.url), new StubbornResident(server.url)];
  for (let i = 0; i < MESSAGES_EACH; i++) {
    for (const [r, resident] of residents.entries()) await resident.say(`житель ${r}, сообщение ${i}`);
  }
  for (const resident of residents) resident.leave();
  return faultsFound(server.url, residents);
}

test.each(["none", "unacknowledged"] as const)("a server without fault is found so: %s", async (fault) => {
  expect(await foundAt(fault)).toEqual(NO_FAULTS);
});

test.each(Object.keys(NO_FAULTS) as (keyof FaultsFound)[])("a planted fault is found: %s", async (fault) => {
  const found = await foundAt(fault);
  console.log(JSON.stringify({ planted: fault, ...found }));
  expect(found[fault]).toBeGreaterThan(0);
});

test("what was shown and is kept nowhere is found", async () => {
  expect((await foundAt("pushed-only")).phantom).toBeGreaterThan(0);
});
