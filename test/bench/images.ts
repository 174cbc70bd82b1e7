import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { createImages, type Images } from "../../packages/server/src/images/index.ts";

const PHONE_PHOTO = fileURLToPath(
  new URL("../../demo/drawings/animateddrawings_characters_char4_original_img.png", import.meta.url),
);
const ROUNDS = 8;
/** Linux counts a process's time in hundredths of a second. */
const MS_PER_TICK = 10;
const MB = 1024 * 1024;

export interface ImagesBench {
  readonly picture: string;
  readonly wallMs: number;
  readonly processorMs: number;
  /** Bare sharp making only the largest of our three pictures. */
  readonly floorProcessorMs: number;
  readonly timesFloor: number;
  /** Highest memory of both image processes together since they began, two pictures at a time. */
  readonly peakMb: number;
}

/** Three WebP sizes, placeholder and hash of a phone's photo, beside bare sharp doing one resize. Linux only. */
export async function benchImages(): Promise<readonly ImagesBench[]> {
  const folder = await mkdtemp(join(tmpdir(), "veche-bench-"));
  try {
    const large = join(folder, "48mp.jpg");
    await sharp(PHONE_PHOTO)
      .autoOrient()
      .resize(6_000, 8_000, { fit: "fill" })
      .jpeg({ quality: 90 })
      .toFile(large);
    return [await bench("12 megapixels", PHONE_PHOTO, folder), await bench("48 megapixels", large, folder)];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function bench(picture: string, file: string, folder: string): Promise<ImagesBench> {
  const images = createImages({ quarantineFolder: folder });
  try {
    await bothAtOnce(images, file);
    const processorBefore = await processorMs(images.processIds());
    const startedAt = performance.now();
    for (let round = 0; round < ROUNDS; round += 2) await bothAtOnce(images, file);
    const wallMs = (performance.now() - startedAt) / ROUNDS;
    const ours = ((await processorMs(images.processIds())) - processorBefore) / ROUNDS;
    const floor = await floorMs(file);
    return {
      picture,
      wallMs: Math.round(wallMs),
      processorMs: Math.round(ours),
      floorProcessorMs: Math.round(floor),
      timesFloor: Number((ours / floor).toFixed(2)),
      peakMb: Math.round(await peakMb(images.processIds())),
    };
  } finally {
    await images.close();
  }
}

async function bothAtOnce(images: Images, file: string): Promise<void> {
  const made = await Promise.all([images.process(file), images.process(file)]);
  await Promise.all(made.map((it) => images.discard(it)));
}

async function floorMs(file: string): Promise<number> {
  sharp.concurrency(1);
  sharp.cache(false);
  const onlyOne = () =>
    sharp(file)
      .autoOrient()
      .resize(2_400, 2_400, { fit: "inside" })
      .webp({ quality: 80, effort: 2 })
      .toBuffer();
  await onlyOne();
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) await onlyOne();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / ROUNDS;
}

async function processorMs(pids: readonly number[]): Promise<number> {
  let ticks = 0;
  for (const pid of pids) {
    const afterName = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1] ?? "";
    const [user, system] = afterName.split(" ").slice(11, 13);
    ticks += Number(user) + Number(system);
  }
  return ticks * MS_PER_TICK;
}

async function peakMb(pids: readonly number[]): Promise<number> {
  let bytes = 0;
  for (const pid of pids) {
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    bytes += Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1_024;
  }
  return bytes / MB;
}

if (import.meta.main) console.table(await benchImages());
