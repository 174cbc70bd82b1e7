import { type AnnouncementPostTable, type Connection, writeAudit } from "../../storage/index.ts";

/** Sets the minute, or another one while the first has not come. */
export const setAnnouncement = (
  db: Connection,
  { campaign, at, by }: { readonly campaign: string; readonly at: Date; readonly by: string },
) =>
  db
    .insertInto("announcement")
    .values({ campaign, at: at.toISOString(), published_at: null, by })
    .onConflict((it) => it.column("campaign").doUpdateSet({ at: at.toISOString(), by }))
    .execute();

export const announcementOf = (db: Connection, campaign: string) =>
  db.selectFrom("announcement").selectAll().where("campaign", "=", campaign).executeTakeFirst();

export const setPublished = (db: Connection, campaign: string, now: Date) =>
  db
    .updateTable("announcement")
    .set({ published_at: now.toISOString() })
    .where("campaign", "=", campaign)
    .execute();

export const addAudit = (
  db: Connection,
  line: {
    readonly id: string;
    readonly at: Date;
    readonly by: string;
    readonly campaign: string;
    readonly detail: string;
  },
) =>
  writeAudit(db, {
    id: line.id,
    at: line.at,
    staffId: line.by,
    action: "results.announce",
    subject: line.campaign,
    detail: line.detail,
  });

export const postsOf = (db: Connection, campaign: string) =>
  db.selectFrom("announcement_post").selectAll().where("campaign", "=", campaign).execute();

export const notePost = (db: Connection, post: AnnouncementPostTable) =>
  db
    .insertInto("announcement_post")
    .values(post)
    .onConflict((it) =>
      it.columns(["campaign", "channel"]).doUpdateSet({ sent_at: post.sent_at, failure: post.failure }),
    )
    .execute();
