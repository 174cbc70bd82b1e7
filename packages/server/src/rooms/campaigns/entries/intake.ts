import { type QuarantinedFile, Refusal } from "@veche/protocol";
import { removeAll } from "../../../storage/blobs/index.ts";
import type { Connection, EntryTable } from "../../../storage/index.ts";
import { kindOf } from "../kinds/index.ts";
import type { CampaignParts } from "../parts.ts";
import { hintsFor } from "../pictures/hints.ts";
import { type KeptPicture, keepPicture } from "../pictures/keep.ts";
import type { CampaignRecord } from "../store.ts";

const BYTES_IN_MB = 1024 * 1024;

/** How an uploaded picture becomes an entry's: its files first, then the write that names them, or neither. */
export function createIntake({ database, images, blobs, secrets, log }: CampaignParts) {
  const keepUpload = (campaign: CampaignRecord, upload: QuarantinedFile) =>
    keepPicture(
      { images, blobs, newToken: secrets.newToken },
      upload.path,
      (seen) => refuseUnfit(campaign, seen),
      { isOnPaper: kindOf(campaign.kind).isOnPaper, isCompared: true },
    );

  /** Files whose entry did not come to be, or had come to be already, are removed at once. */
  async function storeOrRemove(
    picture: KeptPicture | undefined,
    unit: (db: Connection) => Promise<{ entry: EntryTable; isFirst: boolean }>,
  ) {
    let isNamed = false;
    try {
      const outcome = await database.write(unit);
      isNamed = outcome.isFirst;
      return outcome;
    } finally {
      if (!isNamed && picture) await removeOrLeave(picture);
    }
  }

  /** What can't be removed now, the sweep removes later; the caller must hear what went wrong first. */
  async function removeOrLeave({ files }: KeptPicture): Promise<void> {
    try {
      await removeAll(
        blobs,
        files.map(({ key }) => key),
      );
    } catch (error) {
      log.error({ err: error }, "files without an entry are left to the sweep");
    }
  }

  return { keepUpload, storeOrRemove };
}

/** As the entry's row keeps it. */
export const storedImage = ({ data }: CampaignRecord, { image }: KeptPicture, fileName: string): string =>
  JSON.stringify({ ...image, hints: hintsFor(image, fileName, data.limits) });

/** Before the file is looked into: whether one is there where the kind needs it, and how much it weighs. */
export function refuseUnpictured({ data, kind }: CampaignRecord, upload: QuarantinedFile | undefined): void {
  if (!upload) {
    if (kindOf(kind).work.picture === "needed")
      throw new Refusal("invalid", { reason: "uploads.no_file", field: "drawing" });
    return;
  }
  const max = data.limits.maxFileMb;
  if (upload.bytes > max * BYTES_IN_MB) {
    throw new Refusal("too_large", { reason: "campaigns.file_too_large", field: "drawing", values: { max } });
  }
}

function refuseUnfit(
  { data, kind }: CampaignRecord,
  picture: { readonly width: number; readonly height: number; readonly type: string },
): void {
  const { formats } = data.limits;
  if (formats && !formats.some((format) => picture.type === `image/${format}`)) {
    const listed = formats.map((format) => format.toUpperCase()).join(", ");
    throw new Refusal("unsupported_media", {
      reason: "campaigns.format",
      field: "drawing",
      values: { formats: listed },
    });
  }
  const unfit = kindOf(kind).accept(picture, data.limits);
  if (unfit) throw new Refusal("invalid", { ...unfit, field: "drawing" });
}
