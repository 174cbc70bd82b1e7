import type { StaffMember } from "@veche/protocol";
import type { Connection } from "../../storage/index.ts";
import type { ConversationPorts } from "./ports.ts";

/** Writes what a member of staff did into the audit log, in the unit that does it. */
export const recordAct = (
  db: Connection,
  { clock, newId }: Pick<ConversationPorts, "clock" | "newId">,
  staff: StaffMember,
  act: { readonly action: string; readonly subject: string; readonly detail?: string },
) =>
  db
    .insertInto("audit")
    .values({
      id: newId(),
      at: clock().toISOString(),
      staff_id: staff.id,
      action: act.action,
      subject: act.subject,
      detail: act.detail ?? null,
    })
    .execute();
