import { type AuditEntry, type HandlersOf, type Locale, type Operations, Refusal } from "@veche/protocol";
import { actName, actorName, detailLines } from "@veche/protocol/audit-words";
import { localMoment } from "../../../city-time.ts";
import { type Sheet, text, writeSheet } from "../../../sheets/index.ts";
import type { Database } from "../../../storage/index.ts";
import { namesOf } from "./names.ts";
import { type AuditFilter, readLines } from "./store.ts";

/** As many lines as a spreadsheet opens without complaint. */
const MOST_EXPORTED = 100_000;

type Audit = Pick<HandlersOf<Operations["staff"]>, "auditLog" | "auditExport">;
type Line = Awaited<ReturnType<typeof readLines>>[number];

const sheet: Sheet<
  Record<"at" | "who" | "email" | "what" | "about" | "detail" | "action" | "subject", string>
> = {
  columns: {
    at: text(40),
    who: text(200),
    email: text(200),
    what: text(200),
    about: text(2000),
    detail: text(20_000),
    action: text(80),
    subject: text(2000),
  },
  key: ({ at }) => at,
};

interface AuditParts {
  readonly database: Database;
  readonly timeZone: string;
}

/** What staff did: searched and taken out, never changed. */
export function createAudit({ database, timeZone }: AuditParts): Audit {
  const tellMoment = (moment: string) =>
    localMoment(timeZone, new Date(moment)).slice(0, 16).replace("T", " ");

  return {
    async auditLog({ cursor, limit, ...filter }, { locale }) {
      const after = cursor === undefined ? undefined : placeOf(cursor);
      const lines = await readLines(database.read, filter, limit + 1, after);
      const last = lines[limit - 1];
      const names = await namesOf(database.read, lines);
      return {
        items: lines.slice(0, limit).map((line) => view(line, names.get(line.subject), locale)),
        ...(lines.length > limit && last && { nextCursor: cursorOf(last) }),
      };
    },

    async auditExport(filter: AuditFilter, { locale }) {
      const lines = await readLines(database.read, filter, MOST_EXPORTED);
      const names = await namesOf(database.read, lines);
      const rows = lines.map(({ at, name, email, staff_id, action, subject, detail }) => ({
        at,
        who: actorName(name, staff_id, locale),
        email: email ?? "",
        what: actName(action, locale),
        about: names.get(subject) ?? subject,
        detail: detailLines(detail ?? "", locale, tellMoment).join("; "),
        action,
        subject,
      }));
      return {
        contentType: "text/csv; charset=utf-8",
        body: `\uFEFF${writeSheet(rows, sheet)}`,
        headers: { "Content-Disposition": 'attachment; filename="audit.csv"' },
      };
    },
  };
}

const view = (
  { id, at, staff_id, name, action, subject, detail }: Line,
  about: string | undefined,
  locale: Locale,
): AuditEntry => ({
  id,
  at,
  who: { id: staff_id, name: actorName(name, staff_id, locale) },
  action,
  subject,
  ...(about && { about }),
  ...(detail && { detail }),
});

const cursorOf = ({ at, id }: Line) => Buffer.from(JSON.stringify([at, id])).toString("base64url");

/** @throws Refusal `invalid` for what is no cursor of ours */
function placeOf(cursor: string): { at: string; id: string } {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(place) && typeof place[0] === "string" && typeof place[1] === "string")
      return { at: place[0], id: place[1] };
  } catch {
    // Said below, as for any other that is not ours.
  }
  throw new Refusal("invalid", { field: "cursor" });
}
