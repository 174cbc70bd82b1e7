import { announcements } from "./announcements.ts";
import { articleFiles } from "./article-files.ts";
import { campaigns } from "./campaigns.ts";
import { ceremonies } from "./ceremony.ts";
import { certificates } from "./certificates.ts";
import { city } from "./city.ts";
import { cityData } from "./city-data.ts";
import { citySettingsOperations } from "./city-settings.ts";
import { conversations } from "./conversations.ts";
import { exhibitions } from "./exhibition.ts";
import { insights } from "./insights.ts";
import { knowledge } from "./knowledge.ts";
import { moderating } from "./moderating.ts";
import { service } from "./service.ts";
import { staff } from "./staff.ts";
import { jury } from "./jury.ts";
import { votes } from "./votes.ts";

export * from "./announcements.ts";
export type { AuditEntry } from "./audit-log.ts";
export * from "./attachments.ts";
export * from "./campaign-shapes.ts";
export * from "./campaign-terms.ts";
export * from "./campaigns.ts";
export { CEREMONY_LISTS, type Ceremony, type CeremonyGuest, type InvitationReply } from "./ceremony.ts";
export {
  CERTIFICATE_KINDS,
  CERTIFICATE_MARKS,
  type CertificateKind,
  type CertificateMark,
  type ConfirmedCertificate,
  type StaffCertificate,
} from "./certificates.ts";
export * from "./city.ts";
export {
  CITY_LISTS,
  type CityDay,
  type CityList,
  type NoticeReading,
  type OutageChange,
  type ReadPlace,
  type SheetImport,
} from "./city-data.ts";
export * from "./conversation-desk.ts";
export * from "./conversation-groups.ts";
export * from "./conversation-papers.ts";
export * from "./conversation-shapes.ts";
export * from "./conversations.ts";
export * from "./insights.ts";
export * from "./knowledge.ts";
export { citySettings, type CitySettings } from "./city-settings.ts";
export * from "./operation.ts";
export { may, ownersOnly } from "./permissions.ts";
export * from "./refusal.ts";
export * from "./roles.ts";
export * from "./service.ts";
export * from "./staff.ts";
export { locale, sentence } from "./values.ts";
export {
  type Ballot,
  type PublicVote,
  type SomeVotes,
  VOTE_COUNTS_SHOWN,
  VOTE_SCOPES,
  VOTERS,
  type VotesSoFar,
  type VoteWork,
} from "./votes.ts";

/** Everything that a client may ask, by room. The doors loop over this and nothing else. */
export const operations = {
  conversations,
  knowledge: { ...knowledge, ...articleFiles },
  city: { ...city, ...cityData, ...citySettingsOperations },
  campaigns: {
    ...campaigns,
    ...certificates,
    ...ceremonies,
    ...exhibitions,
    ...votes,
    ...moderating,
    ...jury,
  },
  announcements,
  staff,
  insights,
  service,
};
export type Operations = typeof operations;
