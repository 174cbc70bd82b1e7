import { randomUUID } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import type { Caller, EntryForm, OwnEntry, Role, StaffMember } from "@veche/protocol";
import { createDocuments } from "../../../documents/index.ts";
import { createImages } from "../../../images/index.ts";
import { createJobs } from "../../../jobs/index.ts";
import type { Mail } from "../../../mail/index.ts";
import { createSecrets } from "../../../secret.ts";
import { openDiskBlobs } from "../../../storage/blobs/index.ts";
import type { Tables } from "../../../storage/index.ts";
import { aDatabase } from "../../../storage/storage.fixture.ts";
import { createCampaigns } from "../index.ts";
import { plain } from "./plain.ts";
import { anEntry, terms } from "./terms.ts";

/** Pixels of each side of the usual drawing. */
export const SMALL_SIDE = 160;
const DRAWINGS = fileURLToPath(new URL("../../../../../../demo/drawings/", import.meta.url));

const secrets = createSecrets("a secret that is long enough for tests");
/** One for all contests: starting the process takes longer than making a picture. They end with this one. */
const variants = mkdtempSync(join(tmpdir(), "veche-variants-"));
const images = createImages({ quarantineFolder: variants });
const documents = createDocuments();
/** What a parent sends unless a test cares what: small, since each is looked through for its page and its marks. */
const small = join(mkdtempSync(join(tmpdir(), "veche-small-")), "drawing.jpg");
await sharp(join(DRAWINGS, "kd_9b91dc39.jpg")).resize(SMALL_SIDE).jpeg({ quality: 90 }).toFile(small);
process.once("exit", () => {
  for (const folder of [variants, dirname(small)]) rmSync(folder, { recursive: true, force: true });
});
process.once("SIGTERM", () => process.exit());

export interface SentEntry {
  readonly entry: OwnEntry;
  readonly token: string;
}

/**
 * A contest with real parts: a SQLite file, blobs on disk, the image process. Its clock stands on
 * 22 November 2026, while entries are open, until it is set.
 */
export async function aContest(
  over: Readonly<Record<string, unknown>> = {},
  newId = (): string => randomUUID(),
  mail?: Pick<Mail, "send">,
) {
  const folder = mkdtempSync(join(tmpdir(), "veche-contest-"));
  const uploads = join(folder, "uploads");
  mkdirSync(uploads);
  let now = new Date("2026-11-22T10:00:00Z");
  const clock = () => now;
  const troubles: string[] = [];
  const talks = new Map<string, string>();
  const invited: { email: string; name: string }[] = [];
  const log = { info: () => undefined, error: (_: object, message: string) => void troubles.push(message) };

  const open = async () => {
    const database = await aDatabase(folder);
    const blobs = await openDiskBlobs({ folder: join(folder, "blobs"), newId: randomUUID, clock });
    const jobs = createJobs({ database, clock, newId: randomUUID, log });
    const campaigns = createCampaigns({
      database,
      blobs,
      images,
      documents,
      jobs,
      clock,
      log,
      newId,
      secrets,
      publicUrl: () => "https://chat.town.example",
      mediaUrl: (key) => `/media/${key}`,
      pageUrl: (slug) => `https://town.example/contests/${slug}`,
      ...(mail && { mail }),
      organiserOf: async (slug) => ({ name: slug, phones: ["+7 (3999) 00-57-40"] }),
      talkOf: async (token) => talks.get(token),
      invited: async () => invited,
      timeZone: "Asia/Yekaterinburg",
    });
    jobs.handle({ ...campaigns.jobs, ...campaigns.letterJobs });
    const slowJobs = createJobs({ database, clock, newId: randomUUID, log });
    slowJobs.handle(campaigns.slowJobs);
    return { database, blobs, jobs, slowJobs, campaigns };
  };
  const parts = await open();
  await parts.campaigns.importCampaigns(terms(over));
  const operations = plain(parts.campaigns.operations);
  const resident: Caller = { locale: "ru", network: "n" };

  const staff = (role: Role, name: string = role): Caller & { staff: StaffMember } => ({
    ...resident,
    staff: { id: name, name, email: `${name}@town.example`, role, sessionId: "s" },
  });
  const upload = (drawing?: string) => {
    const path = join(uploads, randomUUID());
    copyFileSync(drawing === undefined ? small : join(DRAWINGS, drawing), path);
    return { path, bytes: statSync(path).size, name: drawing ?? "drawing.jpg" };
  };

  return {
    ...parts,
    documents,
    operations,
    resident,
    staff,
    upload,
    uploads,
    folder,
    troubles,
    /** Conversations by the token that opens them. */
    talks,
    /** Who is expected in the jury. */
    invited,
    clock,
    setClock: (at: string) => void (now = new Date(at)),
    holder: ({ token }: { readonly token: string }): Caller => ({ ...resident, token }),

    /** A parent sends an entry. */
    async send(
      form: Partial<EntryForm> = {},
      { key, drawing, slug = "les" }: { key?: string; drawing?: string; slug?: string } = {},
    ) {
      return operations.submit(
        { slug, ...anEntry(form), upload: upload(drawing) },
        { ...resident, ...(key === undefined ? {} : { idempotencyKey: key }) },
      );
    },
    /** An idea: words, and a picture where one is named. */
    sendIdea: (form: Partial<EntryForm> = {}, drawing?: string) =>
      operations.submit(
        {
          slug: "les",
          ...anEntry({ text: "Посадить липы вдоль Речной:\nтам негде укрыться от солнца.", ...form }),
          ...(drawing === undefined ? {} : { upload: upload(drawing) }),
        },
        resident,
      ),
    /** Another child's entry, each time. */
    sendFrom(firstName: string, form: Partial<EntryForm> = {}) {
      return this.send({
        authorFirstName: firstName,
        guardianContact: `${randomUUID()}@pochta.example`,
        ...form,
      });
    },
    /** Another child's entry like one that came through the form, admitted; it shares its picture, which takes long. */
    async twin(of: SentEntry, over: Partial<Tables["entry"]>): Promise<SentEntry> {
      const token = randomUUID();
      const { database } = parts;
      const like = await database.read
        .selectFrom("entry")
        .selectAll()
        .where("id", "=", of.entry.id)
        .executeTakeFirstOrThrow();
      const own = {
        id: randomUUID(),
        number: like.number + 1000,
        state: "approved",
        token_hash: secrets.hash(token),
        idempotency_key: null,
        author_key: randomUUID(),
        ...over,
      };
      await database.write((db) =>
        db
          .insertInto("entry")
          .values({ ...like, ...own })
          .execute(),
      );
      return { entry: { ...of.entry, id: own.id, number: own.number }, token };
    },
    decide: (decision: "approve" | "reject" | "ask_fix", sent: readonly SentEntry[], reason?: string) =>
      operations.decide({ ids: sent.map((it) => it.entry.id), decision, reason }, staff("moderator")),
    gallery: () => operations.gallery({ slug: "les", limit: 24 }, resident),
    picture: (key: string, caller: Caller = resident) => parts.campaigns.media({ key }, caller),
    /** What lies on disk, by area. */
    files: () => ({
      originals: readdirSync(join(folder, "blobs", "originals")),
      media: readdirSync(join(folder, "blobs", "media")),
      documents: readdirSync(join(folder, "blobs", "documents")),
      uploads: readdirSync(uploads),
      variants: readdirSync(variants),
    }),
    async end() {
      await parts.jobs.stop();
      await parts.campaigns.close();
      await parts.database.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type Contest = Awaited<ReturnType<typeof aContest>>;
