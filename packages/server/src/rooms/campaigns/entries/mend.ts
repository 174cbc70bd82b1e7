import { rm } from "node:fs/promises";
import { type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import type { Connection, EntryTable } from "../../../storage/index.ts";
import type { Letters } from "../letters/letters.ts";
import type { CampaignParts } from "../parts.ts";
import { replacePicture } from "../pictures/store.ts";
import { acceptsEntriesAt } from "../rules.ts";
import type { SameWork } from "../same-work/same-work.ts";
import { campaignBySlug, type CampaignRecord } from "../store.ts";
import { createIntake, refuseUnpictured, storedImage } from "./intake.ts";
import { openEntry } from "./open-entry.ts";
import { entryById, setMended } from "./store.ts";
import { ownEntryView } from "./views.ts";

export interface MendParts {
  readonly letters: Letters;
  readonly sameWork: SameWork;
  readonly eraseLater: (db: Connection, keys: readonly string[]) => Promise<void>;
}

/** Takes another picture of a work that was asked to be mended: number, words and consents stay, and it is looked at anew. */
export function createMend(
  parts: CampaignParts,
  { letters, sameWork, eraseLater }: MendParts,
): Pick<HandlersOf<Operations["campaigns"]>, "mend"> {
  const { database, secrets, clock } = parts;
  const { keepUpload, storeOrRemove } = createIntake(parts);

  function refuseUnlessAwaited({ state, reason, fix_by }: EntryTable, campaign: CampaignRecord): void {
    const now = clock();
    const inTime = (fix_by !== null && now < new Date(fix_by)) || acceptsEntriesAt(campaign, now);
    if (state === "submitted" && reason !== null && inTime) return;
    throw new Refusal("conflict", { reason: "campaigns.not_awaited" });
  }

  return {
    async mend({ id, upload }, { token }) {
      try {
        const opened = await openEntry(secrets, database.read, id, token);
        const campaign = await campaignBySlug(database.read, opened.campaign);
        if (!campaign) throw new Refusal("not_found", { reason: "campaigns.none" });
        refuseUnlessAwaited(opened, campaign);
        refuseUnpictured(campaign, upload);
        const picture = await keepUpload(campaign, upload);
        const { entry } = await storeOrRemove(picture, async (db) => {
          const entry = await entryById(db, id);
          if (!entry) throw new Refusal("not_found", { reason: "campaigns.no_entry" });
          refuseUnlessAwaited(entry, campaign);
          const image = storedImage(campaign, picture, upload.name);
          await eraseLater(db, await replacePicture(db, id, image, picture.files));
          await setMended(db, id);
          await sameWork.compareLater(db, id, picture.marks);
          await letters.toParent(db, id, "received");
          return { entry: (await entryById(db, id)) ?? entry, isFirst: true };
        });
        return { entry: ownEntryView(entry, parts) };
      } finally {
        await rm(upload.path, { force: true });
      }
    },
  };
}
