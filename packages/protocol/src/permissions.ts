import { ROLES, type Role } from "./roles.ts";

const roles = <const Named extends readonly Role[]>(...staff: Named) => ({ staff });

/**
 * Who of the staff may do what: the whole of it. Every operation names one of these lines, or says
 * `anyone` (the public) or `token` (whoever holds a conversation's or entry's token, and that one
 * only). What no line allows, nobody may.
 */
export const may = {
  /** One's own account: sessions, password, second factor, passkeys. */
  useOwnAccount: roles(...ROLES),
  /** Colleagues: inviting, roles, departments, access. */
  manageStaff: roles("admin"),
  /** The city's name, colours, hours, texts, and who may embed the chat. */
  changeSettings: roles("admin"),
  /** What staff did. */
  readAuditLog: roles("admin"),

  /** Residents' conversations: reading, taking, answering, passing on, ending, their pictures. */
  serveResidents: roles("admin", "operator"),
  /** Erasing a conversation, everybody's queue, hours and limits. */
  superviseConversations: roles("admin"),

  readArticles: roles("admin", "editor", "operator"),
  editArticles: roles("admin", "editor"),
  /** Hotlines, organisations, streets, buildings, outages. */
  readCityData: roles("admin", "editor", "operator"),
  editCityData: roles("admin", "editor"),

  readCampaigns: roles("admin", "moderator", "jury", "analyst", "editor"),
  readEntries: roles("admin", "moderator", "jury"),
  moderateEntries: roles("admin", "moderator"),
  /** Not even an administrator scores. */
  scoreEntries: roles("jury"),
  /** Campaigns themselves, sealed results, the one announcement. */
  runCampaigns: roles("admin"),

  readFigures: roles("admin", "analyst"),
} as const;
