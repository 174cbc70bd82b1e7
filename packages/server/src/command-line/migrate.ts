import { readConfig } from "../config.ts";
import { makeDataFolder } from "../data-folder.ts";
import { inspectDatabase, openDatabase } from "../open-database.ts";
import type { Terminal } from "./terminal.ts";

/** Brings the schema up to date, as the server does by itself when it starts. */
export async function migrateCommand(terminal: Terminal): Promise<void> {
  const config = readConfig(terminal.env);
  makeDataFolder(config.dataFolder);
  const applied = async () => {
    const database = await inspectDatabase(config);
    const steps = (await database?.schema())?.applied ?? [];
    await database?.close();
    return steps;
  };
  const before = await applied();
  await (await openDatabase(config)).close();
  const made = (await applied()).filter((step) => !before.includes(step));
  terminal.say(made.length > 0 ? `Applied: ${made.join(", ")}` : "The schema is up to date.");
}
