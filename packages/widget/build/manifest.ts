import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const ANALYZER = createRequire(import.meta.url).resolve("@custom-elements-manifest/analyzer/cem.js");
const SOURCES = ["src/{chat,contest,gallery,winners,faq}/veche-*.ts", "../ui/src/resident-element.ts"];

interface Declaration {
  readonly tagName?: string;
  readonly members?: readonly { readonly privacy?: string; readonly static?: boolean }[];
}
interface Module {
  readonly path: string;
  readonly declarations?: readonly Declaration[];
}
export interface Manifest {
  readonly schemaVersion: string;
  readonly modules: readonly Module[];
}

/** Describes the elements for other people's programs, from their source: what is public, by path. */
export function manifest(): Manifest {
  const folder = mkdtempSync(join(ROOT, ".manifest-"));
  try {
    const outdir = relative(ROOT, folder);
    // Only a file can say that package.json is to be left alone.
    const settings = { globs: SOURCES, outdir, litelement: true, quiet: true, packagejson: false };
    writeFileSync(join(folder, "settings.mjs"), `export default ${JSON.stringify(settings)};`);
    const run = spawnSync(process.execPath, [ANALYZER, "analyze", "--config", `${outdir}/settings.mjs`], {
      cwd: ROOT,
      encoding: "utf8",
    });
    if (run.status !== 0) throw new Error(`The sources could not be read: ${run.stderr}${run.stdout}`);
    const whole = JSON.parse(readFileSync(join(folder, "custom-elements.json"), "utf8")) as Manifest;
    return {
      schemaVersion: whole.schemaVersion,
      modules: whole.modules
        .filter(({ declarations }) => declarations?.some(({ tagName }) => tagName))
        .sort((one, other) => (one.path < other.path ? -1 : 1))
        .map((module) => ({ ...module, declarations: (module.declarations ?? []).map(publicPart) })),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function publicPart(declaration: Declaration): Declaration {
  const members = declaration.members?.filter((member) => !member.privacy && !member.static) ?? [];
  return { ...declaration, members };
}

if (import.meta.main) {
  const file = join(ROOT, "custom-elements.json");
  writeFileSync(file, `${JSON.stringify(manifest(), null, 2)}\n`);
  spawnSync("oxfmt", [file], { stdio: "inherit" });
}
