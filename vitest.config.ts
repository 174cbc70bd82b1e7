import { existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Servers, threads and image processes are started hundreds of times; what they compile is kept for the next. */
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("node_modules/.cache/compiled", import.meta.url));

/**
 * Where the system has a folder in memory with room in it, towns lie there: these suites ask what is answered,
 * and a commit need not wait for a disk. Faults, which end a server while it writes, keep to the disk.
 */
const MEMORY = "/dev/shm";
const ENOUGH_BYTES = 2 * 1024 ** 3;
const inMemory: { TMPDIR?: string } = {};
if (!process.env.TMPDIR && existsSync(MEMORY)) {
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize >= ENOUGH_BYTES) {
    const folder = (inMemory.TMPDIR = mkdtempSync(join(MEMORY, "veche-tests-")));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  }
}

const node = { environment: "node" as const, pool: "forks" as const };
/** What a page shows is waited for as long as its own locators wait, not vitest's second: a machine may be busy. */
const patient = { poll: { timeout: 15_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...node,
          name: "unit",
          env: inMemory,
          include: ["packages/{protocol,assistant,server}/src/**/*.test.ts", "test/house/**/*.test.ts"],
          // They wait for disks, sockets and image processes as much as they compute.
          maxWorkers: 3,
          // Files share what is imported, which costs more than most of them do, and ranking threads.
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          ...node,
          // Each file as a page of its own: what it imports sets a language once and for all.
          name: "unit-browser",
          pool: "threads",
          include: ["packages/{ui,widget,console}/src/**/*.test.ts"],
        },
      },
      {
        test: {
          ...node,
          name: "postgres",
          env: inMemory,
          include: ["packages/server/src/**/*.test.ts", "test/postgres/**/*.test.ts"],
          // What asks no database is tested once.
          exclude: [
            "packages/server/src/{images,documents,sheets}/**",
            "packages/server/src/storage/{blobs,sqlite}/**",
            "packages/server/src/*.test.ts",
            "packages/server/src/doors/{refusals,uploads,socket/feed}.test.ts",
            "packages/server/src/doors/pages/{archive,certificate}-page.test.ts",
            "packages/server/src/rooms/campaigns/certificates/names.test.ts",
            "packages/server/src/rooms/campaigns/entries/public-name.test.ts",
            "packages/server/src/rooms/campaigns/judging/{ranking,spread}.test.ts",
            "packages/server/src/rooms/city/outages/notice.test.ts",
            // Programs of the command line, on SQLite; on Postgres they have tests of their own.
            "packages/server/src/command-line/**",
          ],
          globalSetup: ["test/postgres/postgres.setup.ts"],
          maxWorkers: 3,
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          ...node,
          name: "faults",
          include: ["test/faults/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // They wait for disks, networks and processes more than they compute.
          maxWorkers: 3,
        },
      },
      {
        test: {
          ...node,
          name: "widget",
          expect: patient,
          include: ["test/widget/**/*.test.ts"],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          // Half of them wait for networks that break, the other half compute.
          maxWorkers: 2,
          // Tests that say they may run beside each other: so many pages at once.
          maxConcurrency: 3,
        },
      },
      {
        test: {
          ...node,
          name: "journeys",
          env: inMemory,
          expect: patient,
          include: ["test/journeys/**/*.test.ts"],
          globalSetup: ["test/journeys/demo-city.setup.ts"],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
