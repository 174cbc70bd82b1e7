import type { Contest } from "../campaigns/testing/index.ts";
import { createAnnouncements } from "./index.ts";

/** The announcements of a process over a contest's database, posting to these channels; another call is another process. */
export const announcementsOf = (
  contest: Contest,
  channels: Parameters<typeof createAnnouncements>[0]["channels"] = [],
) =>
  createAnnouncements({
    database: contest.database,
    campaigns: contest.campaigns.announced,
    clock: contest.clock,
    newId: () => crypto.randomUUID(),
    jobs: contest.jobs,
    publicUrl: () => "https://chat.town.example",
    pageUrl: (slug) => `https://town.example/contests/${slug}`,
    documents: contest.documents,
    cityName: () => "Новореченск",
    timeZone: "Asia/Yekaterinburg",
    channels,
  });
