import type { Connection } from "../../../storage/index.ts";
import { eraseEntry } from "../entries/store.ts";
import type { CampaignParts } from "../parts.ts";
import { consentEndsAt, namesGoAt, stateAt } from "../rules.ts";
import { addAudit, allCampaigns, type CampaignRecord } from "../store.ts";
import { forgetNetworks } from "../voting/store.ts";
import { awaitingConsent, consentedTo, eraseNames, stillNamed } from "./store.ts";

type EraseLater = (db: Connection, keys: readonly string[]) => Promise<void>;
const AT_ONCE = 100;
/** Who erases when a term ends. */
const BY = "system";

/**
 * Keeps nothing longer than its purpose: a work whose parent did not consent in time goes whole; some time
 * after the results names and contacts go, and the work stays while its consent to be shown or used lasts. The log
 * that nothing rewrites tells of each by its number, and of nobody.
 */
export function createKeeping({ database, clock, newId, log }: CampaignParts, eraseLater: EraseLater) {
  const prove = (db: Connection, action: string, entryId: string) =>
    addAudit(db, { id: newId(), at: clock(), by: BY, action, subject: entryId });

  async function eraseUnconsented(campaign: CampaignRecord): Promise<number> {
    const now = clock();
    const late = (await awaitingConsent(database.read, campaign.slug)).filter(
      ({ created_at }) => consentEndsAt(campaign, new Date(created_at)) <= now,
    );
    for (const { id } of late) {
      await database.write(async (db) => {
        // The consent may have come since.
        const still = (await awaitingConsent(db, campaign.slug)).some((it) => it.id === id);
        if (!still) return;
        await eraseLater(db, await eraseEntry(db, id, now));
        await prove(db, "entry.unconsented_erased", id);
      });
    }
    return late.length;
  }

  async function forgetNames(campaign: CampaignRecord): Promise<number> {
    const state = stateAt(campaign, clock());
    if (state === "draft" || state === "open" || namesGoAt(campaign) > clock()) return 0;
    if (campaign.data.vote) await database.write((db) => forgetNetworks(db, campaign.slug));
    let forgotten = 0;
    for (;;) {
      const batch = await stillNamed(database.read, campaign.slug, AT_ONCE);
      if (batch.length === 0) return forgotten;
      const ids = batch.map(({ id }) => id);
      const mayUse = await consentedTo(database.read, ids, "use");
      await database.write(async (db) => {
        for (const { id, publishing } of batch) {
          const keepsWork = publishing === 1 || mayUse.has(id);
          await eraseLater(db, await eraseNames(db, id, { keepsWork, now: clock() }));
          await prove(db, "entry.names_erased", id);
        }
      });
      forgotten += batch.length;
    }
  }

  return {
    /** Erases what is no longer kept for anything. Idempotent; to be called now and then. */
    async keepNoLonger(): Promise<{ readonly unconsented: number; readonly names: number }> {
      let [unconsented, names] = [0, 0];
      for (const campaign of await allCampaigns(database.read)) {
        unconsented += await eraseUnconsented(campaign);
        names += await forgetNames(campaign);
      }
      if (unconsented + names > 0) log.info({ unconsented, names }, "erased what is no longer needed");
      return { unconsented, names };
    },
  };
}
