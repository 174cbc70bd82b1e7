import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";

/**
 * Takes the Russian sentences out of each part's source into `texts/<part>/en.xlf` and makes the module of its
 * English ones, `texts/<part>/en.ts`. A part is a folder under `src`, so that a page fetches only what it shows.
 *
 * `node build/texts.ts` for all, `node build/texts.ts chat` for one.
 */
const ROOT = join(import.meta.dirname, "..");
const COMMAND = createRequire(import.meta.url).resolve("@lit/localize-tools/bin/lit-localize.js");

const parts = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(join(ROOT, "texts"));
for (const part of parts) {
  const folder = mkdtempSync(join(ROOT, "texts", ".config-"));
  const up = relative(folder, ROOT);
  const config = join(folder, "lit-localize.json");
  writeFileSync(
    config,
    JSON.stringify({
      sourceLocale: "ru",
      targetLocales: ["en"],
      inputFiles: [`${up}/src/${part}/**/*.ts`],
      output: { mode: "runtime", language: "ts", outputDir: `${up}/texts/${part}` },
      interchange: { format: "xliff", xliffDir: `${up}/texts/${part}` },
    }),
  );
  const done = ["extract", "build"].every(
    (step) =>
      spawnSync(process.execPath, [COMMAND, step, "--config", config], { stdio: "inherit" }).status === 0,
  );
  rmSync(folder, { recursive: true });
  if (!done) process.exit(1);
  spawnSync("oxfmt", [join(ROOT, "texts", part, "en.ts")], { stdio: "inherit" });
}
