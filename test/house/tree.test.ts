import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type AnyOperation, operations, ROLES } from "@veche/protocol";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ROOMS = join(ROOT, "packages/server/src/rooms");
const DRAWERS = new Set(["common", "utils", "util", "helpers", "helper", "lib", "services", "misc"]);
const SKIPPED = new Set(["node_modules", "dist", "data", ".git"]);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const rooms = readdirSync(ROOMS).filter((name) => statSync(join(ROOMS, name)).isDirectory());
const listed = Object.entries(operations).flatMap(([room, declared]) =>
  Object.entries(declared as Record<string, AnyOperation>).map(([name, operation]) => ({
    room,
    name,
    operation,
  })),
);
const testsOf = (room: string) =>
  [
    ...(rooms.includes(room) ? filesUnder(join(ROOMS, room)) : []),
    ...filesUnder(join(ROOT, "packages/server/src/doors")),
    ...filesUnder(join(ROOT, "packages/server/src/command-line")),
    ...filesUnder(join(ROOT, "test")),
  ]
    .filter((file) => file.endsWith(".test.ts") || file.includes(".fixture."))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");

test.each(rooms)("the room %s has a door, its operations, rules, store and a test", (room) => {
  const files = filesUnder(join(ROOMS, room)).map((file) => relative(join(ROOMS, room), file));
  expect(files).toContain("index.ts");
  expect(files).toContain(`${room}.ts`);
  expect(files).toContain("rules.ts");
  expect(files).toContain("store.ts");
  expect(files.some((file) => file.endsWith(".test.ts"))).toBe(true);
});

test("every room of the server has its operations in the protocol, and the other way round", () => {
  // `service` is the process itself, which has no room.
  expect([...rooms, "service"].toSorted()).toEqual(Object.keys(operations).toSorted());
});

test("every operation says who may call it, and staff's name known roles only", () => {
  for (const { room, name, operation } of listed) {
    const { who } = operation;
    const known = who === "anyone" || who === "token" || who.staff.every((role) => ROLES.includes(role));
    expect(known, `${room}.${name}`).toBe(true);
    if (typeof who === "object") expect(who.staff.length, `${room}.${name}`).toBeGreaterThan(0);
  }
});

/** How a person becomes one who is signed in; everything else wants that they are. */
const DOORSTEP = new Set([
  "signIn",
  "entrance",
  "startPasskeySignIn",
  "passkeySignIn",
  "startSingleSignOn",
  "finishSingleSignOn",
  "openInvitation",
  "acceptInvitation",
]);

test("what stands under /api/v1/staff or /staff is for staff only, but for coming in", () => {
  for (const { room, name, operation } of listed) {
    const place = operation.door === "http" ? operation.path : operation.namespace;
    if (!place.includes("staff")) continue;
    if (room === "staff" && DOORSTEP.has(name)) continue;
    expect(typeof operation.who, `${room}.${name}`).toBe("object");
  }
});

test("every operation is called by a test: by its path, its event or its handler", () => {
  const untested = listed
    .filter(({ room, name, operation }) => {
      const text = testsOf(room);
      const said = operation.door === "http" ? operation.path.split("{")[0] : `"${operation.event}"`;
      return !text.includes(said ?? "") && !new RegExp(`\\b${name}\\(`).test(text);
    })
    .map(({ room, name }) => `${room}.${name}`);
  expect(untested).toEqual([]);
});

test("no folder is a drawer, and no source file is longer than 400 lines", () => {
  const files = ["packages", "demo", "test", "scripts"].flatMap((folder) => filesUnder(join(ROOT, folder)));
  const drawers = files.filter((file) =>
    relative(ROOT, file)
      .split("/")
      .some((part) => DRAWERS.has(part)),
  );
  const long = files
    .filter((file) => /\.(ts|mjs)$/.test(file) && !/(locales?|generated)\//.test(file))
    .filter((file) => readFileSync(file, "utf8").split("\n").length > 401);
  expect(drawers).toEqual([]);
  expect(long.map((file) => relative(ROOT, file))).toEqual([]);
});

test("dependencies are pinned to exact versions", () => {
  const manifests = filesUnder(ROOT).filter((file) => file.endsWith("package.json"));
  const loose = manifests.flatMap((file) => {
    const {
      dependencies = {},
      devDependencies = {},
      optionalDependencies = {},
    } = JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, string>>;
    return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter(([, version]) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|workspace:\*)$/.test(version))
      .map(([name, version]) => `${relative(ROOT, file)}: ${name} ${version}`);
  });
  expect(loose).toEqual([]);
});

test("browsers get the protocol's types alone: its checks would bring a compiler that strict pages forbid", () => {
  const sources = ["console", "widget", "ui"].flatMap((name) =>
    filesUnder(join(ROOT, "packages", name, "src")),
  );
  const bringing = sources.filter(
    (file) =>
      file.endsWith(".ts") &&
      !file.endsWith(".test.ts") &&
      /^import (?!type )[^;]*from "@veche\/protocol";/m.test(readFileSync(file, "utf8")),
  );
  expect(bringing.map((file) => relative(ROOT, file))).toEqual([]);
});
