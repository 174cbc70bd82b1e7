// `npm test`: everything that can be checked, on a machine with Node 20 and npm and nothing else.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { progress } from "./progress.mjs";
import { build, install, requireNode, root, run, workspaceNode } from "./workspace.mjs";

const LONGEST_STEP_MS = 8 * 60_000;
const reports = join(root, "node_modules", ".veche", "reports");

requireNode();
await install(progress);
await build(progress);
const colours = process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" };
const env = { VECHE_CHROMIUM: await findBrowser(progress), CI: "1", ...colours };
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const FORMATTED = ["packages", "demo", "test", "scripts"];
const steps = [
  checks("Types, linter, format, unused code", [
    ["tsc", "-p", "tsconfig.json"],
    ["tsc", "-p", "tsconfig.browser.json"],
    ["oxlint", "--type-aware", ...FORMATTED],
    ["oxfmt", "--check", ...FORMATTED],
    ["knip"],
  ]),
  suite("Unit tests", "unit", "unit-browser"),
  suite("The server on Postgres", "postgres"),
  suite("Faults", "faults"),
  suite("The residents' elements in a browser", "widget"),
  suite("Journeys in a browser", "journeys"),
];

const total = { passed: 0, failed: 0 };
for (const { title, perform } of steps) {
  const step = progress.begin(title);
  const { passed, failed, output } = await perform(step);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) {
    step.fail(`${passed} passed, ${failed} failed`);
    console.log(output);
  } else step.done(`${passed} passed`);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** Programs that find fault or don't, side by side. */
function checks(title, commands) {
  return {
    title,
    async perform() {
      const ended = await Promise.all(
        commands.map(async (command) => ({
          command,
          ...(await run(command, { env, timeoutMs: LONGEST_STEP_MS })),
        })),
      );
      const faults = ended.filter(({ code }) => code !== 0);
      return {
        passed: ended.length - faults.length,
        failed: faults.length,
        output: faults.map(({ command, output }) => `${command.join(" ")}\n${output}`).join("\n"),
      };
    },
  };
}

/** Some of vitest's projects; what it counted is read from its report. */
function suite(title, ...projects) {
  const report = join(reports, `${projects[0]}.json`);
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const named = projects.flatMap((project) => ["--project", project]);
  const command = [workspaceNode(), vitest, "run", ...named, ...reporters];
  return {
    title,
    async perform(step) {
      const { code, output } = await run(command, {
        env,
        timeoutMs: LONGEST_STEP_MS,
        onLine: (line) => step.tell(line),
      });
      const {
        numPassedTests: passed = 0,
        numFailedTests = 0,
        testResults = [],
      } = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
      // A file that could not even be read has no tests to fail, and a crash leaves no report at all.
      const unread = testResults.filter(
        (file) => file.status === "failed" && file.assertionResults.length === 0,
      );
      const failed = numFailedTests + unread.length;
      return { passed, failed: code !== 0 ? Math.max(failed, 1) : failed, output };
    },
  };
}
