// Runs a TypeScript program of the workspace with the workspace's Node: `node scripts/run.mjs FILE [arguments]`.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { giveUp, requireNode, root, workspaceEnvironment, workspaceNode } from "./workspace.mjs";

requireNode();
const [file, ...args] = process.argv.slice(2);
if (!file) giveUp("Name the program to run: node scripts/run.mjs packages/server/src/main.ts");
if (!existsSync(join(root, "node_modules", ".pnpm")))
  giveUp("Nothing is installed yet. Run `npm start` or `npm test` once, and try again.");

const child = spawn(workspaceNode(), [join(root, file), ...args], {
  stdio: "inherit",
  // npm runs scripts from the root; paths on the command line are meant from where it was typed.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: workspaceEnvironment(),
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("error", (error) => giveUp(`The program could not be started: ${error.message}`));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
