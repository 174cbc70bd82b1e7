/*
 * One set of tables for SQLite and Postgres, hence the plain types: moments are ISO 8601 UTC
 * strings, lists and objects are JSON in text, truth is 0 or 1.
 */
import type * as ceremony from "./ceremony-tables.ts";
import type * as moderation from "./moderation-tables.ts";
import type * as votes from "./vote-tables.ts";
import type * as staff from "./staff-tables.ts";

export type * from "./ceremony-tables.ts";
export type * from "./moderation-tables.ts";
export type * from "./vote-tables.ts";

export type * from "./staff-tables.ts";
import type {
  AlertDeviceTable,
  AttachmentTable,
  CannedTextTable,
  ConversationMoveTable,
  ConversationStemTable,
  ConversationTable,
  ConversationViewTable,
  ConversationWaitTable,
  ErasureTable,
  MentionTable,
  MessageTable,
  NoteTable,
  OperatorTable,
  RestrictionTable,
} from "./conversation-tables.ts";

export type * from "./conversation-tables.ts";
import type {
  BuildingTable,
  HotlineTable,
  OrganisationTable,
  OutageTable,
  StreetTable,
} from "./city-tables.ts";

export type * from "./city-tables.ts";

export type Moment = string;
export type Json = string;
export type Flag = 0 | 1;

export interface ArticleTable {
  slug: string;
  locale: string;
  version: number;
  published_version: number | null;
  changed_at: Moment;
  changed_by: string;
  /** Its place in the city's own list: an export gives the rows back in that order. */
  position: number;
  /** Questions that must go on finding it; they belong to no version. */
  test_questions: Json;
}

export interface ArticleVersionTable {
  slug: string;
  locale: string;
  version: number;
  topic: string;
  question: string;
  alternatives: Json;
  answer: string;
  department: string | null;
  source_title: string;
  source_url: string;
  updated: string;
  expires: string;
  /** Day by which somebody looks at it again; empty for none. */
  review_on: string;
  saved_at: Moment;
  saved_by: string;
  published_at: Moment | null;
  published_by: string | null;
}

/** A resident's question that staff can teach from; masked, and counted by its wording. */
export interface OpenQuestionTable {
  id: string;
  question: string;
  /** The question without case, punctuation and ё: what is counted together. */
  wording: string;
  locale: string;
  origin: string;
  /** The article that residents picked or operators sent; empty when nobody knew one. */
  suggested: string;
  /** Where it went once accepted; empty before. */
  article: string;
  offered: Json;
  confidence_percent: number | null;
  times: number;
  first_at: Moment;
  last_at: Moment;
  state: string;
  decided_at: Moment | null;
  decided_by: string | null;
  /** What an operator answered, for an article to be made of it; masked. */
  answer: string | null;
}

/** A day that is not as the calendar has it. */
export interface CityDayTable {
  /** ISO date. */
  date: string;
  /** Slug of a hotline; empty for all that rest at weekends. */
  department: string;
  /** As `09:00-13:00,14:00-16:00`; empty when closed. */
  hours: string;
  reason: string;
  by: string;
  at: Moment;
}

/** What became of an outage once it was known. */
export interface OutageChangeTable {
  id: string;
  outage_id: string;
  at: Moment;
  by: string;
  act: string;
  /** Who said so. */
  source: string;
  ends_at_before: Moment;
  ends_at: Moment;
}

/** Who set one of the city's settings, and to what. */
export interface SettingChangeTable {
  id: string;
  name: string;
  value: Json;
  at: Moment;
  by: string;
}

export interface CampaignTable {
  slug: string;
  kind: string;
  state: string;
  /** Everything else of the campaign, as in `campaigns.json`. */
  data: Json;
  last_number: number;
  created_at: Moment;
  updated_at: Moment;
}

export interface EntryTable {
  id: string;
  campaign: string;
  /** 1, 2, 3 … within the campaign: what a parent is told. */
  number: number;
  state: string;
  reason: string | null;
  nomination: string;
  age_group: string;
  title: string;
  author_first_name: string;
  author_last_name: string;
  author_age: number | null;
  settlement: string;
  institution: string;
  teacher: string;
  helped_by: string;
  /** Of a work that a teacher brought: «2 «Б»». */
  class_name: string;
  /** How to reach that teacher; erased once a parent has consented. */
  teacher_contact: string;
  /** A teacher brought it and no parent has consented yet: it is neither admitted nor judged. */
  consent_due: Flag;
  guardian_name: string;
  guardian_contact: string;
  token_hash: string;
  idempotency_key: string | null;
  /** Digest of form and picture that came with the key. */
  content_digest: string;
  /** Keyed hash of author and guardian, for the limits; empty once withdrawn. */
  author_key: string;
  /** Without it the entry is judged but never shown. */
  publishing: Flag;
  /** Of a work in words; else empty. */
  text: string;
  image: Json | null;
  /** Of entries from before `entry_marks`; nothing reads it. */
  perceptual_hash: string | null;
  created_at: Moment;
  decided_at: Moment | null;
  decided_by: string | null;
  /** Until when it is to be mended; null where no day was set. */
  fix_by: Moment | null;
  /** The entry that shows the same work, where it was rejected for that. */
  same_as: string | null;
  /** What the picture shows, in words; empty where the title says it. */
  alt: string;
  withdrawn_at: Moment | null;
  /** When names and contacts went, since nothing needed them any longer; the work may stay. */
  names_erased_at: Moment | null;
}

/** What of a campaign's terms was changed after it opened. */
export interface CampaignChangeTable {
  id: string;
  campaign: string;
  at: Moment;
  by: string;
  /** Names of the changed parts. */
  parts: Json;
}

/** Which files an entry has; a file that no row names is an orphan. */
export interface EntryFileTable {
  key: string;
  entry_id: string;
  /** `original`, never shown, `shown`, or `certificate`. */
  role: string;
  type: string;
}

/** By what an entry's picture is known again: images/same-work. */
export interface EntryMarksTable {
  entry_id: string;
  added_at: Moment;
  /** What is looked at first, of all works, base64. */
  glances: string;
  /** All of it, base64. */
  marks: string;
}

/** Two entries that show the same sheet; stands there from either side. */
export interface SameWorkTable {
  entry_id: string;
  other_id: string;
  /** How many places of one picture are found again in the other. */
  places: number;
}

export interface ConsentTable {
  id: string;
  entry_id: string;
  purpose: string;
  version: string;
  /** SHA-256 of the text that was agreed to. */
  text_digest: string;
  given_at: Moment;
  /** When an author of 14 to 17 agreed too. */
  author_agreed_at: Moment | null;
  /** The member of staff who read it from a signed slip; none where it was given here. */
  noted_by: string | null;
  withdrawn_at: Moment | null;
}

export interface ScoreTable {
  entry_id: string;
  juror_id: string;
  criterion: string;
  points: number;
  at: Moment;
}

/** A juror who must not judge some works, and by what these are known. */
export interface JuryRecusalTable {
  id: string;
  campaign: string;
  juror_id: string;
  /** `work`, `school` or `surname`. */
  by: string;
  value: string;
  at: Moment;
}

/** What one of the jury judges in a campaign; whoever has no seat judges everything. */
export interface JurySeatTable {
  campaign: string;
  /** By which they sign in, or are invited. */
  email: string;
  judges: number;
  /** A list of slugs; empty for all. */
  nominations: Json;
  /** A list of slugs; empty for all. */
  age_groups: Json;
  at: Moment;
}

export interface ScoreCommentTable {
  entry_id: string;
  juror_id: string;
  comment: string;
}

export interface ResultTable {
  campaign: string;
  entry_id: string;
  place: number | null;
  title: string;
  position: number;
}

export interface JobTable {
  id: string;
  kind: string;
  payload: Json;
  run_at: Moment;
  attempts: number;
  last_error: string | null;
  done_at: Moment | null;
}

export interface AuditTable {
  id: string;
  at: Moment;
  staff_id: string;
  action: string;
  subject: string;
  detail: string | null;
}

export interface SettingTable {
  name: string;
  value: string;
}

export interface Tables {
  conversation: ConversationTable;
  message: MessageTable;
  conversation_move: ConversationMoveTable;
  attachment: AttachmentTable;
  alert_device: AlertDeviceTable;
  operator: OperatorTable;
  conversation_wait: ConversationWaitTable;
  note: NoteTable;
  mention: MentionTable;
  canned_text: CannedTextTable;
  conversation_view: ConversationViewTable;
  restriction: RestrictionTable;
  conversation_stem: ConversationStemTable;
  erasure: ErasureTable;
  article: ArticleTable;
  article_version: ArticleVersionTable;
  open_question: OpenQuestionTable;
  hotline: HotlineTable;
  organisation: OrganisationTable;
  street: StreetTable;
  building: BuildingTable;
  outage: OutageTable;
  outage_change: OutageChangeTable;
  city_day: CityDayTable;
  setting_change: SettingChangeTable;
  campaign: CampaignTable;
  campaign_change: CampaignChangeTable;
  entry: EntryTable;
  entry_file: EntryFileTable;
  entry_marks: EntryMarksTable;
  same_work: SameWorkTable;
  entry_report: moderation.EntryReportTable;
  entry_look: moderation.EntryLookTable;
  vote: votes.VoteTable;
  vote_set_aside: votes.VoteSetAsideTable;
  consent: ConsentTable;
  score: ScoreTable;
  score_comment: ScoreCommentTable;
  jury_recusal: JuryRecusalTable;
  jury_seat: JurySeatTable;
  result: ResultTable;
  certificate: ceremony.CertificateTable;
  ceremony_guest: ceremony.CeremonyGuestTable;
  campaign_mark: ceremony.CampaignMarkTable;
  exhibition_sheet: ceremony.ExhibitionSheetTable;
  announcement_post: ceremony.AnnouncementPostTable;
  announcement: ceremony.AnnouncementTable;
  job: JobTable;
  audit: AuditTable;
  setting: SettingTable;
  user: staff.AuthUserTable;
  session: staff.AuthSessionTable;
  account: staff.AuthAccountTable;
  verification: staff.AuthVerificationTable;
  twoFactor: staff.AuthTwoFactorTable;
  passkey: staff.AuthPasskeyTable;
  staff_invitation: staff.StaffInvitationTable;
  staff_used_code: staff.StaffUsedCodeTable;
}
