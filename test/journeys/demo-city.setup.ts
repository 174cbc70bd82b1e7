import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { aServerProcess, type ServerProcess } from "../server-process.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A data folder with the demo city, for every journey to copy. */
    readonly demoCity: string;
  }
}

/** Of all demo accounts. */
export const DEMO_PASSWORD = "new-river-2026";
/** An address without hot water, on whatever day the journeys are made. */
export const COLD_ADDRESS = "Пушкина 6";
const COLD_HOUSES = "ул. Пушкина: 2-8 (чётные)";
export const OPEN_CAMPAIGN = "zaschitim-les-ot-pozharov";

const DAY_MS = 24 * 60 * 60_000;
const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Loads the demo city once, for all journeys to copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await loadedDemoCity();
  project.provide("demoCity", server.folder);
  return () => server.remove();
}

/**
 * A server that loaded the demo city and was stopped; its calendar is set so that every journey can be made on
 * any day.
 */
export async function loadedDemoCity(): Promise<ServerProcess> {
  for (const built of ["packages/widget/dist/veche.js", "packages/console/dist/index.html"]) {
    if (existsSync(root(built))) continue;
    throw new Error(`${built} is not there: build the widget and the console first, with npm run build.`);
  }
  const server = await aServerProcess({ VECHE_DEMO: "1", VECHE_DEMO_PASSWORD: DEMO_PASSWORD });
  try {
    await server.start();
    await server.stop();
    await moveCalendar(server.folder);
  } catch (error) {
    await server.remove();
    throw error;
  }
  return server;
}

async function moveCalendar(dataFolder: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "veche-calendar-"));
  try {
    await writeFile(join(folder, "outages.csv"), await outages());
    await writeFile(join(folder, "campaigns.json"), await openCampaign());
    await promisify(execFile)(
      process.execPath,
      [root("packages/server/src/command-line/main.ts"), "import", "city", folder],
      { env: { ...process.env, VECHE_DATA: dataFolder } },
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

async function outages(): Promise<string> {
  const known = await readFile(root("demo/city/outages.csv"), "utf8");
  const mine = [
    "out-now",
    "hot_water",
    "emergency",
    inDays(-1),
    inDays(3),
    COLD_HOUSES,
    "Замена задвижки",
    "teploseti",
    "",
  ];
  return `${known.trimEnd()}\n${mine.join(",")}\n`;
}

async function openCampaign(): Promise<string> {
  const campaigns = JSON.parse(await readFile(root("demo/city/campaigns.json"), "utf8")) as {
    slug: string;
    dates: Record<string, string>;
  }[];
  const dates = {
    opensAt: inDays(-20),
    closesAt: inDays(28),
    judgingFrom: inDays(29),
    judgingTo: inDays(50),
    announceAt: inDays(55),
    awardAt: inDays(60),
  };
  return JSON.stringify(
    campaigns.filter(({ slug }) => slug === OPEN_CAMPAIGN).map((campaign) => ({ ...campaign, dates })),
  );
}
