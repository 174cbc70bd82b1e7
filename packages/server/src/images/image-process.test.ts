import { readdir, readFile, rm } from "node:fs/promises";
import { getPriority } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { Images, ProcessedImage } from "./index.ts";
import { aStudio, drawing, PHONE_PHOTO } from "./pictures.fixture.ts";

const SMALL_PHOTO = drawing("kd_9b91dc39.jpg");

test("an image process that is killed in the middle of its work is replaced, and the work is done", async () => {
  const troubles: string[] = [];
  const { images, quarantine } = await aStudio({ onTrouble: (trouble) => troubles.push(trouble) });
  const making = images.process(PHONE_PHOTO);
  await killAtWork(images, quarantine);

  expect((await making).variants).toHaveLength(3);
  expect(troubles).toEqual(["image process crashed, trying once more: SIGKILL"]);
});

test("a picture that ends its process twice is refused, and the next one is made", async () => {
  const { images, quarantine } = await aStudio();
  const making = images.process(PHONE_PHOTO);
  making.catch(() => undefined);
  await killAtWork(images, quarantine);
  await emptied(quarantine);
  await killAtWork(images, quarantine);

  await expect(making).rejects.toMatchObject({
    code: "unsupported_media",
    details: { reason: "images.damaged" },
  });
  expect(await readdir(quarantine)).toEqual([]);
  expect((await images.process(SMALL_PHOTO)).variants).toHaveLength(2);
}, 60_000);

test("a process that is killed before it has begun costs nobody their picture", async () => {
  const { images } = await aStudio();
  const making = images.process(SMALL_PHOTO);
  process.kill(images.processIds()[0]!, "SIGKILL");

  expect((await making).variants).toHaveLength(2);
});

test.each([
  ["time", { timeLimitMs: 60 }],
  ["memory", { memoryLimitBytes: 50 * 1024 * 1024 }],
])("a picture that takes more %s than allowed is refused and its process ended", async (limit, parts) => {
  const troubles: string[] = [];
  const { images, quarantine } = await aStudio({ ...parts, onTrouble: (trouble) => troubles.push(trouble) });

  await expect(images.process(PHONE_PHOTO)).rejects.toMatchObject({
    code: "too_large",
    details: { reason: "images.too_heavy" },
  });
  expect(troubles).toEqual([`image process ended: over the ${limit} limit`]);
  expect(images.processIds()).toEqual([]);
  expect(await readdir(quarantine)).toEqual([]);
});

test("two are worked on, some wait, and whoever comes then is told when to come back, not all at once", async () => {
  const { images } = await aStudio({ maxWaiting: 2 });
  const all = await Promise.allSettled(Array.from({ length: 12 }, () => images.process(SMALL_PHOTO)));

  expect(all.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 4 }, () => "fulfilled"),
    ...Array.from({ length: 8 }, () => "rejected"),
  ]);
  expect(all[4]).toMatchObject({
    reason: {
      code: "unavailable",
      details: { reason: "images.busy", retryAfterSeconds: expect.any(Number) },
    },
  });
  const [first, ...others] = all
    .slice(4)
    .map((it) => (it.status === "rejected" ? it.reason.details.retryAfterSeconds : 0));
  expect(others.toSorted((a, b) => a - b)).toEqual(others);
  expect(others.at(-1)).toBeGreaterThan(first);
  const pids = images.processIds();
  expect(pids.length).toBeLessThanOrEqual(2);
  expect(Math.min(...pids.map(getPriority))).toBeGreaterThan(getPriority());
});

test("closing lets running work end, refuses waiting work and ends the processes", async () => {
  const { images } = await aStudio({ closeWithinMs: 30_000 });
  const running = [images.process(PHONE_PHOTO), images.process(SMALL_PHOTO)];
  const waiting = images.process(SMALL_PHOTO);
  waiting.catch(() => undefined);
  await images.close();

  const made: ProcessedImage[] = await Promise.all(running);
  expect(made.map(({ variants }) => variants.length)).toEqual([3, 2]);
  const closing = { code: "unavailable", details: { reason: "images.closing" } };
  await expect(waiting).rejects.toMatchObject(closing);
  await expect(images.process(SMALL_PHOTO)).rejects.toMatchObject(closing);
  expect(images.processIds()).toEqual([]);
});

test("variants that nobody took can be discarded", async () => {
  const { images, quarantine } = await aStudio();
  await images.discard(await images.process(SMALL_PHOTO));
  expect(await readdir(quarantine)).toEqual([]);
});

test.runIf(process.platform === "linux")("the image process knows none of the server's secrets", async () => {
  process.env.VECHE_TEST_SECRET = "do-not-tell";
  const { images } = await aStudio();
  await images.process(SMALL_PHOTO);
  delete process.env.VECHE_TEST_SECRET;

  const [pid] = images.processIds();
  const environment = await readFile(`/proc/${pid}/environ`, "latin1");
  expect(environment).toContain("MALLOC_ARENA_MAX=1");
  expect(environment).not.toContain("do-not-tell");
});

/** Kills the image process that has just written the first picture and works on the second. */
async function killAtWork(images: Images, quarantine: string): Promise<void> {
  await vi.waitUntil(async () => (await readdir(quarantine)).length > 0, { interval: 1, timeout: 15_000 });
  const [pid] = images.processIds();
  process.kill(pid!, "SIGKILL");
  await vi.waitUntil(() => !images.processIds().includes(pid!));
}

async function emptied(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name));
}
