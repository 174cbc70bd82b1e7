import { type ChildProcess, spawn } from "node:child_process";
import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import {
  aServerProcess,
  endWithTests,
  freePort,
  type ServerProcess,
  whenListening,
} from "../server-process.ts";
import { startBrowser } from "./browser.ts";

const SITE = fileURLToPath(new URL("../../demo/main.ts", import.meta.url));

/** The demo city as residents meet it: the server, the town's own site on another origin, and a browser. */
export interface DemoCity {
  readonly server: ServerProcess;
  /** Origin of the town's site. */
  readonly site: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** @param dataFolder a folder with a loaded city; it is copied */
export async function openDemoCity(
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<DemoCity> {
  const port = await freePort();
  // Another host name too, not just another port: cookies do not tell ports apart.
  const site = `http://localhost:${port}`;
  const server = await aServerProcess({ VECHE_ORIGINS: site, ...env });
  cpSync(dataFolder, server.folder, { recursive: true });
  const town = spawn(process.execPath, [SITE], {
    env: { ...process.env, PORT_DEMO: String(port), VECHE_PUBLIC_URL: server.url },
    stdio: ["ignore", "pipe", "pipe"],
  });
  endWithTests(town);
  const closers = [() => server.remove(), () => ended(town)];
  try {
    const [browser] = await Promise.all([startBrowser(), server.start(), whenListening(town)]);
    closers.push(() => browser.close());
    return { server, site, browser, close: async () => void (await Promise.all(closers.map((it) => it()))) };
  } catch (error) {
    await Promise.all(closers.map((it) => it()));
    throw error;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await exit;
}
