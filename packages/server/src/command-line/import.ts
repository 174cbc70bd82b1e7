import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Town } from "../compose.ts";
import { readCampaigns } from "../rooms/campaigns/index.ts";
import { CITY_SHEETS, type CityFiles, type CitySheet } from "../rooms/city/index.ts";
import type { PreparedArticles } from "../rooms/knowledge/index.ts";
import { explainProblem, type ImportCounts, ImportRefused, type SheetProblem } from "../sheets/index.ts";
import { readJson, readText } from "./files.ts";
import { CommandFailed, type Terminal } from "./terminal.ts";
import { withTown } from "./with-town.ts";

/** Who is kept as the author of what came this way. */
const AUTHOR = "command line";

export const IMPORTS = ["articles", ...CITY_SHEETS, "campaigns", "city"] as const;
export type ImportKind = (typeof IMPORTS)[number];

/** What is imported together: articles may come in several files, campaigns in one. */
interface Files {
  readonly city: { readonly [Name in CitySheet]?: string };
  readonly articles: readonly string[];
  readonly campaigns?: string;
}

/** Takes a file, or a folder of them, whole or not at all. */
export async function importCommand(terminal: Terminal, what: ImportKind, path: string): Promise<void> {
  const files = await filesFor(what, path);
  await withTown(terminal, (town) => importFiles(terminal, town, files));
}

async function filesFor(what: ImportKind, path: string): Promise<Files> {
  switch (what) {
    case "articles":
      return { city: {}, articles: [path] };
    case "campaigns":
      return { city: {}, articles: [], campaigns: path };
    case "city":
      return filesIn(path);
    default:
      return { city: { [what]: path }, articles: [] };
  }
}

async function filesIn(folder: string): Promise<Files> {
  const names = await readdir(folder).catch(() => {
    throw new CommandFailed(`There is no folder ${folder}.`);
  });
  const sheets = CITY_SHEETS.filter((name) => names.includes(`${name}.csv`));
  const articles = names.filter((name) => /^articles(?:\.[a-z]{2})?\.csv$/.test(name)).toSorted();
  const campaigns = names.includes("campaigns.json");
  if (sheets.length === 0 && articles.length === 0 && !campaigns) {
    throw new CommandFailed(
      `${folder} has none of the city's files: ${[...CITY_SHEETS, "articles"].map((name) => `${name}.csv`).join(", ")}, campaigns.json.`,
    );
  }
  return {
    city: Object.fromEntries(sheets.map((name) => [name, join(folder, `${name}.csv`)])),
    // The Russian file first: its order is the order of the topics.
    articles: articles.toSorted((a, b) => a.length - b.length).map((name) => join(folder, name)),
    ...(campaigns && { campaigns: join(folder, "campaigns.json") }),
  };
}

async function importFiles(terminal: Terminal, town: Town, files: Files): Promise<void> {
  const { city, knowledge, campaigns } = town.rooms;
  const problems: string[] = [];
  const collect = <T>(
    prepare: () => T,
    fileOf: (problem: SheetProblem) => string | undefined,
  ): T | undefined => {
    try {
      return prepare();
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      problems.push(...error.problems.map((problem) => inFile(problem, fileOf(problem))));
      return undefined;
    }
  };
  const cityFile = ({ sheet }: SheetProblem) => files.city[sheet as CitySheet];

  const sheets = await readCityFiles(files.city);
  const preparedCity = collect(() => city.prepare(sheets), cityFile);
  const departments = new Set(
    (preparedCity?.tables.hotlines ?? city.snapshot().hotlines).map(({ slug }) => slug),
  );
  const preparedArticles: { file: string; prepared: PreparedArticles | undefined }[] = [];
  for (const file of files.articles) {
    const csv = await readText(file);
    preparedArticles.push({
      file,
      prepared: collect(
        () => knowledge.prepare(csv, departments),
        () => file,
      ),
    });
  }
  const campaignFile = files.campaigns && (await readJson(files.campaigns));
  if (campaignFile) readCampaigns(campaignFile);
  if (problems.length > 0) throw new CommandFailed(...problems, nothingImported(problems.length));

  const author = { name: AUTHOR, at: town.clock().toISOString() };
  const reports = await town.database.write(async (connection) => {
    if (Object.keys(sheets).length > 0) await preparedCity?.apply(connection);
    const done = [];
    for (const { file, prepared } of preparedArticles) {
      if (prepared) done.push({ file, report: await prepared.apply(connection, author) });
    }
    return done;
  });

  for (const [name, counts] of Object.entries(preparedCity?.counts ?? {}))
    terminal.say(counted(name, counts));
  for (const warning of preparedCity?.warnings ?? [])
    terminal.remark(`warning: ${inFile(warning, cityFile(warning))}`);
  for (const { file, report } of reports) {
    terminal.say(counted(basename(file, ".csv"), report));
    for (const warning of report.warnings) terminal.remark(`warning: ${inFile(warning, file)}`);
  }
  if (campaignFile) {
    const { added, replaced } = await campaigns.importCampaigns(campaignFile);
    terminal.say(`campaigns: ${added.length} added, ${replaced.length} changed`);
  }
}

async function readCityFiles(paths: Files["city"]): Promise<CityFiles> {
  const texts: { [Name in CitySheet]?: string } = {};
  for (const name of CITY_SHEETS) {
    const path = paths[name];
    if (path) texts[name] = await readText(path);
  }
  return texts;
}

/** The problem with the file's name, as typed, where the room knows only the list's. */
function inFile(problem: SheetProblem, file: string | undefined): string {
  return explainProblem({ ...problem, ...(file && { sheet: file }) }, "en");
}

const nothingImported = (mistakes: number) =>
  `Nothing was imported: ${mistakes} ${mistakes === 1 ? "mistake" : "mistakes"}. Correct the files and try again.`;

function counted(name: string, { added, changed, removed, unchanged }: ImportCounts): string {
  return `${name}: ${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged`;
}
