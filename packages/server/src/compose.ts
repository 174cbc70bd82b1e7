import { join } from "node:path";
import type { Logger } from "pino";
import { v7 as newId } from "uuid";
import { createActs } from "./acts.ts";
import type { Config } from "./config.ts";
import { makeDataFolder } from "./data-folder.ts";
import { sweepQuarantine } from "./doors/quarantine.ts";
import { uploadsTexts } from "./doors/upload-texts.ts";
import { createDocuments } from "./documents/index.ts";
import { createImages, imagesTexts } from "./images/index.ts";
import { createJobs } from "./jobs/index.ts";
import { createNetworkKeys } from "./network-keys.ts";
import { createMail } from "./mail/index.ts";
import { createPushes } from "./pushes.ts";
import type { Processes } from "./processes/index.ts";
import { createSharedSecret } from "./processes/shared-secret.ts";
import { createAnnouncements, announcementTexts } from "./rooms/announcements/index.ts";
import { campaignTexts, createCampaigns } from "./rooms/campaigns/index.ts";
import { cityTexts, createCity } from "./rooms/city/index.ts";
import { conversationTexts, createConversations, createReply } from "./rooms/conversations/index.ts";
import { createInsights, insightsTexts } from "./rooms/insights/index.ts";
import {
  createKnowledge,
  createMeaning,
  createRephrase,
  knowledgeTexts,
  type RankingThread,
} from "./rooms/knowledge/index.ts";
import { createAuth, createStaff, type PasswordKeeping, staffTexts } from "./rooms/staff/index.ts";
import { createSecrets, readSecret } from "./secret.ts";
import { openBlobs } from "./open-blobs.ts";
import { sheetTexts } from "./sheets/index.ts";
import { openDatabase } from "./open-database.ts";
import { createWebPush } from "./web-push/index.ts";
import { createTexts } from "./texts.ts";

/** How soon what the command line changed is answered from. */
const REFRESH_MS = 1_000;
const SWEEP_MS = 30 * 60_000;

export interface TownOptions {
  /** The moment that everything in the town goes by. */
  readonly clock?: () => Date;
  /** Joins this process to others that serve the same town. */
  readonly processes?: Processes;
  /** By default slow to check, so that guessing is slow. */
  readonly passwords?: PasswordKeeping;
  /** Push services besides the browsers' own. */
  readonly pushServices?: readonly RegExp[];
  /** By default each is started anew. */
  readonly startRankingThread?: () => RankingThread;
}

/**
 * Every concrete part of a town, and who gets what: the storage, then the rooms in the direction in
 * which they know each other. The server and the command line both open a town; only the server
 * puts doors on it.
 */
export async function openTown(
  config: Config,
  log: Logger,
  { clock = () => new Date(), passwords, processes, pushServices, startRankingThread }: TownOptions = {},
) {
  const { timeZone, dataFolder } = config;
  let publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  makeDataFolder(dataFolder);
  const secrets = createSecrets(readSecret(dataFolder, config.secret));
  const acts = createActs({ database: await openDatabase(config), clock, newId });
  const { database } = acts;
  const sharedSecret = processes && createSharedSecret({ database, secrets, clock });
  await sharedSecret?.start((error) => log.error({ err: error }, "could not mark the shared secret"));
  const blobs = await openBlobs(config, { newId, clock });
  const quarantine = join(dataFolder, "quarantine");
  const images = createImages({
    quarantineFolder: join(dataFolder, "quarantine", "pictures"),
    newId,
    onTrouble: (trouble) => log.warn({ trouble }, "an image process ended early"),
  });
  const documents = createDocuments();
  const say = createTexts({
    conversations: conversationTexts,
    knowledge: knowledgeTexts,
    campaigns: campaignTexts,
    announcements: announcementTexts,
    staff: staffTexts,
    city: cityTexts,
    sheets: sheetTexts,
    insights: insightsTexts,
    images: imagesTexts,
    uploads: uploadsTexts,
  });
  const pushes = createPushes();
  const networkKeys = createNetworkKeys({ database, clock });
  const webPush = config.pushContact
    ? createWebPush({
        secret: secrets.keyFor("web push"),
        contact: config.pushContact,
        clock,
        ...(pushServices && { services: pushServices }),
      })
    : undefined;
  let isOpenSomewhere = async (_conversationId: string): Promise<boolean> => false;
  const jobs = createJobs({ database, clock, newId, log });
  // Letters wait for a mail server that may not answer: nothing else may wait behind them.
  const letterJobs = createJobs({ database, clock, newId, log });
  const slowJobs = createJobs({ database, clock, newId, log });
  const mail = config.mail && createMail(config.mail);

  const city = await createCity({
    database,
    clock,
    timeZone,
    privacyUrl: () => `${publicUrl}/privacy`,
    alerts: webPush !== undefined,
    newId,
  });
  const departments = () => new Set(city.snapshot().hotlines.map(({ slug }) => slug));
  const knowledge = await createKnowledge({
    database,
    clock,
    newId,
    timeZone,
    log,
    departments,
    ...(config.embeddings && { meaning: createMeaning(config.embeddings, { clock, log }) }),
    ...(startRankingThread && { startRankingThread }),
    ...(config.rephrase && { rephrase: createRephrase(config.rephrase, { clock, log }) }),
  });
  const campaigns = createCampaigns({
    database,
    images,
    documents,
    blobs,
    clock,
    newId,
    secrets,
    publicUrl: () => publicUrl,
    mediaUrl: (key) => `${publicUrl}/media/${key}`,
    pageUrl: (slug) => `${publicUrl}/campaigns/${slug}`,
    ...(mail && { mail }),
    async organiserOf(slug, locale) {
      const found = city.hotline(slug);
      return (
        found && {
          name: locale === "en" && found.nameEn ? found.nameEn : found.name,
          phones: found.phones,
          ...(found.email ? { email: found.email } : {}),
        }
      );
    },
    // Conversations answer by campaigns' news, so they are made after; nobody votes before.
    talkOf: (token) => conversations.talkOf(token),
    invited: (role) => staff.invited(role),
    timeZone,
    jobs,
    log,
  });
  const announcements = createAnnouncements({
    database,
    campaigns: campaigns.announced,
    clock,
    newId,
    jobs,
    publicUrl: () => publicUrl,
    pageUrl: (slug) => `${publicUrl}/campaigns/${slug}`,
    documents,
    channels: config.posts,
    cityName: (locale) => city.profile().name[locale] ?? city.profile().name.ru,
    timeZone,
  });
  const insights = createInsights({ database, clock, timeZone });
  const conversations = createConversations({
    database,
    secrets,
    pushes,
    reply: createReply({ city, knowledge, campaigns, say, timeZone, publicUrl: () => publicUrl }),
    say,
    clock,
    newId,
    log,
    images,
    blobs,
    jobs,
    notice: (connection, notice) => knowledge.noticed(connection, notice),
    forgetAsked: (connection, texts) => knowledge.forgetAsked(connection, texts),
    networkKeys,
    articleDepartment: (slug) => knowledge.articleAnswer(slug, "ru")?.department,
    city,
    timeZone,
    ...(webPush && {
      alerts: { webPush, publicUrl: () => publicUrl, isOpenSomewhere: (id) => isOpenSomewhere(id) },
    }),
  });
  jobs.handle({ ...campaigns.jobs, ...announcements.jobs, ...conversations.jobs });
  letterJobs.handle({ ...campaigns.letterJobs, ...announcements.postJobs });
  slowJobs.handle(campaigns.slowJobs);
  // Before anybody can come: who is not known yet would be taken for new.
  await conversations.load();
  const sessionsEnded: ((staffId: string) => void)[] = [];
  const auth = createAuth({
    database,
    secret: secrets.keyFor("staff sessions"),
    publicUrl,
    ...(config.singleSignOn && { singleSignOn: config.singleSignOn }),
    ...(passwords && { passwords }),
  });
  const staff = createStaff({
    database,
    auth,
    secrets,
    clock,
    newId,
    timeZone,
    publicUrl: () => publicUrl,
    ...(config.singleSignOn && { singleSignOn: config.singleSignOn }),
    departments,
    secondFactorOf: () => city.profile().secondFactor,
    ...(processes && { countLimit: processes.countLimit }),
    sessionsEnded: (staffId) => sessionsEnded.forEach((tell) => tell(staffId)),
  });

  let refreshing: NodeJS.Timeout | undefined;
  let sweeping: NodeJS.Timeout | undefined;
  /** Pictures that a crash left without an entry or a message go, once no upload can be at them any more. */
  const sweep = async () => {
    await sweepQuarantine(quarantine, clock);
    await campaigns.sweepOrphans();
    await campaigns.keepNoLonger();
    await conversations.sweepAttachments();
  };
  const refresh = () => Promise.all([city.refreshIfChanged(), knowledge.refreshIfChanged()]);

  return {
    clock,
    newId,
    log,
    say,
    secrets,
    networkKeys,
    database,
    acts,
    blobs,
    images,
    quarantine,
    pushes,
    processes,
    jobs,
    rooms: { city, knowledge, campaigns, announcements, insights, conversations, staff },
    onSessionsEnded: (tell: (staffId: string) => void) => void sessionsEnded.push(tell),
    /** The key with which browsers ask for alerts; undefined where none are sent. */
    alertKey: webPush?.publicKey,
    /** Says how the doors know whether a conversation is open in some tab. */
    watchPresence: (ask: typeof isOpenSomewhere) => {
      isOpenSomewhere = ask;
    },
    publicUrl: () => publicUrl,
    /** The port is known only once it listens; before, nothing public is said. */
    setPublicUrl: (url: string) => {
      publicUrl = url;
    },

    /** Takes up what an earlier process left, and keeps up with what other processes change. */
    async start(): Promise<void> {
      await sweep();
      jobs.start();
      letterJobs.start();
      await campaigns.compareUnmarked();
      slowJobs.start();
      conversations.start();
      refreshing = setInterval(() => {
        refresh().catch((error: unknown) => log.error({ err: error }, "could not refresh the city"));
      }, REFRESH_MS);
      refreshing.unref();
      sweeping = setInterval(() => {
        sweep().catch((error: unknown) => log.error({ err: error }, "could not sweep what was left"));
      }, SWEEP_MS);
      sweeping.unref();
    },

    /** Begins to answer what a crash left unanswered, once residents are let in. */
    async resume(): Promise<void> {
      const questions = await conversations.resume();
      if (questions > 0) log.info({ questions }, "answering what was left unanswered");
    },

    /** Ends with everything acknowledged on disk. */
    async close(): Promise<void> {
      clearInterval(refreshing);
      clearInterval(sweeping);
      sharedSecret?.stop();
      await conversations.idle();
      await jobs.stop();
      await letterJobs.stop();
      await slowJobs.stop();
      await campaigns.close();
      mail?.close();
      await images.close();
      await documents.close();
      await knowledge.close();
      await database.close();
      await processes?.close();
    },
  };
}

export type Town = Awaited<ReturnType<typeof openTown>>;
