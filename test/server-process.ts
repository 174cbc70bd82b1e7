import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../packages/server/src/main.ts", import.meta.url));
const START_WITHIN_MS = 120_000;

/** A TCP port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || !address) throw new Error("no free port");
  return address.port;
}

/** Lets no process outlive the tests, however they end. */
export function endWithTests(child: ChildProcess): void {
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
}

/**
 * Waits until a process says that it listens.
 *
 * @param hear gets all that it prints, also later
 * @throws Error with what it printed, when it ends before or takes more than a minute
 */
export async function whenListening(
  child: ChildProcess,
  hear: (text: string) => void = () => {},
): Promise<void> {
  let since = "";
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no start: ${since}`)), START_WITHIN_MS);
    const heard = (chunk: Buffer) => {
      since += chunk.toString();
      hear(chunk.toString());
      if (!since.includes("listening on http://")) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout?.on("data", heard);
    child.stderr?.on("data", heard);
    child.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`ended with ${code}: ${since}`));
    });
  });
}

export interface ServerProcess {
  readonly url: string;
  readonly folder: string;
  /** What it printed so far. */
  readonly output: () => string;
  readonly pid: () => number;
  readonly isRunning: () => boolean;
  start(): Promise<void>;
  /** SIGKILL, at once. */
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code and how long it took */
  stop(): Promise<{ code: number | null; ms: number }>;
  /** Ends it and deletes its data. */
  remove(): Promise<void>;
}

/** The server as operators run it: a process of its own, with its data in a temporary folder. */
export async function aServerProcess(env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), "veche-process-"));
  const port = await freePort();
  let child: ChildProcess | undefined;
  let output = "";

  const exited = (it: ChildProcess) =>
    it.exitCode !== null || it.signalCode !== null
      ? Promise.resolve()
      : new Promise<void>((resolve) => it.once("exit", () => resolve()));

  const running = () => {
    if (!child) throw new Error("the server was not started");
    return child;
  };

  const server: ServerProcess = {
    url: `http://127.0.0.1:${port}`,
    folder,
    output: () => output,
    pid: () => running().pid ?? 0,
    isRunning: () => running().exitCode === null && running().signalCode === null,
    async start() {
      const started = spawn(process.execPath, [MAIN], {
        env: {
          ...process.env,
          PORT: String(port),
          VECHE_DATA: folder,
          VECHE_PUBLIC_URL: server.url,
          VECHE_RATE_LIMIT: "off",
          ...env,
        },
        stdio: ["ignore", "pipe", "pipe"],
      });
      child = started;
      endWithTests(started);
      await whenListening(started, (text) => void (output += text));
    },
    async kill() {
      running().kill("SIGKILL");
      await exited(running());
    },
    async stop() {
      const began = Date.now();
      running().kill("SIGTERM");
      await exited(running());
      return { code: running().exitCode, ms: Date.now() - began };
    },
    async remove() {
      if (child && server.isRunning()) await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return server;
}
