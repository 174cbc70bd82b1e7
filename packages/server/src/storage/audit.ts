import { AsyncLocalStorage } from "node:async_hooks";
import type { Connection } from "./writer.ts";

/** One line of what a member of staff did; the database refuses to change or delete it. */
export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  readonly staffId: string;
  /** `room.operation`, or the room's own word such as `entry.approve`. */
  readonly action: string;
  readonly subject: string;
  readonly detail?: string | undefined;
}

interface Recording {
  written: boolean;
}

const recording = new AsyncLocalStorage<Recording>();

/** Writes the line in the unit that does the act: both are there, or neither. */
export async function writeAudit(connection: Connection, line: AuditLine): Promise<void> {
  await connection
    .insertInto("audit")
    .values({
      id: line.id,
      at: line.at.toISOString(),
      staff_id: line.staffId,
      action: line.action,
      subject: line.subject,
      detail: line.detail ?? null,
    })
    .execute();
  const now = recording.getStore();
  if (now) now.written = true;
}

/** Runs a unit and says whether it wrote a line of its own. */
export async function noticingLines<T>(unit: () => Promise<T>): Promise<{ value: T; written: boolean }> {
  const now: Recording = { written: false };
  const value = await recording.run(now, unit);
  return { value, written: now.written };
}
