import { createHmac } from "node:crypto";
import { type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import { z } from "zod";
import type { JobHandlers, Jobs } from "../../jobs/index.ts";
import type { Connection, Database } from "../../storage/index.ts";
import type { AnnouncedCampaigns, CampaignRecord } from "../campaigns/index.ts";
import { isPublicAt } from "./rules.ts";
import { notePost, postsOf } from "./store.ts";

/** Where announcements are posted: the city's own relay to its pages, or any receiver that checks a signature. */
export interface PostChannel {
  /** The receiver's host. */
  readonly name: string;
  readonly url: string;
  readonly secret: string;
}

interface PostParts {
  readonly database: Database;
  readonly campaigns: AnnouncedCampaigns;
  readonly clock: () => Date;
  readonly jobs: Pick<Jobs, "add">;
  readonly publicUrl: () => string;
  readonly pageUrl: (slug: string) => string;
  readonly channels: readonly PostChannel[];
}

const POST = "announcements.post";
const PATIENCE_MS = 10_000;
const payload = z.object({ campaign: z.string(), channel: z.string() });

/**
 * Tells other places that results are public, through the outbox. A post names no child: what left for another's
 * page can't be taken back within a minute, so it tells of the contest and leads to our page, which can.
 */
export function createPosts({ database, campaigns, clock, jobs, publicUrl, pageUrl, channels }: PostParts) {
  async function campaignOf(db: Connection, slug: string): Promise<CampaignRecord> {
    const campaign = await campaigns.campaignOf(db, slug);
    if (!campaign) throw new Refusal("not_found", { reason: "announcements.none" });
    return campaign;
  }

  async function postOf(campaign: CampaignRecord) {
    const awarded = new Set(
      (await campaigns.winnersOf(campaign, "ru")).map((it) => it.number ?? `${it.nomination} ${it.place}`),
    ).size;
    const works = await campaigns.admitted(campaign.slug);
    const url = pageUrl(campaign.slug);
    return {
      title: `Итоги: ${campaign.data.title.ru}`,
      text: `Итоги объявлены: ${campaign.data.title.ru}. Работ на конкурсе: ${works}, отмечено жюри: ${awarded}. Победители и все работы: ${url}`,
      url,
      card: `${publicUrl()}/campaigns/${campaign.slug}/card.png`,
    };
  }

  async function send({ url, secret }: PostChannel, campaign: CampaignRecord): Promise<void> {
    const at = campaign.announceAt?.toISOString() ?? "";
    const body = JSON.stringify({
      kind: "results.announced",
      // The same however often it is sent, so that a receiver posts it once.
      id: `${campaign.slug}.${at}`,
      at,
      ...(await postOf(campaign)),
    });
    const sentAt = clock().toISOString();
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "Veche-Time": sentAt,
        "Veche-Signature": `sha256=${createHmac("sha256", secret).update(`${sentAt}.${body}`).digest("hex")}`,
      },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the receiver answered ${response.status}`);
  }

  const handlers: JobHandlers = {
    [POST]: async (job) => {
      const { campaign: slug, channel: name } = payload.parse(job);
      const channel = channels.find((it) => it.name === name);
      const campaign = await campaigns.campaignOf(database.read, slug);
      if (!channel || !campaign || !isPublicAt(campaign, clock())) return;
      try {
        await send(channel, campaign);
      } catch (error) {
        const failure = error instanceof Error ? error.message : String(error);
        await database.write((db) =>
          notePost(db, { campaign: slug, channel: name, sent_at: null, failure: failure.slice(0, 200) }),
        );
        throw error;
      }
      await database.write((db) =>
        notePost(db, { campaign: slug, channel: name, sent_at: clock().toISOString(), failure: "" }),
      );
    },
  };

  async function told(slug: string) {
    const campaign = await campaignOf(database.read, slug);
    const posts = new Map((await postsOf(database.read, slug)).map((row) => [row.channel, row]));
    return {
      post: await postOf(campaign),
      channels: channels.map(({ name }) => {
        const row = posts.get(name);
        return {
          name,
          ...(row?.sent_at ? { sentAt: row.sent_at } : {}),
          ...(row?.failure ? { failure: row.failure } : {}),
        };
      }),
    };
  }

  const operations: Pick<HandlersOf<Operations["announcements"]>, "post" | "postAgain"> = {
    post: ({ slug }) => told(slug),
    async postAgain({ slug, channel }) {
      await database.write(async (db) => {
        const campaign = await campaignOf(db, slug);
        if (!isPublicAt(campaign, clock()))
          throw new Refusal("conflict", { reason: "announcements.not_yet" });
        if (!channels.some(({ name }) => name === channel))
          throw new Refusal("not_found", { reason: "announcements.no_channel" });
        await jobs.add(db, POST, { campaign: slug, channel }, clock());
      });
      return told(slug);
    },
  };

  return {
    operations,
    jobs: handlers,
    /** Within the write that makes results public, so that neither is there without the other. */
    async postAll(db: Connection, slug: string): Promise<void> {
      for (const { name } of channels) await jobs.add(db, POST, { campaign: slug, channel: name }, clock());
    },
  };
}
