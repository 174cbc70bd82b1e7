import { type PictureEdits, Refusal } from "@veche/protocol";
import { removeAll } from "../../../storage/blobs/index.ts";
import type { Connection, EntryTable } from "../../../storage/index.ts";
import { entryById } from "../entries/store.ts";
import { kindOf } from "../kinds/index.ts";
import type { CampaignParts } from "../parts.ts";
import { campaignBySlug } from "../store.ts";
import { remakePicture } from "./keep.ts";
import { withFile } from "./original-file.ts";
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
