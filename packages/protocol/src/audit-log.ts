import { z } from "zod";
import { http, RAW } from "./operation.ts";
import { may } from "./permissions.ts";
import { id, moment } from "./values.ts";

export const auditEntry = z.object({
  id,
  at: moment,
  who: z.object({ id: z.string(), name: z.string() }),
  /** `room.operation`, or the room's own word such as `entry.approve`. */
  action: z.string(),
  subject: z.string(),
  /** What that is called now, where it has a name. */
  about: z.string().optional(),
  /** Told in words by `audit-words`. */
  detail: z.string().optional(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

const auditFilter = z.object({
  /** Staff id. */
  who: id.optional(),
  /** How an action begins: `knowledge.`, or a whole one. */
  action: z.string().max(80).optional(),
  from: moment.optional(),
  until: moment.optional(),
  text: z.string().max(200).optional(),
});

/** What staff did: every act, kept for good. */
export const auditLog = {
  auditLog: http({
    method: "get",
    path: "/api/v1/staff/audit",
    who: may.readAuditLog,
    summary: "What staff did, the newest first; by person, action, time and words.",
    query: auditFilter.extend({
      cursor: z.string().max(300).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ items: z.array(auditEntry), nextCursor: z.string().optional() }),
    refusals: ["invalid"],
  }),
  auditExport: http({
    method: "get",
    path: "/api/v1/staff/audit.csv",
    who: may.readAuditLog,
    summary: "The same as a file for spreadsheets.",
    query: auditFilter,
    output: RAW,
    refusals: ["invalid"],
  }),
};
