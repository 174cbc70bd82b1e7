import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "veche-main-"));
const file = join(folder, "file");
writeFileSync(file, "");
const busy = createServer().listen(0, "127.0.0.1");
afterAll(() => {
  busy.close();
  rmSync(folder, { recursive: true });
});
const busyPort = () => String((busy.address() as AddressInfo).port);

/** Starts the server with these settings, none of which it can start with. */
const start = (env: Record<string, string>) =>
  new Promise<{ code: unknown; printed: string }>((resolve) => {
    const { NODE_COMPILE_CACHE } = process.env;
    const settings = {
      PORT: "0",
      VECHE_DATA: folder,
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

test("a server that was killed leaves what it compiled to the next, in a data folder that is its own", async () => {
  const data = join(folder, "new");
  const server = spawn(process.execPath, [MAIN], {
    env: { PORT: "0", VECHE_DATA: data },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  for await (const piece of server.stdout) if ((printed += String(piece)).includes("listening on")) break;
  // What is kept is written just after that.
  await expect
    .poll(() => readdirSync(join(data, "compiled"), { recursive: true }).length)
    .toBeGreaterThan(100);
  server.kill("SIGKILL");
  await once(server, "exit");
  expect(statSync(data).mode & 0o777).toBe(0o700);
}, 60_000);
