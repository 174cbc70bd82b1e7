import { z } from "zod";
import {
  type ComparingThread,
  glancesOf,
  glancesToText,
  SAME_SHEET_PLACES,
  startComparingThread,
} from "../../../images/index.ts";
import type { JobHandlers } from "../../../jobs/index.ts";
import type { Connection } from "../../../storage/index.ts";
import { entryById } from "../entries/store.ts";
import { kindOf } from "../kinds/index.ts";
import type { CampaignParts } from "../parts.ts";
import { withFile } from "../pictures/original-file.ts";
import { originalKeyOf } from "../pictures/store.ts";
import { campaignBySlug } from "../store.ts";
import { glancesSince, keepMarks, keepSameWorks, marksOf, unmarkedEntries } from "./store.ts";

const COMPARE = "campaigns.compare";
/** So many works are looked at closely, of those that a glance says are likeliest. */
const LOOKED_AT = 24;
/** Read at once; a millisecond or two. */
const READ_AT_ONCE = 100;
/** Another process may commit what it dated a little earlier. */
const LATE_MS = 60_000;

const payload = z.object({ entry: z.string() });

/** Finds the same sheet among the works of all campaigns and years, after an entry has come. */
export function createSameWork({ database, images, blobs, jobs, clock }: CampaignParts) {
  let thread: ComparingThread | undefined;
  let readUntil = "";

  /** A thread that ended has forgotten all works. */
  function comparing(): ComparingThread {
    if (thread?.isAlive()) return thread;
    readUntil = "";
    thread = startComparingThread();
    return thread;
  }

  async function readNewWorks(compared: ComparingThread): Promise<void> {
    let after = { addedAt: readUntil, id: "" };
    for (;;) {
      const rows = await glancesSince(database.read, after, READ_AT_ONCE);
      await compared.add(rows.map(({ entry_id, glances }) => ({ id: entry_id, glances })));
      const last = rows.at(-1);
      if (!last) break;
      after = { addedAt: last.added_at, id: last.entry_id };
    }
    if (after.addedAt !== "") readUntil = new Date(new Date(after.addedAt).getTime() - LATE_MS).toISOString();
  }

  /** Marks of an entry from before there were any, made from its original; undefined where it is gone. */
  async function marksMade(id: string): Promise<string | undefined> {
    const entry = await entryById(database.read, id);
    const key = entry && (await originalKeyOf(database.read, id));
    const original = key === undefined ? undefined : await blobs.open(key);
    if (!entry || !original) return undefined;
    const campaign = await campaignBySlug(database.read, entry.campaign);
    const isOnPaper = campaign !== undefined && kindOf(campaign.kind).isOnPaper;
    const picture = await withFile(original, (file) => images.process(file, { isOnPaper, isCompared: true }));
    await images.discard(picture);
    const { marks } = picture;
    if (marks === undefined) return undefined;
    await database.write(async (db) => {
      if ((await entryById(db, id))?.image) await keepMarks(db, id, storedOf(marks));
    });
    return marks;
  }

  const storedOf = (marks: string) => ({ marks, glances: glancesToText(glancesOf(marks)), at: clock() });

  async function compare(id: string): Promise<void> {
    const own = (await marksOf(database.read, id)) ?? (await marksMade(id));
    if (own === undefined) return;
    const compared = comparing();
    await readNewWorks(compared);
    const likeliest: { readonly id: string; readonly marks: string }[] = [];
    for (const other of await compared.likeliest(id, own, LOOKED_AT)) {
      const marks = await marksOf(database.read, other);
      if (marks !== undefined) likeliest.push({ id: other, marks });
    }
    const places = await compared.placesInCommon(
      own,
      likeliest.map(({ marks }) => marks),
    );
    const found = likeliest
      .map((other, at) => ({ id: other.id, places: places[at] ?? 0 }))
      .filter((it) => it.places >= SAME_SHEET_PLACES);
    await database.write(async (db) => {
      if (!(await marksOf(db, id))) return;
      const there: typeof found = [];
      for (const other of found) if (await marksOf(db, other.id)) there.push(other);
      await keepSameWorks(db, id, there);
    });
  }

  const handlers: JobHandlers = { [COMPARE]: async (job) => compare(payload.parse(job).entry) };

  return {
    jobs: handlers,
    /** Ends the thread that works are compared in. */
    async close(): Promise<void> {
      await thread?.close();
    },
    /** At the start: works that came before works were compared are looked at one after another, in the background. */
    async compareUnmarked(): Promise<void> {
      const ids = await unmarkedEntries(database.read);
      for (const entry of ids) await database.write((db) => jobs.add(db, COMPARE, { entry }, clock()));
    },

    /** Within the write that adds the entry. */
    async compareLater(db: Connection, id: string, marks: string | undefined): Promise<void> {
      if (marks !== undefined) await keepMarks(db, id, storedOf(marks));
      await jobs.add(db, COMPARE, { entry: id }, clock());
    },
  };
}

export type SameWork = Pick<ReturnType<typeof createSameWork>, "compareLater">;
