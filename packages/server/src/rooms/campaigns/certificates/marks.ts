import { randomUUID } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { type CertificateMark, type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import type { CertificateMarks } from "../../../documents/index.ts";
import { newBlobKey } from "../../../storage/blobs/index.ts";
import type { Connection } from "../../../storage/index.ts";
import type { CampaignParts } from "../parts.ts";
import { campaignBySlug } from "../store.ts";
import * as store from "./marks-store.ts";

type MarkOperations = Pick<
  HandlersOf<Operations["campaigns"]>,
  "certificateMark" | "putCertificateMark" | "removeCertificateMark"
>;

/** Long side, in pixels, that is enough for print. */
const ENOUGH = 1200;

/**
 * The signature and the seal that a campaign's papers carry: checked as pictures in the image process, kept
 * private, their white made transparent so that a seal lies over a signature as it does on paper.
 *
 * @param makeAnew within a write: papers that were made with other marks are made again
 */
export function createMarks(
  parts: CampaignParts,
  eraseLater: (db: Connection, keys: readonly string[]) => Promise<void>,
  makeAnew: (db: Connection, campaign: string) => Promise<void>,
) {
  const { database, images, documents, blobs, secrets } = parts;

  async function keepPicture(file: string): Promise<string> {
    const picture = await images.process(file);
    try {
      const variant =
        picture.variants.find((it) => Math.max(it.width, it.height) >= ENOUGH) ?? picture.variants.at(-1);
      if (!variant) throw new Refusal("unsupported_media", { reason: "images.not_a_picture" });
      const mark = await documents.make("mark", { picture: await readFile(variant.path) });
      const key = newBlobKey("documents", "image/png", secrets.newToken);
      const passing = join(tmpdir(), `veche-${randomUUID()}.png`);
      try {
        await writeFile(passing, mark, { mode: 0o600 });
        await blobs.put(key, passing, { contentType: "image/png" });
      } finally {
        await rm(passing, { force: true });
      }
      return key;
    } finally {
      await images.discard(picture);
    }
  }

  async function replaced(db: Connection, slug: string, mark: CertificateMark, key?: string): Promise<void> {
    if (!(await campaignBySlug(db, slug))) throw new Refusal("not_found", { reason: "campaigns.none" });
    const old = await store.removeMark(db, slug, mark);
    if (key === undefined && old === undefined)
      throw new Refusal("not_found", { reason: "campaigns.no_mark" });
    if (key !== undefined) await store.addMark(db, { campaign: slug, mark, file: key });
    if (old !== undefined) await eraseLater(db, [old]);
    await makeAnew(db, slug);
  }

  const operations: MarkOperations = {
    async certificateMark({ slug, mark }) {
      const key = (await store.marksOf(database.read, slug)).get(mark);
      const blob = key && (await blobs.open(key));
      if (!blob) throw new Refusal("not_found", { reason: "campaigns.no_mark" });
      return {
        contentType: "image/png",
        body: await buffer(blob.stream()),
        headers: { "Cache-Control": "private, no-store" },
      };
    },

    async putCertificateMark({ slug, mark, upload }) {
      try {
        if (!(await campaignBySlug(database.read, slug)))
          throw new Refusal("not_found", { reason: "campaigns.none" });
        const key = await keepPicture(upload.path);
        await database.write((db) => replaced(db, slug, mark, key));
        return { marks: await store.markNames(database.read, slug) };
      } finally {
        await rm(upload.path, { force: true });
      }
    },

    async removeCertificateMark({ slug, mark }) {
      await database.write((db) => replaced(db, slug, mark));
      return { marks: await store.markNames(database.read, slug) };
    },
  };

  return {
    operations,
    /** The pictures themselves, to be printed. */
    async marksOf(slug: string): Promise<CertificateMarks> {
      const keys = await store.marksOf(database.read, slug);
      const read = async (mark: CertificateMark) => {
        const key = keys.get(mark);
        const blob = key && (await blobs.open(key));
        return blob ? { [mark]: await buffer(blob.stream()) } : {};
      };
      return { ...(await read("signature")), ...(await read("seal")) };
    },
  };
}
