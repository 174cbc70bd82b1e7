import type { CampaignState } from "@veche/protocol";
import { type CampaignTable, type Connection, writeAudit } from "../../storage/index.ts";
import type { CampaignData, CampaignFile } from "./campaign-file.ts";
import type { KindName } from "./kinds/index.ts";
import { ADMITTED, type Standing } from "./rules.ts";

/** A campaign as it is kept, with what its state depends on. */
export interface CampaignRecord extends Standing {
  readonly slug: string;
  readonly kind: KindName;
  readonly data: CampaignData;
  readonly publishedAt?: Date;
  /** When it was last written: another moment is another version. */
  readonly version: string;
}

type Row = Pick<CampaignTable, "slug" | "kind" | "state" | "data" | "updated_at"> & {
  at: string | null;
  published_at: string | null;
  is_sealed: number | bigint;
};

const standing = (db: Connection) =>
  db
    .selectFrom("campaign")
    .leftJoin("announcement", "announcement.campaign", "campaign.slug")
    .select((it) => [
      "campaign.slug",
      "campaign.kind",
      "campaign.state",
      "campaign.data",
      "campaign.updated_at",
      "announcement.at",
      "announcement.published_at",
      it
        .case()
        .when(
          it.exists(
            it.selectFrom("result").select("position").whereRef("result.campaign", "=", "campaign.slug"),
          ),
        )
        .then(1)
        .else(0)
        .end()
        .as("is_sealed"),
    ]);

/** What the table holds was checked when it was written. */
const recordOf = (row: Row): CampaignRecord => ({
  slug: row.slug,
  kind: row.kind as KindName,
  state: row.state as CampaignState,
  data: JSON.parse(row.data) as CampaignData,
  version: row.updated_at,
  ...(row.at === null ? {} : { announceAt: new Date(row.at) }),
  ...(row.published_at === null ? {} : { publishedAt: new Date(row.published_at) }),
  isSealed: Number(row.is_sealed) === 1,
});

export async function allCampaigns(db: Connection): Promise<CampaignRecord[]> {
  return (await standing(db).orderBy("campaign.slug").execute()).map(recordOf);
}

export async function campaignBySlug(db: Connection, slug: string): Promise<CampaignRecord | undefined> {
  const row = await standing(db).where("campaign.slug", "=", slug).executeTakeFirst();
  return row && recordOf(row);
}

/** What JSON leaves out is kept in columns of its own. */
const termsOf = (campaign: CampaignFile) =>
  JSON.stringify({ ...campaign, slug: undefined, kind: undefined, state: undefined });

export const addCampaign = (db: Connection, campaign: CampaignFile, now: Date) =>
  db
    .insertInto("campaign")
    .values({
      slug: campaign.slug,
      kind: campaign.kind,
      state: campaign.state,
      data: termsOf(campaign),
      last_number: 0,
      created_at: now.toISOString(),
      updated_at: now.toISOString(),
    })
    .execute();

/** Replaces what the campaign says; its state is moved by acts alone. */
export const replaceCampaign = (db: Connection, campaign: CampaignFile, now: Date) =>
  db
    .updateTable("campaign")
    .set({ kind: campaign.kind, data: termsOf(campaign), updated_at: now.toISOString() })
    .where("slug", "=", campaign.slug)
    .execute();

export const setCampaignState = (db: Connection, slug: string, state: CampaignState, now: Date) =>
  db.updateTable("campaign").set({ state, updated_at: now.toISOString() }).where("slug", "=", slug).execute();

/** The next entry's number: 1, 2, 3 …, never given twice. */
export async function nextNumber(db: Connection, slug: string): Promise<number> {
  const { last_number } = await db
    .updateTable("campaign")
    .set((it) => ({ last_number: it("last_number", "+", 1) }))
    .where("slug", "=", slug)
    .returning("last_number")
    .executeTakeFirstOrThrow();
  return last_number;
}

export async function countAdmitted(db: Connection, campaign: string): Promise<number> {
  const row = await db
    .selectFrom("entry")
    .select((it) => it.fn.countAll<number | bigint>().as("entries"))
    .where("campaign", "=", campaign)
    .where("state", "in", ADMITTED)
    .executeTakeFirst();
  return Number(row?.entries ?? 0);
}

export const countsByState = (db: Connection) =>
  db
    .selectFrom("entry")
    .select((it) => ["campaign", "state", it.fn.countAll<number | bigint>().as("entries")])
    .groupBy(["campaign", "state"])
    .execute();

/** One line of what a member of staff did, that nothing rewrites. */
export const addAudit = (
  db: Connection,
  line: { id: string; at: Date; by: string; action: string; subject: string; detail?: string | undefined },
) => writeAudit(db, { ...line, staffId: line.by });
