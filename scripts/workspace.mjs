// What every command needs before anything of the workspace runs. Plain Node 20 without dependencies: on a fresh
// machine there is nothing else yet.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const notes = join(root, "node_modules", ".veche");

const OLDEST_NODE = 20;
const OLDEST_NODE_TO_RUN = 24;
const PACKAGE_MANAGER = "pnpm@12.21.0";
/** What the browser's bundles are made of. */
const BUILT_FROM = ["packages/protocol", "packages/ui", "packages/widget", "packages/console"];
const BUILT = ["packages/widget/dist/veche.js", "packages/console/dist/index.html"];

/** Ends the command with one sentence that says what to do. */
export function giveUp(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

export function requireNode() {
  if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE)
    giveUp(
      `Veche needs Node ${OLDEST_NODE} or newer, and this is ${process.version}. Install it from https://nodejs.org and try again.`,
    );
}

/** The Node that the lockfile brings; where it brings none, this one, if it is new enough. */
export function workspaceNode() {
  const brought = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  if (existsSync(brought)) return brought;
  if (Number(process.versions.node.split(".")[0]) >= OLDEST_NODE_TO_RUN) return process.execPath;
  return giveUp(
    existsSync(join(root, "node_modules"))
      ? `There is no ready-made Node for ${process.platform} ${process.arch}. Install Node ${OLDEST_NODE_TO_RUN} or newer and try again.`
      : "Nothing is installed yet. Run `npm start` or `npm test` once, and try again.",
  );
}

/**
 * The environment in which the workspace's own programs, its Node first, are found by name, and what Node
 * compiled once is not compiled at every start.
 */
export function workspaceEnvironment(extra = {}) {
  const path = [join(root, "node_modules", ".bin"), process.env.PATH ?? process.env.Path ?? ""].join(
    delimiter,
  );
  return { NODE_COMPILE_CACHE: join(notes, "compiled"), ...process.env, PATH: path, ...extra };
}

/**
 * Runs a program of the workspace to its end.
 *
 * @param {string[]} command program and arguments
 * @param {object} [options] `onLine` hears every line that it prints; after `timeoutMs` it is ended; with
 *   `machine` it runs with the machine's own Node, as what replaces the workspace's must
 * @returns {Promise<{ code: number, output: string }>} its exit code and all that it printed
 */
export function run(command, { onLine, env = {}, timeoutMs, machine = false } = {}) {
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: machine ? { ...process.env, ...env } : workspaceEnvironment(env),
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
      timeout: timeoutMs,
      killSignal: "SIGKILL",
    });
    let output = "";
    const hear = (chunk) => {
      output += chunk;
      if (onLine) for (const line of String(chunk).split("\n")) if (line.trim()) onLine(line.trim());
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Installs what the lockfile names, unless it is installed already. */
export async function install(progress) {
  const wanted = digest([join(root, "pnpm-lock.yaml"), join(root, "pnpm-workspace.yaml")]);
  if (noted("installed") === wanted) return;
  const step = progress.begin("Installing packages");
  const { code, output } = await run(
    ["npx", "--yes", PACKAGE_MANAGER, "install", "--frozen-lockfile", "--reporter=append-only"],
    {
      env: { CI: "1" },
      machine: true,
      onLine(line) {
        const counts = /resolved (\d+), reused (\d+), downloaded (\d+), added (\d+)/.exec(line);
        if (counts) step.tell(`${Number(counts[2]) + Number(counts[3])} of ${counts[1]}`);
      },
    },
  );
  if (code !== 0) {
    step.fail();
    console.error(tail(output));
    giveUp(
      "The packages could not be installed. Check the network connection and the free disk space, and try again.",
    );
  }
  note("installed", wanted);
  step.done();
}

/** Builds the elements and the console, unless nothing that they are made of has changed. */
export async function build(progress) {
  const wanted = digest([
    join(root, "pnpm-lock.yaml"),
    ...BUILT_FROM.flatMap((folder) => filesOf(join(root, folder))),
  ]);
  if (noted("built") === wanted && BUILT.every((file) => existsSync(join(root, file)))) return;
  const step = progress.begin("Building the elements and the console");
  const { code, output } = await run([workspaceNode(), "scripts/build.ts"], {
    onLine: (line) => step.tell(line),
  });
  if (code !== 0) {
    step.fail();
    console.error(tail(output));
    giveUp("The build failed; the reason stands above.");
  }
  note("built", wanted);
  step.done();
}

/**
 * Leaves, after the build, what the server and its demo town run on, for an image that has its own Node: a quarter
 * of all that was installed.
 */
export async function keepServer(progress) {
  const step = progress.begin("Keeping what the server needs");
  const packages = readdirSync(join(root, "packages")).map((name) => join("packages", name));
  for (const folder of ["", "demo", "test", ...packages]) remove(join(root, folder, "node_modules"));
  const { code, output } = await run(
    ["npx", "--yes", PACKAGE_MANAGER, "install", "--prod", "--offline", "--frozen-lockfile"].concat(
      ["@veche/server...", "@veche/demo..."].flatMap((wanted) => ["--filter", wanted]),
    ),
    { env: { CI: "1" }, machine: true },
  );
  if (code !== 0) {
    step.fail();
    console.error(tail(output));
    giveUp("The packages could not be installed; the reason stands above.");
  }
  for (const folder of ["node_modules", "node_modules/.pnpm"])
    for (const name of readdirSync(join(root, folder)))
      if (name.startsWith(`node-${process.platform}`)) remove(join(root, folder, name));
  step.done();
}

const remove = (folder) => rmSync(folder, { recursive: true, force: true });

const tail = (output) => output.trimEnd().split("\n").slice(-40).join("\n");

function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules" && name !== "dist" && !name.endsWith(".test.ts"))
    .flatMap((entry) =>
      entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)],
    )
    .sort();
}

function digest(files) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  for (const file of files) hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest("hex");
}

function noted(name) {
  try {
    return readFileSync(join(notes, name), "utf8");
  } catch {
    return undefined;
  }
}

function note(name, text) {
  mkdirSync(notes, { recursive: true });
  writeFileSync(join(notes, name), text);
}
