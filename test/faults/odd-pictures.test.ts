import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal } from "@veche/protocol";
import { expect, test } from "vitest";
import { createImages, type ProcessedImage } from "../../packages/server/src/images/index.ts";
import { MARKER, type OddPicture, oddPictures } from "./odd-pictures.ts";

/** What one of them came to: "taken", "refused", or what went wrong. */
type Outcome = string;

test(
  "600 hostile and odd files end no process and tell nothing, and what is right is taken",
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "veche-odd-"));
    const troubles: string[] = [];
    const images = createImages({
      quarantineFolder: join(folder, "made"),
      maxWaiting: 2_000,
      onTrouble: (trouble) => troubles.push(trouble),
    });
    try {
      const pictures = await oddPictures();
      expect(pictures.length).toBeGreaterThanOrEqual(600);
      expect(pictures.filter(({ bytes }) => Buffer.from(bytes).includes(MARKER)).length).toBeGreaterThan(130);
      const outcomes = await Promise.all(
        pictures.map(async (picture, at) => ({
          picture,
          outcome: await outcomeOf(picture, join(folder, `${at}`)),
        })),
      );
      const count = (outcome: Outcome) => outcomes.filter((it) => it.outcome === outcome).length;
      console.log(
        JSON.stringify({
          files: pictures.length,
          taken: count("taken"),
          refused: count("refused"),
          troubles: troubles.length,
        }),
      );

      const wrong = outcomes.filter(
        ({ picture, outcome }) =>
          !(outcome === "taken" || outcome === "refused") ||
          (picture.expected !== "either" && picture.expected !== outcome),
      );
      expect(wrong.map(({ picture, outcome }) => `${picture.name}: ${outcome}`)).toEqual([]);
      expect(troubles).toEqual([]);
      expect(count("taken")).toBeGreaterThan(200);
      expect(count("refused")).toBeGreaterThan(150);
      expect(await readdir(join(folder, "made"))).toEqual([]);
    } finally {
      await images.close();
      await rm(folder, { recursive: true });
    }

    async function outcomeOf({ bytes, size }: OddPicture, file: string): Promise<Outcome> {
      await writeFile(file, bytes);
      try {
        const made = await images.process(file, { isOnPaper: true, isCompared: true });
        const told = await whatIsTold(made);
        await images.discard(made);
        if (size !== undefined && size !== `${made.width}×${made.height}`)
          return `lies as ${made.width}×${made.height}`;
        return told ?? "taken";
      } catch (error) {
        const isRefused = error instanceof Refusal && ["unsupported_media", "too_large"].includes(error.code);
        return isRefused ? "refused" : `failed: ${String(error)}`;
      }
    }
  },
);

/** Of the public bytes, whatever is not pixels; undefined where there is nothing. */
async function whatIsTold({ variants, looks }: ProcessedImage): Promise<string | undefined> {
  for (const { path } of [...variants, ...(looks?.other.variants ?? [])]) {
    const bytes = await readFile(path);
    if (bytes.includes(MARKER)) return "tells the marker";
    // A simple WebP: one chunk of pixels, and nothing behind it.
    const isPixelsOnly =
      bytes.toString("latin1", 12, 16) === "VP8 " && bytes.readUInt32LE(4) + 8 === bytes.length;
    if (!isPixelsOnly || bytes.readUInt32LE(16) + (bytes.readUInt32LE(16) % 2) + 20 !== bytes.length)
      return "has more than pixels";
  }
  return variants.length > 0 ? undefined : "has no pictures";
}
