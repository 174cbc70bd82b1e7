import type { RefusalCode } from "./refusal.ts";
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

interface OwnersOnly {
  /** What one hears who asks for another's: `not_found` tells nothing, `conflict` tells who has it. */
  readonly refusal: Extract<RefusalCode, "not_found" | "forbidden" | "conflict">;
  /** Who may do it with a colleague's too. */
  readonly except?: readonly Role[];
}

const hidden = { refusal: "not_found" } as const;
/** A colleague serves the resident; who supervises may step in. */
const served = { refusal: "conflict", except: ["admin"] } as const;

/**
 * What belongs to one person, by the operation that names it. All else is the city's: whoever may do
 * an act may do it with any object.
 */
export const ownersOnly: Readonly<Record<string, OwnersOnly>> = {
  "staff.endSession": hidden,
  "staff.removePasskey": hidden,
  "conversations.attachment": hidden,
  "conversations.detach": hidden,
  "conversations.rateMessage": hidden,
  "campaigns.consent": hidden,
  "campaigns.entry": hidden,
  "campaigns.withdraw": hidden,
  "campaigns.chooseLook": hidden,
  "campaigns.mend": hidden,
  "campaigns.replyToInvitation": hidden,
  /** A file that was read waits for whoever read it. */
  "city.importState": hidden,
  "city.takeImport": hidden,
  "knowledge.articleImport": hidden,
  "knowledge.takeArticles": hidden,
  /** Of two who claim, one wins, whoever they are. */
  "conversations.claim": { refusal: "conflict" },
  "conversations.take": served,
  "conversations.answer": served,
  "conversations.release": served,
  "conversations.transfer": served,
  "conversations.giveBack": served,
  "conversations.hold": served,
  "conversations.wake": served,
  "conversations.redirect": served,
  "conversations.close": served,
  "conversations.saveView": { refusal: "forbidden" },
  "conversations.dropView": { refusal: "forbidden", except: ["admin"] },
};
