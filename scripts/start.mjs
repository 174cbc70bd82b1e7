// `npm start`: the whole thing with a demo city, on a machine with Node 20 and npm and nothing else.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { progress } from "./progress.mjs";
import {
  build,
  giveUp,
  install,
  requireNode,
  root,
  workspaceEnvironment,
  workspaceNode,
} from "./workspace.mjs";

const END_WITHIN_MS = 10_000;
const port = portOf("PORT", 3000);
const demoPort = portOf("PORT_DEMO", 3001);
const host = process.env.HOST ?? "127.0.0.1";
const data = resolve(root, process.env.VECHE_DATA ?? "data");
const address = process.env.VECHE_PUBLIC_URL ?? `http://localhost:${port}`;
const demoAddress = `http://localhost:${demoPort}`;
const children = [];
let ending = false;

requireNode();
await requireFree("PORT", port);
await requireFree("PORT_DEMO", demoPort);
await install(progress);
await build(progress);

process.on("SIGINT", () => end(0));
process.on("SIGTERM", () => end(0));
process.on("SIGHUP", () => end(0));

mkdirSync(data, { recursive: true });
const password = demoPassword();
const logFile = join(data, "server.log");
const firstStart = !existsSync(join(data, "veche.db"));
const step = progress.begin(firstStart ? "Loading the demo city and starting" : "Starting");
await Promise.all([
  startProgram("packages/server/src/main.ts", "server", {
    HOST: host,
    PORT: String(port),
    VECHE_DATA: data,
    VECHE_DEMO: "1",
    VECHE_DEMO_SITE: demoAddress,
    VECHE_ORIGINS: process.env.VECHE_ORIGINS ?? `${demoAddress},http://127.0.0.1:${demoPort}`,
    ...(password ? { VECHE_DEMO_PASSWORD: password } : {}),
  }),
  startProgram("demo/main.ts", "town", {
    HOST: host,
    PORT_DEMO: String(demoPort),
    VECHE_PUBLIC_URL: address,
  }),
]);
step.done("ready");

const accounts = JSON.parse(readFileSync(join(root, "demo", "staff.json"), "utf8"));
console.log(`
  The town's site       ${demoAddress}
  Veche                 ${address}
  The staff's console   ${address}/console

  Demo accounts, password: ${password ?? "the one that was printed at the first start"}
${accounts.map(({ email, name }) => `    ${email.padEnd(34)}${name}`).join("\n")}

  Data: ${data}   Log: ${logFile}
  Ctrl+C stops everything.
`);

function portOf(name, fallback) {
  const value = Number(process.env[name] || fallback);
  if (!Number.isInteger(value) || value < 1 || value > 65_535) giveUp(`${name} must be a port, 1 to 65535.`);
  return value;
}

/** Another program on the port would answer in our place, so both families of addresses are tried. */
async function requireFree(name, wanted) {
  for (const address of ["127.0.0.1", "::1"]) {
    const taken = await new Promise((answer) => {
      const probe = createServer();
      probe.once("error", ({ code }) => answer(code === "EADDRINUSE"));
      probe.listen(wanted, address, () => probe.close(() => answer(false)));
    });
    if (taken)
      giveUp(
        `Port ${wanted} is taken by another program. Stop it, or choose another port: ${name}=${wanted + 100} npm start`,
      );
  }
}

/** Made at the first start and kept beside the data, so that every start can show it. */
function demoPassword() {
  const file = join(data, "demo-password");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  if (existsSync(join(data, "veche.db"))) return process.env.VECHE_DEMO_PASSWORD;
  const made = process.env.VECHE_DEMO_PASSWORD ?? randomBytes(9).toString("base64url");
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  return made;
}

/** Starts a program and waits until it says that it is listening; its log goes to a file. */
function startProgram(file, name, env) {
  const log = createWriteStream(name === "server" ? logFile : join(data, `${name}.log`), { flags: "w" });
  const child = spawn(workspaceNode(), [join(root, file)], {
    cwd: root,
    env: workspaceEnvironment(env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const last = [];
  return new Promise((ready) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on("line", (line) => {
        log.write(`${line}\n`);
        last.push(line);
        if (last.length > 20) last.shift();
        if (line.includes("listening on http")) ready();
        else if (name === "server") step.tell(messageOf(line));
      });
    child.on("error", (error) => fail(name, [error.message]));
    child.on("exit", () => ending || fail(name, last));
  });
}

function messageOf(line) {
  try {
    return JSON.parse(line).msg ?? "";
  } catch {
    return "";
  }
}

function fail(name, lines) {
  step.fail(`the ${name === "server" ? "server" : "town's site"} ended`);
  console.error(lines.join("\n"));
  end(1);
}

/** Ends both programs; the server puts everything acknowledged on disk first. */
function end(code) {
  if (ending) return;
  ending = true;
  const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  if (running.length === 0) process.exit(code);
  if (code === 0) console.log("\nStopping …");
  let left = running.length;
  for (const child of running) {
    child.once("exit", () => --left === 0 && process.exit(code));
    child.kill("SIGTERM");
  }
  setTimeout(() => {
    for (const child of running) child.kill("SIGKILL");
    process.exit(code || 1);
  }, END_WITHIN_MS);
}
