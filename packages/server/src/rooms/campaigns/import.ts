import { Refusal } from "@veche/protocol";
import { type CampaignFile, readCampaigns } from "./campaign-file.ts";
import type { CampaignParts } from "./parts.ts";
import { addCampaign, allCampaigns, campaignBySlug, replaceCampaign } from "./store.ts";

/** Campaigns from a file and back: for the command line and the demo. */
export function createImport({ database, clock }: CampaignParts) {
  return {
    /**
     * Adds campaigns from parsed JSON, one or a list; one that is there gets the new terms and keeps
     * its state, since states are moved by acts. All of them or none.
     *
     * @throws Refusal `invalid` (campaigns.bad_file) whose field is the path of the first mistake
     */
    async importCampaigns(json: unknown): Promise<{ readonly added: string[]; readonly replaced: string[] }> {
      const campaigns = readCampaigns(json);
      return database.write(async (db) => {
        const added: string[] = [];
        const replaced: string[] = [];
        for (const campaign of campaigns) {
          const isThere = await campaignBySlug(db, campaign.slug);
          await (isThere ? replaceCampaign : addCampaign)(db, campaign, clock());
          (isThere ? replaced : added).push(campaign.slug);
        }
        return { added, replaced };
      });
    },

    /**
     * Adds one new campaign.
     *
     * @throws Refusal `invalid` as above; `conflict` (campaigns.exists) when the slug is taken
     */
    async createCampaign(json: unknown): Promise<{ readonly slug: string }> {
      const [campaign, ...others] = readCampaigns(json);
      if (!campaign || others.length > 0) throw new Refusal("invalid", { reason: "campaigns.one_only" });
      await database.write(async (db) => {
        if (await campaignBySlug(db, campaign.slug)) {
          throw new Refusal("conflict", { reason: "campaigns.exists", field: "slug" });
        }
        await addCampaign(db, campaign, clock());
      });
      return { slug: campaign.slug };
    },

    /** All campaigns in the shape that `importCampaigns` reads. */
    async exportCampaigns(): Promise<Omit<CampaignFile, "winners">[]> {
      const all = await allCampaigns(database.read);
      return all.map(({ slug, kind, state, data }) => Object.assign({ slug, kind, state }, data));
    },
  };
}
