import type { Moment } from "./tables.ts";

/** A numbered paper; it goes with its entry. */
export interface CertificateTable {
  /** Printed on it: `K7M2-QF9X`. */
  number: string;
  campaign: string;
  entry_id: string;
  /** `diploma`, `thanks` or `participant`. */
  kind: string;
  /** Of a diploma, as the results call it; else empty. */
  award: string;
  /** Set by staff, in its case; none where it is worked out. */
  name: string | null;
  /** Key of the PDF; none until it is made. */
  file: string | null;
  issued_at: Moment;
}

/** What came of somebody's invitation to the ceremony; a row is there once there is anything to keep. */
export interface CeremonyGuestTable {
  entry_id: string;
  campaign: string;
  /** In the order of calling, where it was changed by hand. */
  position: number | null;
  invited_at: Moment | null;
  coming: number | null;
  people: number | null;
  /** Whether the child may be photographed; none where it was not said. */
  photo: number | null;
  /** Version of the words that were agreed to; empty where it was noted by staff. */
  photo_words: string;
  replied_at: Moment | null;
  handed_to: string;
  handed_at: Moment | null;
  /** Id of the member of staff. */
  handed_by: string;
}

/** A picture that the campaign's papers carry. */
export interface CampaignMarkTable {
  campaign: string;
  /** `signature` or `seal`. */
  mark: string;
  /** Key of a PNG. */
  file: string;
}

/** A work's sheet for a wall. */
export interface ExhibitionSheetTable {
  entry_id: string;
  campaign: string;
  /** Key of the PDF; none until it is made. */
  file: string | null;
  /** Key of the picture that it was made of. */
  picture: string;
}

/** What became of an announcement's post to another place. */
export interface AnnouncementPostTable {
  campaign: string;
  channel: string;
  sent_at: Moment | null;
  /** Why the last try failed; empty when it did not. */
  failure: string;
}

export interface AnnouncementTable {
  campaign: string;
  at: Moment;
  published_at: Moment | null;
  by: string;
}
