import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DOCUMENTS = ["README.md", "ARCHITECTURE.md", "SECURITY.md", "CONTRIBUTING.md"].concat(
  readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
);
/** Written from the root, with an ending, also after a command: `packages/server/src/main.ts`. */
const PATH = /[` ]((?:packages|test|demo|scripts|deploy|docs)\/[\w./-]+\.\w+)`/g;
const SCRIPT = /`(?:npm run |pnpm )([a-z][\w:]*)/g;
const OF_PNPM = new Set(["install", "audit"]);

test("every file and command that a document names is there", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  let named = 0;
  const missing: string[] = [];
  for (const document of DOCUMENTS) {
    const text = readFileSync(join(ROOT, document), "utf8");
    for (const [, path = ""] of text.matchAll(PATH)) {
      named++;
      if (!existsSync(join(ROOT, path))) missing.push(`${document}: ${path}`);
    }
    for (const [, script = ""] of text.matchAll(SCRIPT)) {
      named++;
      if (!(script in scripts) && !OF_PNPM.has(script)) missing.push(`${document}: pnpm ${script}`);
    }
  }
  expect(named).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});
