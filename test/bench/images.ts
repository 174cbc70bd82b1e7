import { execFileSync, spawnSync } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { createImages, type Images } from "../../packages/server/src/images/index.ts";
import { WEBP } from "../../packages/server/src/images/rules.ts";

const PHONE_PHOTO = fileURLToPath(
  new URL("../../demo/drawings/animateddrawings_characters_char4_original_img.png", import.meta.url),
);
const ROUNDS = 4;
/** Linux counts a process's time in hundredths of a second. */
const MS_PER_TICK = 10;
const MB = 1024 * 1024;
const SIDES = [2_400, 1_200, 400];

export interface ImagesBench {
  readonly picture: string;
  readonly processorMs: number;
  /** `vipsthumbnail` making three WebP of the same sizes and quality, once a size, as it comes. */
  readonly vipsthumbnailMs: number | "vipsthumbnail is not installed";
  readonly timesVipsthumbnail: number | "";
  /** Beside vipsthumbnail told to press as little as we do: for 5 % more bytes. */
  readonly timesWithOurEffort: number | "";
  readonly goal: number;
  /** A photographed sheet: its page found, straightened and evened too, and its marks taken. */
  readonly onPaperMs: number;
  /** Highest memory of both image processes together since they began, two pictures at a time. */
  readonly peakMb: number;
}

/**
 * Three WebP sizes, placeholder and hints of a phone's photo, beside vipsthumbnail in turns: what else runs on the
 * machine weighs on both alike. Linux only.
 */
export async function benchImages(): Promise<readonly ImagesBench[]> {
  const folder = await mkdtemp(join(tmpdir(), "veche-bench-"));
  try {
    const usual = join(folder, "12mp.jpg");
    await copyFile(PHONE_PHOTO, usual);
    const large = join(folder, "48mp.jpg");
    await sharp(PHONE_PHOTO)
      .autoOrient()
      .resize(6_000, 8_000, { fit: "fill" })
      .jpeg({ quality: 90 })
      .toFile(large);
    return [
      await bench({ picture: "12 megapixels", file: usual, goal: 0.55 }, folder),
      await bench({ picture: "48 megapixels", file: large, goal: 0.45 }, folder),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function bench(
  { picture, file, goal }: { readonly picture: string; readonly file: string; readonly goal: number },
  folder: string,
): Promise<ImagesBench> {
  const images = createImages({ quarantineFolder: folder });
  try {
    await bothAtOnce(images, file);
    let [ours, floor, hasty] = [0, 0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours += (await timed(images, file)) / ROUNDS;
      floor += vipsthumbnailMs(file, folder, `Q=${WEBP.quality}`) / ROUNDS;
      hasty += vipsthumbnailMs(file, folder, `Q=${WEBP.quality},effort=${WEBP.effort}`) / ROUNDS;
    }
    for (let round = 0; round < 3; round += 1) await bothAtOnce(images, file);
    const peak = await peakMb(images.processIds());
    await timed(images, file, { isOnPaper: true, isCompared: true });
    const onPaper = await timed(images, file, { isOnPaper: true, isCompared: true });
    return {
      picture,
      processorMs: Math.round(ours),
      vipsthumbnailMs: Number.isNaN(floor) ? "vipsthumbnail is not installed" : Math.round(floor),
      timesVipsthumbnail: Number.isNaN(floor) ? "" : Number((ours / floor).toFixed(2)),
      timesWithOurEffort: Number.isNaN(hasty) ? "" : Number((ours / hasty).toFixed(2)),
      goal,
      onPaperMs: Math.round(onPaper),
      peakMb: Math.round(peak),
    };
  } finally {
    await images.close();
  }
}

async function bothAtOnce(images: Images, file: string): Promise<void> {
  const made = await Promise.all([images.process(file), images.process(file)]);
  await Promise.all(made.map((it) => images.discard(it)));
}

async function timed(images: Images, file: string, wishes = {}): Promise<number> {
  const before = await processorMs(images.processIds());
  await images.discard(await images.process(file, wishes));
  return (await processorMs(images.processIds())) - before;
}

/** NaN where it is not installed. */
function vipsthumbnailMs(file: string, folder: string, how: string): number {
  if (spawnSync("vipsthumbnail", ["--vips-version"]).error) return Number.NaN;
  const makes = SIDES.map(
    (side) => `vipsthumbnail "$1" --size ${side}x${side} -o "$2/floor-${side}.webp[${how},strip]"`,
  );
  const said = execFileSync("bash", ["-c", `${makes.join(" && ")} && times`, "bash", file, folder], {
    encoding: "utf8",
    env: { ...process.env, VIPS_CONCURRENCY: "1" },
  });
  const childrens = said.trim().split("\n").at(-1) ?? "";
  return [...childrens.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + 60_000 * Number(minutes) + 1_000 * Number(seconds),
    0,
  );
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
