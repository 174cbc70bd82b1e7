import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { aForgedService } from "./forged-service.fixture.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "veche-main-"));
const file = join(folder, "file");
writeFileSync(file, "");
const busy = createServer().listen(0, "127.0.0.1");
afterAll(() => {
  busy.close();
  rmSync(folder, { recursive: true });
});
const DATABASE = "postgres://veche:password@localhost";
const busyPort = () => String((busy.address() as AddressInfo).port);

/** Starts the server with these settings, none of which it can start with. */
const start = (env: Record<string, string>) =>
  new Promise<{ code: unknown; printed: string }>((resolve) => {
    const { NODE_COMPILE_CACHE } = process.env;
    const settings = {
      PORT: "0",
      VECHE_DATA: mkdtempSync(join(folder, "data-")),
      ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }),
      ...env,
    };
    execFile(process.execPath, [MAIN], { env: settings, timeout: 50_000 }, (error, stdout, stderr) =>
      resolve({ code: error?.code, printed: stdout + stderr }),
    );
  });

test.each([
  ["a port that is taken", () => ({ PORT: busyPort() }), /^PORT \d+ is taken/],
  ["an address that is not this machine's", () => ({ HOST: "192.0.2.1" }), /^HOST 192\.0\.2\.1 /],
  ["a data folder that is a file", () => ({ VECHE_DATA: file }), /^VECHE_DATA must be a folder/],
  [
    "a database that nobody answers for",
    () => ({ DATABASE_URL: `${DATABASE}:1/veche` }),
    /^DATABASE_URL can't be used: .*ECONNREFUSED/,
  ],
  [
    "a Redis that nobody answers for",
    () => ({ DATABASE_URL: `${DATABASE}:1/veche`, REDIS_URL: "redis://localhost:1" }),
    /^REDIS_URL can't be used: .*ECONNREFUSED/,
  ],
])(
  "%s is refused in one line that names the variable",
  async (_what, env, line) => {
    const { code, printed } = await start(env());
    expect(code).toBe(1);
    expect(printed).toMatch(line);
    expect(printed.trimEnd()).not.toContain("\n");
  },
  60_000,
);

test.concurrent.for([
  ["DATABASE_URL", (port: number) => ({ DATABASE_URL: `${DATABASE}:${port}/veche?sslmode=verify-full` })],
  [
    "REDIS_URL",
    (port: number) => ({
      DATABASE_URL: `${DATABASE}/veche`,
      REDIS_URL: `rediss://:password@localhost:${port}`,
    }),
  ],
  [
    "S3_ENDPOINT",
    (port: number) => ({
      S3_ENDPOINT: `https://localhost:${port}`,
      S3_BUCKET: "pictures",
      S3_ACCESS_KEY_ID: "key",
      S3_SECRET_ACCESS_KEY: "password",
    }),
  ],
] as const)(
  "what answers for %s with a certificate that nobody vouches for is told nothing",
  { timeout: 60_000 },
  async ([setting, env], { expect, onTestFinished }) => {
    const forged = await aForgedService();
    onTestFinished(forged.end);
    const { code, printed } = await start(env(forged.port));
    expect(forged.called()).toBeGreaterThan(0);
    expect(forged.told()).toBe("");
    expect(code).toBe(1);
    expect(printed).toContain(`${setting} can't be used: `);
    expect(printed).not.toContain("password@");
  },
);

test("a server is empty at first, and killed it leaves what it compiled to the next, in a data folder that is its own", async () => {
  const data = join(folder, "new");
  const server = spawn(process.execPath, [MAIN], {
    env: { PORT: "0", VECHE_DATA: data },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void server.kill("SIGKILL"));
  let printed = "";
  for await (const piece of server.stdout) if ((printed += String(piece)).includes("listening on")) break;
  const [url] = /http:[^"\s]+/.exec(printed) ?? [];
  expect(await (await fetch(`${url}/api/v1/articles`)).json()).toEqual({ items: [], topics: [] });
  // What is kept is written just after that.
  await expect
    .poll(() => readdirSync(join(data, "compiled"), { recursive: true }).length)
    .toBeGreaterThan(100);
  server.kill("SIGKILL");
  await once(server, "exit");
  expect(statSync(data).mode & 0o777).toBe(0o700);
}, 60_000);
