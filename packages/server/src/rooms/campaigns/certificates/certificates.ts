import { randomUUID } from "node:crypto";
import { writeFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type CertificateKind,
  type HandlersOf,
  type Operations,
  type RawReply,
  Refusal,
} from "@veche/protocol";
import { z } from "zod";
import type { JobHandlers } from "../../../jobs/index.ts";
import { newBlobKey } from "../../../storage/blobs/index.ts";
import type { Connection } from "../../../storage/index.ts";
import type { CampaignParts } from "../parts.ts";
import { stateAt } from "../rules.ts";
import { campaignBySlug, type CampaignRecord } from "../store.ts";
import { archiveOf } from "./archive.ts";
import { createMarks } from "./marks.ts";
import { markNames } from "./marks-store.ts";
import { dueCertificates } from "./issue.ts";
import { sheetOf, staffView, yearOf } from "./sheets.ts";
import * as store from "./store.ts";

type Certificates = Pick<
  HandlersOf<Operations["campaigns"]>,
  | "certificate"
  | "certificates"
  | "issueCertificates"
  | "correctCertificate"
  | "certificatesArchive"
  | "certificatesPrint"
>;
type EraseLater = (db: Connection, keys: readonly string[]) => Promise<void>;

const MAKE = "campaigns.make-certificates";
/** Made in one job, so that what waits behind it in the outbox need not wait long. */
const AT_ONCE = 50;
const SHOWN = 200;
const payload = z.object({ campaign: z.string() });

/** Diplomas, thanks and participants' certificates: numbered, made one by one, confirmed by their number. */
export function createCertificates(parts: CampaignParts, eraseLater: EraseLater) {
  const { database, documents, blobs, clock, secrets, jobs, timeZone } = parts;

  async function campaignOf(db: Connection, slug: string): Promise<CampaignRecord> {
    const campaign = await campaignBySlug(db, slug);
    if (!campaign) throw new Refusal("not_found", { reason: "campaigns.none" });
    return campaign;
  }

  const isAnnounced = (campaign: CampaignRecord) =>
    ["announced", "archived"].includes(stateAt(campaign, clock()));

  async function wordsFor(campaign: CampaignRecord) {
    const { organiser: slug } = campaign.data;
    const organiser = slug ? await parts.organiserOf(slug, "ru") : undefined;
    return {
      campaign,
      organiser: organiser?.name ?? "",
      year: yearOf(campaign, clock(), timeZone),
      publicUrl: parts.publicUrl(),
    };
  }

  /** Papers that were made are made again: what all of them carry has changed. */
  async function makeAnew(db: Connection, slug: string): Promise<void> {
    const keys = await store.forgetFiles(db, slug);
    if (keys.length === 0) return;
    await eraseLater(db, keys);
    await jobs.add(db, MAKE, { campaign: slug }, clock());
  }
  const marks = createMarks(parts, eraseLater, makeAnew);

  async function progressOf(db: Connection, slug: string) {
    const items = (await store.certificatesOf(db, slug)).map(staffView);
    return {
      items,
      total: items.length,
      made: items.filter(({ made }) => made).length,
      unsure: items.filter(({ unsure }) => unsure).length,
    };
  }

  /** Its entry may have left, or its name been corrected, while it was made: then its file goes again. */
  async function keep(row: store.IssuedCertificate, pdf: Uint8Array): Promise<void> {
    const key = newBlobKey("documents", "application/pdf", secrets.newToken);
    const passing = join(tmpdir(), `veche-${randomUUID()}.pdf`);
    try {
      await writeFile(passing, pdf, { mode: 0o600 });
      await blobs.put(key, passing, { contentType: "application/pdf" });
    } finally {
      await rm(passing, { force: true });
    }
    const kept = await database.write((db) => store.setFile(db, row, key));
    if (!kept) await blobs.remove(key);
  }

  const handlers: JobHandlers = {
    /** What is made already is not made again, so that a restart goes on where it stopped. */
    [MAKE]: async (job) => {
      const { campaign: slug } = payload.parse(job);
      const rows = await store.unmadeCertificates(database.read, slug, AT_ONCE);
      if (rows.length === 0) return;
      const words = await wordsFor(await campaignOf(database.read, slug));
      const carried = await marks.marksOf(slug);
      for (const row of rows)
        await keep(
          row,
          await documents.make("certificate", { sheets: [sheetOf(row, words)], marks: carried }),
        );
      await database.write((db) => jobs.add(db, MAKE, { campaign: slug }, clock()));
    },
  };

  async function madeOf(slug: string, kind: CertificateKind) {
    const campaign = await campaignOf(database.read, slug);
    const rows = await store.certificatesOf(database.read, slug, kind);
    if (rows.length === 0) throw new Refusal("not_found", { reason: "campaigns.nothing_made" });
    return { campaign, rows };
  }

  const operations: Certificates = {
    async certificate({ number }) {
      const row = await store.certificateByNumber(database.read, number.trim().toUpperCase());
      const campaign = row && (await campaignOf(database.read, row.campaign));
      if (!row || !campaign || !isAnnounced(campaign))
        throw new Refusal("not_found", { reason: "campaigns.no_certificate" });
      const nomination = campaign.data.nominations.find((it) => it.slug === row.nomination)?.title;
      const group = campaign.data.ageGroups.find((it) => it.slug === row.age_group);
      const ageGroup = group && { ru: group.title, en: group.titleEn };
      const ofWork = row.kind === "thanks" ? {} : { nomination, ageGroup };
      return {
        certificate: {
          number: row.number,
          kind: row.kind as CertificateKind,
          campaign: { slug: campaign.slug, title: campaign.data.title },
          ...ofWork,
          ...(row.award === "" ? {} : { award: row.award }),
          year: yearOf(campaign, clock(), timeZone),
        },
      };
    },

    async certificates({ slug, text }) {
      await campaignOf(database.read, slug);
      const { items, ...progress } = await progressOf(database.read, slug);
      const wanted = text?.toLocaleLowerCase("ru");
      const found = wanted
        ? items.filter(({ name, number, entryNumber }) =>
            `${name} ${number} № ${entryNumber}`.toLocaleLowerCase("ru").includes(wanted),
          )
        : items.toSorted((a, b) => Number(b.unsure) - Number(a.unsure));
      return {
        items: found.slice(0, SHOWN),
        ...progress,
        marks: await markNames(database.read, slug),
      };
    },

    async issueCertificates({ slug, kinds }) {
      await database.write(async (db) => {
        const campaign = await campaignOf(db, slug);
        if (!isAnnounced(campaign)) throw new Refusal("conflict", { reason: "campaigns.not_announced" });
        const due = await dueCertificates(db, slug, [...new Set(kinds)]);
        const rows = due.map((one) => ({
          ...one,
          number: secrets.codeFrom("certificate", one.entry_id, one.kind, one.award),
          campaign: slug,
          name: null,
          file: null,
          issued_at: clock().toISOString(),
        }));
        await store.addCertificates(db, rows);
        await jobs.add(db, MAKE, { campaign: slug }, clock());
      });
      const { total, made, unsure } = await progressOf(database.read, slug);
      return { total, made, unsure };
    },

    async correctCertificate({ number, name }) {
      await database.write(async (db) => {
        const row = await store.certificateByNumber(db, number);
        if (!row) throw new Refusal("not_found", { reason: "campaigns.no_certificate" });
        await store.setName(db, number, name ?? null);
        if (row.file !== null) {
          await store.forgetFile(db, row.file);
          await eraseLater(db, [row.file]);
        }
        await jobs.add(db, MAKE, { campaign: row.campaign }, clock());
      });
      const row = await store.certificateByNumber(database.read, number);
      if (!row) throw new Refusal("not_found", { reason: "campaigns.no_certificate" });
      return { certificate: staffView(row) };
    },

    async certificatesArchive({ slug, kind }) {
      const { rows } = await madeOf(slug, kind);
      const files = rows.flatMap((row) =>
        row.file === null ? [] : [[`${fileName(row)}.pdf`, row.file] as const],
      );
      if (files.length === 0) throw new Refusal("not_found", { reason: "campaigns.nothing_made" });
      return {
        contentType: "application/zip",
        body: { stream: archiveOf(blobs, files) },
        headers: asDownload(`${slug}-${kind}.zip`),
      };
    },

    async certificatesPrint({ slug, kind }) {
      const { campaign, rows } = await madeOf(slug, kind);
      const words = await wordsFor(campaign);
      return {
        contentType: "application/pdf",
        body: await documents.make("certificate", {
          sheets: rows.map((row) => sheetOf(row, words)),
          marks: await marks.marksOf(slug),
        }),
        headers: asDownload(`${slug}-${kind}.pdf`),
      };
    },
  };

  return { operations: { ...operations, ...marks.operations }, jobs: handlers };
}

/** By the entry's number, as the lists of the ceremony are. */
const fileName = ({ entry_number, number }: store.IssuedCertificate) =>
  `${String(entry_number).padStart(5, "0")}-${number}`;

/** A file with names in it: for whoever asked, and for no cache. */
export const asDownload = (name: string): NonNullable<RawReply["headers"]> => ({
  "Content-Disposition": `attachment; filename="${name}"`,
  "Cache-Control": "private, no-store",
});
