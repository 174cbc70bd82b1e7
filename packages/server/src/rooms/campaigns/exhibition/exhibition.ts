import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import { z } from "zod";
import type { ExhibitionSheet } from "../../../documents/index.ts";
import type { JobHandlers } from "../../../jobs/index.ts";
import { newBlobKey } from "../../../storage/blobs/index.ts";
import type { Connection, EntryTable } from "../../../storage/index.ts";
import { archiveOf } from "../certificates/archive.ts";
import { asDownload } from "../certificates/certificates.ts";
import { nominationTitle } from "../certificates/sheets.ts";
import { publicName } from "../entries/public-name.ts";
import { awardsOf, resultsWithEntries } from "../judging/store.ts";
import type { CampaignParts } from "../parts.ts";
import { blobKeyOf } from "../pictures/keep.ts";
import type { StoredImage } from "../pictures/stored-image.ts";
import { stateAt } from "../rules.ts";
import { campaignBySlug, type CampaignRecord } from "../store.ts";
import { chooseSheets, exhibitable, setSheet, type SheetRow, sheetsOf } from "./store.ts";

type ExhibitionOperations = Pick<
  HandlersOf<Operations["campaigns"]>,
  "exhibition" | "makeExhibition" | "exhibitionArchive"
>;

const MAKE = "campaigns.make-exhibition";
/** Made in one job: a sheet takes longer than a diploma. */
const AT_ONCE = 10;
const payload = z.object({ campaign: z.string() });

/** The largest picture of an entry, by its key. */
const pictureOf = ({ image }: Pick<EntryTable, "image">): string => {
  const { variants } = JSON.parse(image ?? `{"variants":[]}`) as Pick<StoredImage, "variants">;
  return variants.toSorted((a, b) => b.width - a.width)[0]?.key ?? "";
};
/** Made, and of the picture as it is shown now: a moderator may have covered something since. */
const isMade = (row: SheetRow) => row.file !== null && row.picture === pictureOf(row);

/** A3 sheets for a wall: the work and its label, of those who consented to that use. */
export function createExhibition(
  parts: CampaignParts,
  eraseLater: (db: Connection, keys: readonly string[]) => Promise<void>,
) {
  const { database, documents, blobs, jobs, clock, secrets } = parts;

  async function campaignOf(db: Connection, slug: string): Promise<CampaignRecord> {
    const campaign = await campaignBySlug(db, slug);
    if (!campaign) throw new Refusal("not_found", { reason: "campaigns.none" });
    return campaign;
  }
  async function progressOf(slug: string) {
    const sheets = await sheetsOf(database.read, slug);
    return { total: sheets.length, made: sheets.filter(isMade).length };
  }
  const isAnnounced = (campaign: CampaignRecord) =>
    ["announced", "archived"].includes(stateAt(campaign, clock()));

  async function sheetOf(campaign: CampaignRecord, row: SheetRow): Promise<ExhibitionSheet | undefined> {
    const blob = row.image === null ? undefined : await blobs.open(blobKeyOf(pictureOf(row)));
    if (!blob && row.image !== null) return undefined;
    const awards = isAnnounced(campaign) ? await awardsOf(database.read, campaign.slug, [row.id]) : [];
    const ageGroup = campaign.data.ageGroups.find(({ slug }) => slug === row.age_group)?.title;
    return {
      picture: blob && (await buffer(blob.stream())),
      text: row.text,
      title: row.title,
      author: publicName(row.author_first_name, row.author_last_name),
      age: row.author_age === null ? "" : String(row.author_age),
      lines: [
        ...awards.map(({ title }) => title),
        [nominationTitle(campaign, row.nomination, "ru"), ageGroup].filter(Boolean).join(", "),
      ],
      contest: campaign.data.title.ru,
      number: String(row.number),
      // Who did not consent to publishing has no page.
      address:
        row.publishing === 1 ? `${parts.publicUrl()}/campaigns/${campaign.slug}/works/${row.number}` : "",
    };
  }

  async function keep(row: SheetRow, pdf: Uint8Array): Promise<void> {
    const key = newBlobKey("documents", "application/pdf", secrets.newToken);
    const passing = join(tmpdir(), `veche-${randomUUID()}.pdf`);
    try {
      await writeFile(passing, pdf, { mode: 0o600 });
      await blobs.put(key, passing, { contentType: "application/pdf" });
    } finally {
      await rm(passing, { force: true });
    }
    const kept = await database.write(async (db) => {
      const set = await setSheet(db, row, { key, picture: pictureOf(row) });
      if (set.old !== null) await eraseLater(db, [set.old]);
      return set.kept;
    });
    if (!kept) await blobs.remove(key);
  }

  const handlers: JobHandlers = {
    /** What is made already is not made again, so that a restart goes on where it stopped. */
    [MAKE]: async (job) => {
      const { campaign: slug } = payload.parse(job);
      const rows = (await sheetsOf(database.read, slug)).filter((row) => !isMade(row)).slice(0, AT_ONCE);
      if (rows.length === 0) return;
      const campaign = await campaignOf(database.read, slug);
      for (const row of rows) {
        const sheet = await sheetOf(campaign, row);
        if (sheet) await keep(row, await documents.make("exhibition", sheet));
      }
      await database.write((db) => jobs.add(db, MAKE, { campaign: slug }, clock()));
    },
  };

  const operations: ExhibitionOperations = {
    async exhibition({ slug }) {
      await campaignOf(database.read, slug);
      return progressOf(slug);
    },

    async makeExhibition({ slug, works }) {
      await database.write(async (db) => {
        await campaignOf(db, slug);
        const awarded = new Set((await resultsWithEntries(db, slug)).map(({ id }) => id));
        const chosen = (await exhibitable(db, slug).execute()).filter(
          ({ id }) => works === "all" || awarded.has(id),
        );
        if (chosen.length === 0) throw new Refusal("conflict", { reason: "campaigns.nothing_to_hang" });
        const gone = await chooseSheets(
          db,
          slug,
          chosen.map(({ id }) => id),
        );
        if (gone.length > 0) await eraseLater(db, gone);
        await jobs.add(db, MAKE, { campaign: slug }, clock());
      });
      return progressOf(slug);
    },

    async exhibitionArchive({ slug }) {
      const rows = (await sheetsOf(database.read, slug)).filter(isMade);
      if (rows.length === 0) throw new Refusal("not_found", { reason: "campaigns.nothing_made" });
      const files = rows.flatMap(({ number, file }) =>
        file === null ? [] : [[`${String(number).padStart(5, "0")}-a3.pdf`, file] as const],
      );
      return {
        contentType: "application/zip",
        body: { stream: archiveOf(blobs, files) },
        headers: asDownload(`${slug}-exhibition.zip`),
      };
    },
  };

  return { operations, jobs: handlers };
}
