import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { TestRunner, afterAll, onTestFinished } from "vitest";
import { createImages, type Images, type ImagesParts, type ProcessedImage } from "./index.ts";

const root = new URL("../../../../", import.meta.url);
export const drawing = (name: string) => fileURLToPath(new URL(`demo/drawings/${name}`, root));
export const picture = (name: string) => fileURLToPath(new URL(`test/pictures/${name}`, root));

/** A phone's JPEG of 12 megapixels, lying on its side, under a .png name. */
export const PHONE_PHOTO = drawing("animateddrawings_characters_char4_original_img.png");

export interface Studio {
  readonly images: Images;
  /** Where variants appear. */
  readonly quarantine: string;
  /** Writes a file as a resident would upload it, and returns its path. */
  readonly aFile: (name: string, bytes: Uint8Array | string) => Promise<string>;
}

/** Images in a folder of their own; closed after the test, or after the file's tests where it serves them all. */
export async function aStudio(parts: ImagesParts = {}): Promise<Studio> {
  const quarantine = await mkdtemp(join(tmpdir(), "veche-quarantine-"));
  const uploads = await mkdtemp(join(tmpdir(), "veche-uploads-"));
  const images = createImages({ quarantineFolder: quarantine, ...parts });
  const afterwards = TestRunner.getCurrentTest() ? onTestFinished : afterAll;
  afterwards(async () => {
    await images.close();
    await Promise.all([quarantine, uploads].map((folder) => rm(folder, { recursive: true })));
  });
  return {
    images,
    quarantine,
    async aFile(name, bytes) {
      const path = join(uploads, name);
      await writeFile(path, bytes);
      return path;
    },
  };
}

/** A real black PNG, one bit a pixel, hence small however many pixels it has. */
export function blackPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 1 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

export async function firstPart(file: string, share: number): Promise<Buffer> {
  const whole = await readFile(file);
  return whole.subarray(0, Math.floor(whole.length * share));
}

/** Of the smallest pictures, in levels of 255; both must be of one size. */
export async function meanDifference(one: ProcessedImage, other: ProcessedImage): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((made) => sharp(made.variants[0]!.path).raw().toBuffer()),
  );
  let sum = 0;
  for (const [at, level] of a!.entries()) sum += Math.abs(level - b![at]!);
  return sum / a!.length;
}
