export { type AnnouncedCampaigns, type Campaigns, createCampaigns } from "./campaigns.ts";
export { readCampaigns } from "./campaign-file.ts";
export { ANNOUNCE_SLACK_MS, type Standing, stateAt } from "./rules.ts";
export type { CampaignRecord } from "./store.ts";
export { campaignTexts } from "./texts.ts";
export type { EntryNews } from "./entries/own-entry.ts";
