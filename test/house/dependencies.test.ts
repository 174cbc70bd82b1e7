import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LOCKED = readFileSync(join(ROOT, "pnpm-lock.yaml"), "utf8");

/** The first versions without a known fault, for where no registry answers `pnpm audit`; by major version where several are kept. */
const FLOORS: readonly (readonly [name: string, least: string, advisory: string])[] = [
  ["better-auth", "1.3.26", "CVE-2025-61928"],
  ["body-parser", "2.2.1", "CVE-2025-13466"],
  ["braces", "3.0.3", "CVE-2024-4068"],
  ["cookie", "0.7.0", "CVE-2024-47764"],
  ["cross-spawn", "7.0.5", "CVE-2024-21538"],
  ["engine.io", "6.4.2", "CVE-2023-31125"],
  ["esbuild", "0.25.0", "GHSA-67mh-4wv8-2f99"],
  ["express", "5.0.0", "CVE-2024-43796"],
  ["form-data", "4.0.4", "CVE-2025-7783"],
  ["markdown-it", "12.3.2", "CVE-2022-21670"],
  ["micromatch", "4.0.8", "CVE-2024-4067"],
  ["multer", "2.0.2", "CVE-2025-7338"],
  ["nanoid", "3.3.8", "CVE-2024-55565"],
  ["nodemailer", "7.0.7", "CVE-2025-13033"],
  ["path-to-regexp", "6.3.0", "CVE-2024-45296"],
  ["qs", "6.14.1", "CVE-2025-15284"],
  ["send", "1.1.0", "CVE-2024-43799"],
  ["serve-static", "2.1.0", "CVE-2024-43800"],
  ["sharp", "0.32.6", "CVE-2023-4863"],
  ["socket.io-parser", "4.2.3", "CVE-2023-32695"],
  ["undici", "7.5.0", "CVE-2025-47279"],
  ["vite", "7.1.5", "CVE-2025-58751"],
  ["ws", "8.17.1", "CVE-2024-37890"],
];

/** What may be shipped beside EUPL-1.2, or used to build and test. */
const LICENCES = new Set(
  "MIT MIT-0 ISC 0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause BlueOak-1.0.0 PSF-2.0 MPL-2.0 OFL-1.1 CC0-1.0 LGPL-3.0 LGPL-3.0-only LGPL-3.0-or-later Unlicense Python-2.0".split(
    " ",
  ),
);
/** Packages that forgot to say it in their manifest, by what their README says. */
const UNSAID: Readonly<Record<string, string>> = {
  "humanize-number": "MIT",
  only: "MIT",
  suncalc: "BSD-2-Clause",
};

/** As npm has it now, and as it had it once. */
interface Manifest {
  readonly license?: string | { readonly type: string };
  readonly licenses?: readonly { readonly type: string }[];
}

function isBelow(version: string, least: string): boolean {
  const [one, other] = [version, least].map((it) => it.split(".").map(Number));
  const place = [0, 1, 2].find((at) => one?.[at] !== other?.[at]);
  return place !== undefined && (one?.[place] ?? 0) < (other?.[place] ?? 0);
}

test("nothing that is installed has a fault that was known when this list was written", () => {
  let held = 0;
  const below: string[] = [];
  for (const [name, least, advisory] of FLOORS) {
    for (const [, version = ""] of LOCKED.matchAll(
      new RegExp(`^  '?${name.replace(".", "\\.")}@(\\d+\\.\\d+\\.\\d+)'?:$`, "gm"),
    )) {
      held++;
      if (isBelow(version, least)) below.push(`${name} ${version} has ${advisory}: ${least} at least`);
    }
  }
  expect(held).toBeGreaterThan(10);
  expect(below).toEqual([]);
});

test("every installed package has a licence that may stand beside ours", () => {
  const store = join(ROOT, "node_modules/.pnpm");
  let read = 0;
  const others: string[] = [];
  for (const folder of readdirSync(store)) {
    const modules = join(store, folder, "node_modules");
    if (!existsSync(modules)) continue;
    // The package itself stands first in its own folder's name: "@scope+name@1.2.3_peers".
    const name = (/^(@?[^@]+)@/.exec(folder)?.[1] ?? "").replace("+", "/");
    const file = join(modules, name, "package.json");
    if (!existsSync(file)) continue;
    const { license, licenses } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
    const said = typeof license === "object" ? license.type : (license ?? licenses?.[0]?.type);
    read++;
    const words = (said ?? UNSAID[name] ?? "none").replace(/[()]/g, "").split(/ (?:OR|AND) /);
    if (!words.every((it) => LICENCES.has(it))) others.push(`${name}: ${said}`);
  }
  expect(read).toBeGreaterThan(200);
  expect(others).toEqual([]);
});

test("every image that a deployment fetches names its version", () => {
  const deployment = ["Dockerfile", "compose.yaml"]
    .map((name) => readFileSync(join(ROOT, "deploy", name), "utf8"))
    .join("\n");
  const images = [...deployment.matchAll(/^\s*(?:FROM|image:) (\S+)/gm)].map(([, image]) => image);
  const fetched = images.filter((image) => image !== "veche");
  expect(fetched.length).toBeGreaterThan(3);
  for (const image of fetched) expect(image).toMatch(/:v?\d/);
});
