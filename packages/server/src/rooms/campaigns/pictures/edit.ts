import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type PictureEdits, Refusal } from "@veche/protocol";
import { type OpenedBlob, removeAll } from "../../../storage/blobs/index.ts";
import type { Connection, EntryTable } from "../../../storage/index.ts";
import { entryById } from "../entries/store.ts";
import { kindOf } from "../kinds/index.ts";
import type { CampaignParts } from "../parts.ts";
import { campaignBySlug } from "../store.ts";
import { remakePicture } from "./keep.ts";
import { originalKeyOf, replacePicture } from "./store.ts";
import type { StoredImage } from "./stored-image.ts";

type EraseLater = (db: Connection, keys: readonly string[]) => Promise<void>;

/** Makes an entry's shown picture anew from the private original; the public addresses become new ones. */
export function createPictureEditing(parts: CampaignParts, eraseLater: EraseLater) {
  const { database, images, blobs, secrets } = parts;

  /**
   * @param alongside what else is written with it; throws to refuse
   * @throws Refusal `not_found` without a picture; `conflict` (campaigns.picture_changed) when somebody edited it
   *   meanwhile; `unavailable` when the image process or the disk refuses
   */
  return async function edit(
    entry: EntryTable,
    edits: PictureEdits,
    alongside: (db: Connection, entry: EntryTable) => Promise<void> = async () => undefined,
  ): Promise<EntryTable> {
    const key = await originalKeyOf(database.read, entry.id);
    const original = key === undefined ? undefined : await blobs.open(key);
    if (!original || entry.image === null) throw new Refusal("not_found", { reason: "campaigns.no_entry" });
    const { hints } = JSON.parse(entry.image) as StoredImage;
    const campaign = await campaignBySlug(database.read, entry.campaign);
    const isOnPaper = campaign !== undefined && kindOf(campaign.kind).isOnPaper;
    const picture = await withFile(original, (file) =>
      remakePicture({ images, blobs, newToken: secrets.newToken }, file, { edits, isOnPaper }),
    );
    let isNamed = false;
    try {
      const changed = await database.write(async (db) => {
        const now = await entryById(db, entry.id);
        if (!now || now.image !== entry.image)
          throw new Refusal("conflict", { reason: "campaigns.picture_changed" });
        await alongside(db, now);
        const image = JSON.stringify({ ...picture.image, ...(hints ? { hints } : {}) });
        await eraseLater(db, await replacePicture(db, entry.id, image, picture.files));
        return { ...now, image };
      });
      isNamed = true;
      return changed;
    } finally {
      if (!isNamed)
        await removeAll(
          blobs,
          picture.files.map((file) => file.key),
        );
    }
  };
}

/** The image process reads files: of a store without any a copy stands for as long as it works. */
async function withFile<Result>(blob: OpenedBlob, use: (file: string) => Promise<Result>): Promise<Result> {
  if (blob.file !== undefined) return use(blob.file);
  const folder = await mkdtemp(join(tmpdir(), "veche-original-"));
  try {
    const file = join(folder, "original");
    await pipeline(blob.stream(), createWriteStream(file, { mode: 0o600 }));
    return await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}
