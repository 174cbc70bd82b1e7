import { type HandlersOf, type Locale, type Operations, Refusal } from "@veche/protocol";
import { z } from "zod";
import type { Documents } from "../../documents/index.ts";
import type { JobHandlers, Jobs } from "../../jobs/index.ts";
import type { Connection, Database } from "../../storage/index.ts";
import type { AnnouncedCampaigns, CampaignRecord } from "../campaigns/index.ts";
import { type FeedFormat, feedOf, type Told } from "./feeds.ts";
import { createCards } from "./cards.ts";
import { createPosts, type PostChannel } from "./posts.ts";
import { pressRelease } from "./press-release.ts";
import { isPublicAt, momentOf, refuseUnlessAnnounceable } from "./rules.ts";
import { addAudit, announcementOf, setAnnouncement, setPublished } from "./store.ts";

interface AnnouncementParts {
  readonly database: Database;
  readonly campaigns: AnnouncedCampaigns;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly jobs: Pick<Jobs, "add">;
  readonly documents: Pick<Documents, "make">;
  readonly cityName: (locale: Locale) => string;
  /** The city's, IANA. */
  readonly timeZone: string;
  /** The server's own address, without a trailing slash. */
  readonly publicUrl: () => string;
  /** The page where people read of a campaign. */
  readonly pageUrl: (slug: string) => string;
  /** Where else the results are told of. */
  readonly channels?: readonly PostChannel[];
}

const PUBLISH = "announcements.publish";
const payload = z.object({ campaign: z.string() });

/**
 * The one act that makes results public. From its minute on every door answers with the winners,
 * by the clock; the job that comes then writes down what has already been true.
 */
export function createAnnouncements(parts: AnnouncementParts) {
  const { database, campaigns, clock, newId, jobs, publicUrl, pageUrl } = parts;

  const posts = createPosts({ ...parts, channels: parts.channels ?? [] });

  /** Idempotent, and does nothing when the minute was moved meanwhile: another job comes then. */
  async function publish(db: Connection, slug: string): Promise<void> {
    const announcement = await announcementOf(db, slug);
    if (!announcement || announcement.published_at !== null || new Date(announcement.at) > clock()) return;
    await campaigns.crown(db, slug, clock());
    await setPublished(db, slug, clock());
    await posts.postAll(db, slug);
  }

  const handlers: JobHandlers = {
    [PUBLISH]: (job) => database.write((db) => publish(db, payload.parse(job).campaign)),
  };

  async function told(locale: Locale): Promise<Told[]> {
    const now = clock();
    const known = (await campaigns.withAnnouncement()).filter((it) => isPublicAt(it, now));
    return Promise.all(
      known.map(async (campaign) => {
        const at = campaign.announceAt ?? now;
        const lastChange = (await campaigns.lastChange(campaign.slug)) ?? at;
        const winners = await campaigns.winnersOf(campaign, locale);
        return { campaign, at, changedAt: lastChange > at ? lastChange : at, winners };
      }),
    );
  }

  const feed = async (format: FeedFormat, locale: Locale) =>
    feedOf({ publicUrl: publicUrl(), pageUrl }, await told(locale), format, locale);

  async function release(campaign: CampaignRecord, at: Date) {
    const winners = await campaigns.winnersOf(campaign, "ru");
    return pressRelease({
      campaign,
      winners,
      at,
      works: await campaigns.admitted(campaign.slug),
      organiser: await campaigns.organiserOf(campaign),
      city: parts.cityName("ru"),
      pageUrl: pageUrl(campaign.slug),
      timeZone: parts.timeZone,
    });
  }

  const operations: HandlersOf<Operations["announcements"]> = {
    async winners({ slug }, { locale }) {
      const campaign = await campaigns.campaignOf(database.read, slug);
      if (!campaign || campaign.state === "draft")
        throw new Refusal("not_found", { reason: "announcements.none" });
      if (!campaign.announceAt || !isPublicAt(campaign, clock())) {
        throw new Refusal("not_found", { reason: "announcements.not_yet" });
      }
      return {
        announcedAt: campaign.announceAt.toISOString(),
        winners: await campaigns.winnersOf(campaign, locale),
      };
    },

    async announce({ slug, at }, { staff, locale }) {
      await database.write(async (db) => {
        const campaign = await campaigns.campaignOf(db, slug);
        if (!campaign) throw new Refusal("not_found", { reason: "announcements.none" });
        const now = clock();
        refuseUnlessAnnounceable(campaign, now);
        const moment = momentOf(at, now);
        await setAnnouncement(db, { campaign: slug, at: moment, by: staff.id });
        await addAudit(db, {
          id: newId(),
          at: now,
          by: staff.id,
          campaign: slug,
          detail: moment.toISOString(),
        });
        if (moment <= now) await publish(db, slug);
        else await jobs.add(db, PUBLISH, { campaign: slug }, moment);
      });
      const announced = await campaigns.campaignOf(database.read, slug);
      if (!announced?.announceAt) throw new Refusal("not_found", { reason: "announcements.none" });
      return {
        announcement: {
          campaign: slug,
          at: announced.announceAt.toISOString(),
          publishedAt: announced.publishedAt?.toISOString(),
          winners: (await campaigns.winnersOf(announced, locale)).length,
        },
      };
    },

    async pressRelease({ slug }) {
      const campaign = await campaigns.campaignOf(database.read, slug);
      if (!campaign?.announceAt || campaign.state === "draft" || !isPublicAt(campaign, clock()))
        throw new Refusal("not_found", { reason: "announcements.not_yet" });
      return release(campaign, campaign.announceAt);
    },

    async pressDraft({ slug }) {
      const campaign = await campaigns.campaignOf(database.read, slug);
      if (!campaign) throw new Refusal("not_found", { reason: "announcements.none" });
      if (!campaign.isSealed) throw new Refusal("conflict", { reason: "announcements.nothing_sealed" });
      return release(campaign, campaign.announceAt ?? clock());
    },

    ...posts.operations,

    card: createCards(parts),

    atom: (_input, { locale }) => feed("atom", locale),
    json: (_input, { locale }) => feed("json", locale),
  };

  return {
    operations,
    jobs: handlers,
    /** Those that wait for others' servers, to be done apart. */
    postJobs: posts.jobs,
  };
}
