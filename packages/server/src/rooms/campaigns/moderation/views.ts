import { type ConsentPurpose, REPORT_REASONS, type Role, type StaffEntry } from "@veche/protocol";
import type { EntryTable } from "../../../storage/index.ts";
import { agreesToo } from "../rules.ts";
import { stateOf, textView } from "../entries/views.ts";
import type { RankedWork } from "../judging/ranking.ts";
import { editsOf, hintsOf, imageView, looksView, staffAddress } from "../pictures/stored-image.ts";

export interface Known {
  readonly consents: readonly ConsentPurpose[];
  /** Whether an author of 14 to 17 agreed beside the parent. */
  readonly authorAgreed: boolean;
  readonly similar: StaffEntry["similar"];
  /** What nobody has looked into yet. */
  readonly reports: readonly { readonly reason: string; readonly words: string; readonly at: string }[];
  /** What it was found to be the same as. */
  readonly sameAs: { readonly campaign: string; readonly number: number } | undefined;
  /** Public votes that count, once that vote has closed. */
  readonly votes: number | undefined;
  /** Once judging has closed. */
  readonly ranked: (RankedWork & { readonly adjusted?: number }) | undefined;
}

/** What a juror sees: the work, its title and where it competes. Nothing that tells whose it is. */
function workView(entry: EntryTable): StaffEntry {
  return {
    id: entry.id,
    number: entry.number,
    campaign: entry.campaign,
    state: stateOf(entry),
    nomination: entry.nomination,
    ageGroup: entry.age_group,
    title: entry.title,
    ...textView(entry),
    image: imageView(entry.image, staffAddress),
    consents: [],
    similar: [],
    createdAt: entry.created_at,
  };
}

/** What moderators and administrators see; the means are for those who enter results. */
function wholeView(entry: EntryTable, known: Known): StaffEntry {
  return {
    ...workView(entry),
    ...(entry.reason === null ? {} : { reason: entry.reason }),
    ...(entry.fix_by === null ? {} : { fixBy: entry.fix_by }),
    ...(entry.decided_at === null ? {} : { decidedAt: entry.decided_at }),
    ...(known.sameAs && { sameAs: { campaign: known.sameAs.campaign, number: known.sameAs.number } }),
    ...(entry.alt === "" ? {} : { alt: entry.alt }),
    ...(known.reports.length > 0 && {
      reports: known.reports.map(({ reason, words, at }) => ({
        reason: REPORT_REASONS.find((it) => it === reason) ?? "else",
        ...(words === "" ? {} : { words }),
        at,
      })),
    }),
    ...(entry.author_age === null
      ? {}
      : {
          author: {
            firstName: entry.author_first_name,
            lastName: entry.author_last_name,
            age: entry.author_age,
          },
          ...(entry.consent_due === 1
            ? { consentDue: true }
            : { guardian: { name: entry.guardian_name, contact: entry.guardian_contact } }),
          ...(agreesToo(entry.author_age) ? { authorAgreed: known.authorAgreed } : {}),
        }),
    ...filled({
      settlement: entry.settlement,
      institution: entry.institution,
      teacher: entry.teacher,
      helpedBy: entry.helped_by,
      className: entry.class_name,
      teacherContact: entry.teacher_contact,
    }),
    consents: [...known.consents],
    looks: looksView(entry.image, staffAddress),
    edits: editsOf(entry.image),
    hints: hintsOf(entry.image),
    similar: known.similar,
  };
}

export function staffEntryView(entry: EntryTable, role: Role, known: Known): StaffEntry {
  if (role === "jury") return workView(entry);
  const whole = wholeView(entry, known);
  if (role !== "admin") return whole;
  const voted = known.votes === undefined ? whole : { ...whole, votes: known.votes };
  if (!known.ranked) return voted;
  const { score, rank, adjusted } = known.ranked;
  return { ...voted, score, rank, ...(adjusted === undefined ? {} : { adjusted }) };
}

function filled<Parts extends Record<string, string>>(parts: Parts): Partial<Parts> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== "")) as Partial<Parts>;
}
