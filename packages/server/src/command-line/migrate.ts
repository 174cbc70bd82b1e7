import { readConfig } from "../config.ts";
import { dataFolder } from "../data-folder.ts";
import { inspectSqlite, openSqlite } from "../storage/index.ts";
import { exists } from "./files.ts";
import type { Terminal } from "./terminal.ts";

/** Brings the schema up to date, as the server does by itself when it starts. */
export async function migrateCommand(terminal: Terminal): Promise<void> {
  const file = dataFolder(readConfig(terminal.env).dataFolder).database;
  const before = (await exists(file)) ? await appliedTo(file) : [];
  await (await openSqlite(file)).close();
  const applied = (await appliedTo(file)).filter((step) => !before.includes(step));
  terminal.say(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The schema is up to date.");
}

async function appliedTo(file: string): Promise<string[]> {
  const database = inspectSqlite(file);
  try {
    return database.schema().applied;
  } finally {
    await database.close();
  }
}
