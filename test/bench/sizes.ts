import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const DIST = fileURLToPath(new URL("../../packages/widget/dist", import.meta.url));
const KB = 1000;
/** What a budget may be exceeded by: compression moves by a few bytes with every name of a file. */
const TOLERANCE = 1.01;

export interface Size {
  readonly what: string;
  readonly bytes: number;
  readonly budget: number;
}

export const isWithin = ({ bytes, budget }: Size): boolean => bytes <= budget * TOLERANCE;
export const isBuilt = (): boolean => existsSync(join(DIST, "veche.js"));

/** What the residents' browsers fetch, brotli, beside what it may be. The widget must be built. */
export function benchSizes(): readonly Size[] {
  const assets = readdirSync(join(DIST, "assets"));
  const chunk = (name: string) => {
    const found = assets.find((file) => file.replace(/-[\w-]{6}\.js$/, "") === name);
    if (!found) throw new Error(`the widget has no chunk ${name}`);
    return `assets/${found}`;
  };
  const shared = withImports([chunk("base"), chunk("campaigns"), chunk("prose")]);
  const own = (...names: string[]) => [...withImports(names.map(chunk))].filter((file) => !shared.has(file));
  const firstOpen = withImports([chunk("veche-chat")]);
  const contest = own("veche-contest", "entry-form");
  const gallery = own("veche-gallery");
  const winners = own("veche-winners");
  // What has a budget of its own is not counted twice.
  const first = new Set([...firstOpen, ...contest, ...gallery, ...winners]);
  const later = assets.map((file) => `assets/${file}`).filter((file) => !first.has(file));
  return [
    { what: "loader, before intent", bytes: sum(["veche.js"]), budget: KB },
    { what: "first open of the chat", bytes: sum(firstOpen), budget: 26 * KB },
    { what: "first open of the chat, requests", bytes: firstOpen.size, budget: 2 },
    { what: "contest with its form", bytes: sum(contest), budget: 10 * KB },
    { what: "gallery", bytes: sum(gallery), budget: 6 * KB },
    { what: "winners", bytes: sum(winners), budget: 4 * KB },
    { what: "largest chunk that comes later", bytes: Math.max(...later.map(brotli)), budget: 12 * KB },
    { what: "everything that comes later", bytes: sum(later), budget: 60 * KB },
  ];
}

/** The files with all that they import before they run. */
function withImports(files: readonly string[]): Set<string> {
  const all = new Set(files);
  // A set gives what is added to it while it is walked.
  for (const file of all) {
    const code = readFileSync(join(DIST, file), "utf8");
    for (const [, imported] of code.matchAll(/(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g))
      all.add(`assets/${imported}`);
  }
  return all;
}

const brotli = (file: string): number => brotliCompressSync(readFileSync(join(DIST, file))).length;

function sum(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) bytes += brotli(file);
  return bytes;
}

if (import.meta.main) {
  for (const size of benchSizes()) {
    const { what, bytes, budget } = size;
    const verdict = isWithin(size) ? "" : "  too much";
    console.log(`${what.padEnd(36)}${String(bytes).padStart(8)}  of ${String(budget).padStart(6)}${verdict}`);
  }
}
