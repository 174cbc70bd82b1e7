import type { Migration } from "kysely/migration";
import * as conversationUpdated from "./0008-conversation-updated.ts";
import * as auditKept from "./0009-audit-kept.ts";
import * as alertDevices from "./0010-alert-devices.ts";
import * as outageChanges from "./0011-outage-changes.ts";
import * as settingChanges from "./0012-setting-changes.ts";
import * as certificates from "./0013-certificates.ts";
import * as campaignLife from "./0014-campaign-life.ts";
import * as juryRecusal from "./0015-jury-recusal.ts";
import * as ceremony from "./0016-ceremony.ts";
import * as sameWork from "./0017-same-work.ts";
import * as certificateMarks from "./0018-certificate-marks.ts";
import * as buildingEditions from "./0019-building-editions.ts";
import * as publicVotes from "./0020-public-votes.ts";
import * as reviewDays from "./0021-review-days.ts";
import * as exhibition from "./0022-exhibition.ts";
import * as announcementPosts from "./0023-announcement-posts.ts";
import * as cityDays from "./0024-city-days.ts";
import * as networkBlocks from "./0025-network-blocks.ts";
import * as strongSessions from "./0026-strong-sessions.ts";
import * as worksInWords from "./0027-works-in-words.ts";
import * as moderation from "./0028-moderation.ts";
import * as gridOrder from "./0029-grid-order.ts";
import * as jurySeats from "./0030-jury-seats.ts";
import * as oneOrderOfChange from "./0031-one-order-of-change.ts";
import * as first from "./0001-first.ts";
import * as openQuestions from "./0002-open-questions.ts";
import * as whyNot from "./0003-why-not.ts";
import * as classEntries from "./0004-class-entries.ts";
import * as attachments from "./0005-attachments.ts";
import * as staffCredentials from "./0006-staff-credentials.ts";
import * as conversationDesk from "./0007-conversation-desk.ts";

/** Every step of the schema, in order. A released step is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-first": first,
  "0002-open-questions": openQuestions,
  "0003-why-not": whyNot,
  "0004-class-entries": classEntries,
  "0005-attachments": attachments,
  "0006-staff-credentials": staffCredentials,
  "0007-conversation-desk": conversationDesk,
  "0008-conversation-updated": conversationUpdated,
  "0009-audit-kept": auditKept,
  "0010-alert-devices": alertDevices,
  "0011-outage-changes": outageChanges,
  "0012-setting-changes": settingChanges,
  "0013-certificates": certificates,
  "0014-campaign-life": campaignLife,
  "0015-jury-recusal": juryRecusal,
  "0016-ceremony": ceremony,
  "0017-same-work": sameWork,
  "0018-certificate-marks": certificateMarks,
  "0019-building-editions": buildingEditions,
  "0020-public-votes": publicVotes,
  "0021-review-days": reviewDays,
  "0022-exhibition": exhibition,
  "0023-announcement-posts": announcementPosts,
  "0024-city-days": cityDays,
  "0025-network-blocks": networkBlocks,
  "0026-strong-sessions": strongSessions,
  "0027-works-in-words": worksInWords,
  "0028-moderation": moderation,
  "0029-grid-order": gridOrder,
  "0030-jury-seats": jurySeats,
  "0031-one-order-of-change": oneOrderOfChange,
};
