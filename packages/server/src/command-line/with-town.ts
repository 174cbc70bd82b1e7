import pino from "pino";
import { openTown, type Town } from "../compose.ts";
import { readConfig } from "../config.ts";
import type { Terminal } from "./terminal.ts";

/** Opens the town's data beside whatever server is running on it, and closes it whatever happens. */
export async function withTown<T>(terminal: Terminal, work: (town: Town) => Promise<T>): Promise<T> {
  const town = await openTown(readConfig(terminal.env), pino({ enabled: false }));
  try {
    return await work(town);
  } finally {
    await town.close();
  }
}
