import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Caller, StaffMember } from "@veche/protocol";
import pino from "pino";
import type { Database } from "../../storage/index.ts";
import { aDatabase } from "../../storage/storage.fixture.ts";
import { createKnowledge, type Knowledge, type KnowledgeParts } from "./index.ts";
import { lendRankingThread } from "./ranking/lent-threads.fixture.ts";

export const resident: Caller = { locale: "ru", network: "n" };

export const editor = (name: string): Caller & { staff: StaffMember } => ({
  ...resident,
  staff: { id: name, name, email: `${name}@town.example`, role: "editor", sessionId: "s" },
});

export const potholes = {
  slug: "potholes",
  locale: "ru" as const,
  topic: "roads",
  question: "Куда сообщить о яме на дороге?",
  alternatives: ["Яма на асфальте", "Разбита дорога во дворе"],
  answer: "Позвоните диспетчеру дорожной службы.",
  department: "roads",
  sourceTitle: "Правила благоустройства",
  sourceUrl: "https://town.example/rules",
  updated: "2026-10-01",
  expires: "",
  reviewOn: "",
};

/** What a refused call was refused with; `accepted` when it was not. */
export const refusal = (of: Promise<unknown>) =>
  of.then(
    () => "accepted",
    (error: unknown) => error,
  );

export interface City {
  readonly folder: string;
  readonly database: Database;
  now: Date;
  open(over?: Partial<KnowledgeParts>): Promise<Knowledge>;
  /** Saves {@link potholes} with a change. */
  save(
    knowledge: Knowledge,
    change: object,
    expectedVersion: number,
    by?: ReturnType<typeof editor>,
  ): Promise<{ version: number }>;
  /** Saves and publishes a new article. */
  publish(knowledge: Knowledge, article: { slug: string } & Partial<typeof potholes>): Promise<void>;
  close(): Promise<void>;
}

/** A city with two departments, a database of its own and a clock that stands still. */
export async function aCity(): Promise<City> {
  const folder = mkdtempSync(join(tmpdir(), "veche-knowledge-"));
  const database = await aDatabase(folder);
  let ids = 0;
  const opened: Knowledge[] = [];
  const anna = editor("Анна");
  const city: City = {
    folder,
    database,
    now: new Date("2026-11-24T05:00:00Z"),
    async open(over = {}) {
      const knowledge = await createKnowledge({
        database,
        clock: () => city.now,
        newId: () => `id-${String((ids += 1)).padStart(6, "0")}`,
        timeZone: "Asia/Yekaterinburg",
        departments: () => new Set(["roads", "ecology"]),
        log: pino({ level: "silent" }),
        startRankingThread: lendRankingThread,
        ...over,
      });
      opened.push(knowledge);
      return knowledge;
    },
    async save(knowledge, change, expectedVersion, by = anna) {
      const reply = await knowledge.operations.save({ ...potholes, ...change, expectedVersion }, by);
      if (!("article" in reply)) throw new Error("headers were not expected");
      return reply.article;
    },
    async publish(knowledge, article) {
      await city.save(knowledge, article, 0);
      await knowledge.operations.publish({ slug: article.slug, locale: article.locale ?? "ru" }, anna);
    },
    async close() {
      await Promise.all(opened.map((knowledge) => knowledge.close()));
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
  return city;
}
