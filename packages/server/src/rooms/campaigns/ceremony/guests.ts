import type { CeremonyGuest, InvitationReply } from "@veche/protocol";
import type { CeremonyGuestTable, Connection } from "../../../storage/index.ts";
import { childsName } from "../certificates/names.ts";
import { resultsWithEntries } from "../judging/store.ts";
import type { CampaignRecord } from "../store.ts";
import { type GuestRow, guestsOf } from "./store.ts";

type Awarded = Awaited<ReturnType<typeof resultsWithEntries>>[number];

/** Everybody who was awarded, once each, in the order in which they are called. */
export async function guestList(
  db: Connection,
  { slug, data }: CampaignRecord,
): Promise<{ readonly guests: readonly CeremonyGuest[]; readonly reordered: boolean }> {
  const rows = new Map((await guestsOf(db, slug)).map((row) => [row.entry_id, row]));
  const byEntry = Map.groupBy(await resultsWithEntries(db, slug), ({ id }) => id);
  const nominations = data.nominations.map((it) => it.slug);
  const ageGroups = data.ageGroups.map((it) => it.slug);
  /** By hand where it was set, else by nomination, age group and place; special prizes last. */
  const ladder = ([first]: readonly Awarded[]) => [
    rows.get(first?.id ?? "")?.position ?? Number.MAX_SAFE_INTEGER,
    nominations.indexOf(first?.nomination ?? ""),
    ageGroups.indexOf(first?.age_group ?? ""),
    first?.place ?? Number.MAX_SAFE_INTEGER,
    first?.position ?? 0,
  ];
  const inOrder = [...byEntry.values()]
    .map((awards) => ({ awards, at: ladder(awards) }))
    .toSorted((a, b) => a.at.map((step, i) => step - (b.at[i] ?? 0)).find((it) => it !== 0) ?? 0);
  return {
    guests: inOrder.flatMap(({ awards }) => guestView(awards, rows.get(awards[0]?.id ?? ""))),
    reordered: [...rows.values()].some(({ position }) => position !== null),
  };
}

function guestView(awards: readonly Awarded[], row: GuestRow | undefined): CeremonyGuest[] {
  const [entry] = awards;
  if (!entry) return [];
  return [
    {
      entryId: entry.id,
      entryNumber: entry.number,
      name: childsName(entry.author_first_name, entry.author_last_name, "nominative").name,
      ...(entry.author_age === null ? {} : { age: entry.author_age }),
      title: entry.title,
      nomination: entry.nomination,
      ageGroup: entry.age_group,
      awards: awards.map(({ award }) => award),
      guardian: { name: entry.guardian_name, contact: entry.guardian_contact },
      ...(row?.invited_at ? { invitedAt: row.invited_at } : {}),
      ...(row && replyOf(row) ? { reply: replyOf(row) } : {}),
      ...(row?.handed_at
        ? { handedOut: { to: row.handed_to, at: row.handed_at, by: row.handed_name ?? "" } }
        : {}),
    },
  ];
}

export function replyOf({
  coming,
  people,
  photo,
}: Pick<CeremonyGuestTable, "coming" | "people" | "photo">): InvitationReply | undefined {
  if (coming === null) return undefined;
  return {
    coming: coming === 1,
    ...(people === null ? {} : { people }),
    ...(photo === null ? {} : { photo: photo === 1 }),
  };
}
