import { join } from "node:path";
import type { SheetImport } from "@veche/protocol";
import { openSqlite } from "../../packages/server/src/storage/index.ts";
import { commandLine } from "../faults/contest-server.ts";
import { PASSWORD, signIn } from "../faults/shift/staffed-server.ts";
import { StubbornResident } from "../faults/stubborn-resident.ts";
import { aServerProcess } from "../server-process.ts";

const BUILDINGS = 100_000;
const STREETS = 1_000;
const SAYS_EVERY_MS = 50;
const ASKS_EVERY_MS = 400;
const EDITOR = "editor@town.example";

export interface CityImportBench {
  readonly what: string;
  /** From sending the file until it is said what it would change, milliseconds. */
  readonly readMs: number;
  /** From taking it until the next question is answered from it. */
  readonly takenMs: number;
  readonly bothMs: number;
  readonly goalMs: number;
  /** How many different states of progress whoever waits was shown. */
  readonly steps: number;
  /** What a resident who wrote meanwhile waited for the acknowledgement at most, milliseconds. */
  readonly chatP99: number;
  readonly chatMost: number;
}

const HOUSES = BUILDINGS / STREETS;
const streetNamed = (street: number) => `Бенчевая ${street}`;

async function addStreets(folder: string): Promise<void> {
  const database = await openSqlite(join(folder, "veche.db"));
  const rows = Array.from({ length: STREETS }, (_, position) => ({
    name: streetNamed(position),
    type: "улица",
    district: "",
    former_names: "[]",
    common_names: "[]",
    position,
  }));
  await database.write((db) => db.insertInto("street").values(rows).execute());
  await database.close();
}

/** So many buildings, street after street, as a city's register writes them. */
const buildings = (district: string) =>
  [
    "street,type,house,district,organisation,heatSupplier,waterSupplier",
    ...Array.from(
      { length: BUILDINGS },
      (_, place) => `${streetNamed(Math.floor(place / HOUSES))},улица,${(place % HOUSES) + 1},${district},,,`,
    ),
  ].join("\n");

/** A list of 100,000 buildings read and taken, while a resident writes. */
export async function benchCityImport(): Promise<readonly CityImportBench[]> {
  const server = await aServerProcess();
  const adding = ["staff", "add", "--email", EDITOR, "--role", "admin", "--password-stdin"];
  await commandLine(server.folder, adding, PASSWORD);
  await addStreets(server.folder);
  await server.start();
  const headers = { Cookie: await signIn(server.url, EDITOR), Origin: server.url };
  const call = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${server.url}/api/v1/staff/${path}`, { headers, ...init });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };

  async function measure(what: string, file: Blob, name: string): Promise<CityImportBench> {
    const resident = new StubbornResident(server.url);
    await resident.say("привет");
    const waits: number[] = [];
    const over = new AbortController();
    const talking = (async () => {
      for (let n = 0; !over.signal.aborted; n += 1) {
        const began = performance.now();
        await resident.say(`сообщение ${n}`);
        waits.push(performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, SAYS_EVERY_MS));
      }
    })();
    const form = new FormData();
    form.set("file", file, name);
    const began = performance.now();
    const reply = await call("city/buildings/imports", { method: "POST", body: form });
    const { import: found } = (await reply.json()) as { import: SheetImport };
    if (found.state !== "ready") throw new Error(JSON.stringify(found).slice(0, 500));
    const read = performance.now();
    const seen = new Set<number>();
    const asking = setInterval(async () => {
      const state = (await (await call(`city-imports/${found.id}`)).json()) as { import: SheetImport };
      seen.add(state.import.progress ?? 0);
    }, ASKS_EVERY_MS);
    await call(`city-imports/${found.id}/application`, { method: "POST" });
    const taken = performance.now();
    clearInterval(asking);
    over.abort();
    await talking;
    resident.leave();
    const sorted = waits.toSorted((a, b) => a - b);
    return {
      what,
      readMs: Math.round(read - began),
      takenMs: Math.round(taken - read),
      bothMs: Math.round(taken - began),
      goalMs: 20_000,
      steps: seen.size,
      chatP99: Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0),
      chatMost: Math.round(sorted.at(-1) ?? 0),
    };
  }

  const csv = await measure("CSV", new Blob([buildings("Центральный")]), "buildings.csv");
  const workbook = await (await call("city/buildings/file?format=xlsx")).blob();
  const again = await measure("CSV, all changed", new Blob([buildings("Заречный")]), "buildings.csv");
  const xlsx = await measure("XLSX, all changed back", workbook, "buildings.xlsx");
  await server.remove();
  return [csv, again, xlsx];
}

if (import.meta.main) console.table(await benchCityImport());
