import { flushCompileCache } from "node:module";
import closeWithGrace from "close-with-grace";
import pino from "pino";
import { openTown } from "./compose.ts";
import { BadSetting, readConfig } from "./config.ts";
import { holdDataFolder, makeDataFolder } from "./data-folder.ts";
import { joinProcesses } from "./processes/index.ts";
import { serveTown } from "./serve.ts";

/** After this the process ends even if something still runs; everything acknowledged is on disk by then. */
const END_WITHIN_MS = 9_000;

/** Starts the server by its environment; where it can't, says why and ends the process. */
export function run(): Promise<void> {
  return serve().catch((error: unknown) => {
    if (error instanceof BadSetting) console.error(error.message);
    else console.error("The server could not start:", error);
    // Connections that were already open would keep a process that never began to serve.
    process.exit(1);
  });
}

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  makeDataFolder(config.dataFolder);
  holdDataFolder(config.dataFolder);
  if (config.demo) {
    // No part of the server: it goes through the rooms' own doors, and only when asked for.
    const { loadDemo } = await import("../../../demo/load.ts");
    await loadDemo(config, log);
  }
  const processes = await joinProcesses(config, log);
  const town = await openTown(config, log, { ...(processes && { processes }) });
  const server = await serveTown(town, config);
  const address = await server.listen();
  log.info(`listening on ${address}`);
  // At its end it would be kept by itself, but a process that is killed has no end.
  flushCompileCache();
  closeWithGrace({ delay: END_WITHIN_MS, logger: false }, async ({ err }) => {
    if (err) log.fatal({ err }, "ending after an unexpected error");
    await server.close();
    log.info("ended");
  });
}
