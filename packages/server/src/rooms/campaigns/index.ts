export { type AnnouncedCampaigns, type Campaigns, createCampaigns } from "./campaigns.ts";
export { type CampaignFile, readCampaigns } from "./campaign-file.ts";
export type { CampaignParts, Organiser } from "./parts.ts";
export { ANNOUNCE_SLACK_MS, type Standing, stateAt } from "./rules.ts";
export type { CampaignRecord } from "./store.ts";
export { campaignTexts } from "./texts.ts";
