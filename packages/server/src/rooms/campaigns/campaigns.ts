import { buffer } from "node:stream/consumers";
import type { HandlersOf, Image, Locale, Operations, Winner } from "@veche/protocol";
import type { Connection } from "../../storage/index.ts";
import { createCatalogue } from "./catalogue.ts";
import { createCeremony } from "./ceremony/ceremony.ts";
import { createCertificates } from "./certificates/certificates.ts";
import { createExhibition } from "./exhibition/exhibition.ts";
import { createResultProtocol } from "./certificates/result-protocol.ts";
import { createGallery } from "./entries/gallery.ts";
import { createMend } from "./entries/mend.ts";
import { createOwnEntry } from "./entries/own-entry.ts";
import { createSubmit } from "./entries/submit.ts";
import { createImport } from "./import.ts";
import { createLetters } from "./letters/letters.ts";
import { createKeeping } from "./life/keeping.ts";
import { createLife } from "./life/terms.ts";
import { createJudging } from "./judging/judging.ts";
import { createJury } from "./judging/jury.ts";
import { lastChangeAmongResults, makeWinners } from "./judging/store.ts";
import { winnersOf } from "./judging/winners.ts";
import { createModeration } from "./moderation/moderation.ts";
import type { CampaignParts, Organiser } from "./parts.ts";
import { createPictureEditing } from "./pictures/edit.ts";
import { blobKeyOf } from "./pictures/keep.ts";
import { createErasure } from "./pictures/erase.ts";
import { createMedia } from "./pictures/serve.ts";
import { createSameWork } from "./same-work/same-work.ts";
import { createCounting } from "./voting/counting.ts";
import { createVoting } from "./voting/voting.ts";
import {
  allCampaigns,
  campaignBySlug,
  countAdmitted,
  type CampaignRecord,
  setCampaignState,
} from "./store.ts";

/** What the announcements room may do with a campaign. */
export interface AnnouncedCampaigns {
  /** On a connection, so that it can be asked within a write. */
  readonly campaignOf: (db: Connection, slug: string) => Promise<CampaignRecord | undefined>;
  readonly withAnnouncement: () => Promise<CampaignRecord[]>;
  readonly winnersOf: (campaign: CampaignRecord, locale: Locale) => Promise<Winner[]>;
  /** A published picture as it lies in the store, about `longSide` pixels; undefined once it is erased. */
  readonly pictureOf: (image: Image, longSide: number) => Promise<Uint8Array | undefined>;
  /** How many works were judged. */
  readonly admitted: (slug: string) => Promise<number>;
  readonly organiserOf: (campaign: CampaignRecord) => Promise<Organiser | undefined>;
  /** When someone among the results last left or was decided on. */
  readonly lastChange: (slug: string) => Promise<Date | undefined>;
  /** Entries in the results become winners and the campaign announced, within the announcement's write. */
  readonly crown: (db: Connection, slug: string, now: Date) => Promise<void>;
}

/** Contests: their terms, the entries, moderation, judging and the sealed results. */
export function createCampaigns(parts: CampaignParts) {
  const { database } = parts;
  const erasure = createErasure(parts);
  const { media, staffMedia } = createMedia(parts);
  const catalogue = createCatalogue(parts);
  const editPicture = createPictureEditing(parts, erasure.eraseLater);
  const ownEntry = createOwnEntry(parts, erasure.eraseLater, editPicture);
  const { letters, jobs: letterJobs } = createLetters(parts);
  const moderation = createModeration(parts, letters, editPicture);
  const sameWork = createSameWork(parts);
  const judging = createJudging(parts);
  const certificates = createCertificates(parts, erasure.eraseLater);
  const exhibition = createExhibition(parts, erasure.eraseLater);

  const operations: HandlersOf<Operations["campaigns"]> = {
    list: catalogue.list,
    get: catalogue.get,
    ...createSubmit(parts, letters, sameWork),
    ...createMend(parts, { letters, sameWork, eraseLater: erasure.eraseLater }),
    entry: ownEntry.entry,
    consent: ownEntry.consent,
    chooseLook: ownEntry.chooseLook,
    withdraw: ownEntry.withdraw,
    ...createGallery(parts),
    staffCampaigns: catalogue.staffCampaigns,
    staffEntries: moderation.staffEntries,
    decide: moderation.decide,
    editPicture: moderation.editPicture,
    noteConsent: moderation.noteConsent,
    describe: moderation.describe,
    lookAt: moderation.lookAt,
    report: moderation.report,
    resolveReports: moderation.resolveReports,
    reopenReports: moderation.reopenReports,
    score: judging.score,
    ownScores: judging.ownScores,
    results: judging.results,
    seal: judging.seal,
    recuse: judging.recuse,
    ownRecusals: judging.ownRecusals,
    ...createJury(parts),
    staffMedia,
    move: catalogue.move,
    ...createLife(parts, letters),
    ...certificates.operations,
    ...exhibition.operations,
    ...createResultProtocol(parts),
    ...createCeremony(parts, letters),
    ...createVoting(parts),
    ...createCounting(parts),
  };

  const announced: AnnouncedCampaigns = {
    campaignOf: campaignBySlug,
    withAnnouncement: async () => (await allCampaigns(database.read)).filter((it) => it.announceAt),
    winnersOf: (campaign, locale) => winnersOf(parts, campaign, locale),
    async pictureOf({ variants }, longSide) {
      const chosen =
        variants.find((it) => Math.max(it.width, it.height) >= longSide) ?? variants.at(-1) ?? variants[0];
      const blob = chosen && (await parts.blobs.open(blobKeyOf(chosen.url.split("/").at(-1) ?? "")));
      return blob && buffer(blob.stream());
    },
    admitted: (slug) => countAdmitted(database.read, slug),
    organiserOf: async ({ data }) =>
      data.organiser === undefined ? undefined : parts.organiserOf(data.organiser, "ru"),
    lastChange: (slug) => lastChangeAmongResults(database.read, slug),
    async crown(db, slug, now) {
      await makeWinners(db, slug);
      await letters.toAll(db, slug, "announced");
      // It may have been archived before the job came.
      const stored = (await campaignBySlug(db, slug))?.state;
      if (stored === "open" || stored === "judging") await setCampaignState(db, slug, "announced", now);
    },
  };

  return {
    operations,
    /** The `service` room's `media`: published pictures, and unpublished ones for their holder. */
    media,
    announced,
    newsByCode: ownEntry.newsByCode,
    jobs: { ...erasure.jobs, ...certificates.jobs, ...exhibition.jobs },
    /** The jobs that wait for the mail server, to be done apart from the others. */
    letterJobs,
    /** Jobs that work long and that nobody waits for. */
    slowJobs: sameWork.jobs,
    compareUnmarked: sameWork.compareUnmarked,
    /** After the last job. */
    close: sameWork.close,
    sweepOrphans: erasure.sweepOrphans,
    ...createKeeping(parts, erasure.eraseLater),
    ...createImport(parts),
  };
}

export type Campaigns = ReturnType<typeof createCampaigns>;
