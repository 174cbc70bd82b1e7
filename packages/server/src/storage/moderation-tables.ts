import type { Moment } from "./tables.ts";

/** What somebody said of a published work; who, is not kept. */
export interface EntryReportTable {
  id: string;
  entry_id: string;
  reason: string;
  words: string;
  /** Keyed hash of the network and the day, so that one person counts once. */
  network: string;
  at: Moment;
  resolved_at: Moment | null;
  resolved_by: string | null;
  resolution: string;
}

/** Which moderator looks at which entry now. */
export interface EntryLookTable {
  entry_id: string;
  staff_id: string;
  at: Moment;
}
