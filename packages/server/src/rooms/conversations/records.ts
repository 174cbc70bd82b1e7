import type { StaffMember } from "@veche/protocol";
import { type Connection, writeAudit } from "../../storage/index.ts";
import type { ConversationPorts } from "./ports.ts";

/** Writes what a member of staff did into the audit log, in the unit that does it. */
export const recordAct = (
  db: Connection,
  { clock, newId }: Pick<ConversationPorts, "clock" | "newId">,
  staff: StaffMember,
  act: { readonly action: string; readonly subject: string; readonly detail?: string },
) => writeAudit(db, { id: newId(), at: clock(), staffId: staff.id, ...act });
