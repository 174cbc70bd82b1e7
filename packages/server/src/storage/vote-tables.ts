import type { Moment } from "./tables.ts";

/** One person's public vote for a shortlisted entry. */
export interface VoteTable {
  id: string;
  campaign: string;
  /** The nomination within which the person has one vote; empty where it is one in the campaign. */
  scope: string;
  entry_id: string;
  /** Keyed hash of the voter's token. */
  voter: string;
  /** Keyed hash of the network on that day; empty once it is no longer needed. */
  network: string;
  at: Moment;
  /** The act that set it aside; null while it counts. */
  set_aside: string | null;
}

/** Votes that somebody of the staff set aside, and whether they took it back. */
export interface VoteSetAsideTable {
  id: string;
  campaign: string;
  network: string | null;
  entry_id: string | null;
  from_at: Moment;
  to_at: Moment;
  reason: string;
  votes: number;
  at: Moment;
  by: string;
  undone_at: Moment | null;
  undone_by: string | null;
}
