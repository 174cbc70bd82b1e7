import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Locale } from "@veche/protocol";
import type { Town } from "../compose.ts";
import { CITY_SHEETS } from "../rooms/city/index.ts";
import { writeNew } from "./files.ts";
import { IMPORTS, type ImportKind } from "./import.ts";
import { CommandFailed, type Terminal } from "./terminal.ts";
import { withTown } from "./with-town.ts";

export const EXPORTS = IMPORTS;

/** Writes what `import` reads: to a file, to a folder for `city`, else to the screen. */
export async function exportCommand(
  terminal: Terminal,
  what: ImportKind,
  path: string | undefined,
  locale: Locale | undefined,
): Promise<void> {
  await withTown(terminal, async (town) => {
    if (what === "city") return exportFolder(terminal, town, path);
    const text = await textOf(town, what, locale);
    if (path === undefined) return terminal.write(text);
    await writeNew(path, text);
    terminal.say(`Written: ${path}`);
  });
}

async function exportFolder(terminal: Terminal, town: Town, folder: string | undefined): Promise<void> {
  if (folder === undefined) throw new CommandFailed("Name a folder: export city FOLDER");
  await mkdir(folder, { recursive: true });
  const files = [
    ...CITY_SHEETS.map((name) => ({ name: `${name}.csv`, text: () => textOf(town, name, undefined) })),
    { name: "articles.csv", text: () => textOf(town, "articles", "ru") },
    { name: "articles.en.csv", text: () => textOf(town, "articles", "en") },
    { name: "campaigns.json", text: () => textOf(town, "campaigns", undefined) },
  ];
  for (const { name, text } of files) {
    await writeNew(join(folder, name), await text());
    terminal.say(`Written: ${join(folder, name)}`);
  }
}

async function textOf(
  { rooms }: Town,
  what: Exclude<ImportKind, "city">,
  locale: Locale | undefined,
): Promise<string> {
  switch (what) {
    case "articles":
      return rooms.knowledge.exportArticles(locale);
    case "campaigns":
      return `${JSON.stringify(await rooms.campaigns.exportCampaigns(), null, 2)}\n`;
    default:
      return rooms.city.exportFile(what);
  }
}
