import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { newBlobKey } from "./blob-key.ts";
import type { Blobs } from "./blobs.ts";

export interface BlobsUnderTest {
  readonly blobs: Blobs;
  /** Writes a file to put, and returns its path. */
  readonly aFile: (content: string) => Promise<string>;
}

/** What every driver promises. */
export function blobsKeepTheirPromises(driver: string, start: () => Promise<BlobsUnderTest>): void {
  const newId = () => crypto.randomUUID();
  const webp = { contentType: "image/webp" };

  describe(`blobs on ${driver}`, () => {
    test("what was put is read back whole, with its type", async () => {
      const { blobs, aFile } = await start();
      const key = newBlobKey("media", "image/webp", newId);
      await blobs.put(key, await aFile("a drawing"), webp);

      const blob = await blobs.open(key);
      expect(blob).toMatchObject({ bytes: 9, contentType: "image/webp" });
      expect((await buffer(blob!.stream())).toString()).toBe("a drawing");
      expect(await blobs.exists(key)).toBe(true);
    });

    test("a blob that nobody put is not there", async () => {
      const { blobs } = await start();
      const key = newBlobKey("media", "image/webp", newId);

      expect(await blobs.exists(key)).toBe(false);
      expect(await blobs.open(key)).toBeUndefined();
    });

    test("removing is for ever, and may be repeated", async () => {
      const { blobs, aFile } = await start();
      const key = newBlobKey("originals", "image/jpeg", newId);
      await blobs.put(key, await aFile("a photo"), { contentType: "image/jpeg" });
      await blobs.remove(key);
      await blobs.remove(key);

      expect(await blobs.open(key)).toBeUndefined();
      expect(await keysOf(blobs, "")).toEqual([]);
    });

    test("putting again replaces the whole", async () => {
      const { blobs, aFile } = await start();
      const key = newBlobKey("media", "image/webp", newId);
      await blobs.put(key, await aFile("as it was, and longer"), webp);
      await blobs.put(key, await aFile("straightened"), webp);

      expect((await buffer((await blobs.open(key))!.stream())).toString()).toBe("straightened");
    });

    test("each area lists its own blobs", async () => {
      const { blobs, aFile } = await start();
      const original = newBlobKey("originals", "image/jpeg", newId);
      const first = newBlobKey("media", "image/webp", newId);
      const second = newBlobKey("media", "image/webp", newId);
      await blobs.put(original, await aFile("1"), { contentType: "image/jpeg" });
      for (const key of [first, second]) await blobs.put(key, await aFile("22"), webp);

      expect(await keysOf(blobs, "originals/")).toEqual([original]);
      expect(await keysOf(blobs, "media/")).toEqual([first, second].toSorted());
      expect(await keysOf(blobs, "")).toEqual([first, second, original].toSorted());
      for await (const stored of blobs.list(first)) expect(stored).toMatchObject({ key: first, bytes: 2 });
    });

    test("a put that fails leaves nothing", async () => {
      const { blobs, aFile } = await start();
      const key = newBlobKey("media", "image/webp", newId);
      const gone = `${await aFile("here")}-and-gone`;

      await expect(blobs.put(key, gone, webp)).rejects.toThrow("ENOENT");
      expect(await blobs.exists(key)).toBe(false);
    });

    test.each([
      "media/../originals/0123456789abcdef.jpg",
      "../0123456789abcdef.webp",
      "/etc/passwd",
      "media/0123456789abcdef.webp/../x",
      "media/%2e%2e%2f0123456789.webp",
      "media/0123456789abcdef.webp\0.jpg",
      "media/0123456789abcdef.html",
      "secrets/0123456789abcdef.webp",
      "media/1.webp",
      "",
    ])("the key %j reaches nothing", async (key) => {
      const { blobs, aFile } = await start();
      await expect(blobs.open(key)).rejects.toThrow("not a blob key");
      await expect(blobs.exists(key)).rejects.toThrow("not a blob key");
      await expect(blobs.remove(key)).rejects.toThrow("not a blob key");
      await expect(blobs.put(key, await aFile("x"), webp)).rejects.toThrow("not a blob key");
    });
  });
}

async function keysOf(blobs: Blobs, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of blobs.list(prefix)) keys.push(key);
  return keys.toSorted();
}
