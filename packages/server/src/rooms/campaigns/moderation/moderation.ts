import { isDeepStrictEqual } from "node:util";
import {
  CONSENT_PURPOSES,
  type EntryState,
  type HandlersOf,
  type Operations,
  Refusal,
  type StaffEntry,
  type StaffMember,
} from "@veche/protocol";
import type { EntryTable } from "../../../storage/index.ts";
import { cursorOf, placeOf } from "../cursor.ts";
import { consentDocuments, consentsOnPaper } from "../consents.ts";
import { checkPeople } from "../entries/form.ts";
import { giveParentsConsent } from "../entries/parents-consent.ts";
import { codeOf } from "../entries/views.ts";
import { worksFor } from "../judging/panel.ts";
import { type Ranks, ranksOf } from "../judging/ranks.ts";
import type { Letters } from "../letters/letters.ts";
import type { CampaignParts } from "../parts.ts";
import type { createPictureEditing } from "../pictures/edit.ts";
import { imageView, staffAddress } from "../pictures/stored-image.ts";
import { ADMITTED, stateAt } from "../rules.ts";
import { sameWorksOf } from "../same-work/store.ts";
import { addAudit, allCampaigns, campaignBySlug } from "../store.ts";
import { closedVotesOf } from "../voting/closed.ts";
import { editsOf } from "../pictures/stored-image.ts";
import { createDeciding } from "./decide.ts";
import { createLooking } from "./looking.ts";
import { createReports } from "./reports.ts";
import { openReports } from "./reports-store.ts";
import { consentsOf, entriesByIds, placesOf, setDescription, staffPage } from "./store.ts";
import { staffEntryView } from "./views.ts";

type Moderation = Pick<
  HandlersOf<Operations["campaigns"]>,
  | "staffEntries"
  | "decide"
  | "noteConsent"
  | "editPicture"
  | "describe"
  | "lookAt"
  | "report"
  | "resolveReports"
  | "reopenReports"
>;

/** Of the works that show the same sheet, the surest. */
const SIMILAR_SHOWN = 5;

/** Admitting entries, and looking at them while they are judged. */
export function createModeration(
  parts: CampaignParts,
  letters: Letters,
  editPicture: ReturnType<typeof createPictureEditing>,
): Moderation {
  const { database, clock, newId, secrets } = parts;

  /** The campaigns whose entries this person may see; undefined means all of them. */
  async function campaignsFor(staff: StaffMember, asked: string | undefined): Promise<string[] | undefined> {
    if (staff.role !== "jury" && asked === undefined) return undefined;
    const all = await allCampaigns(database.read);
    if (asked !== undefined && !all.some(({ slug }) => slug === asked)) {
      throw new Refusal("not_found", { reason: "campaigns.none" });
    }
    const seen = all.filter((it) => staff.role !== "jury" || stateAt(it, clock()) === "judging");
    return seen.map(({ slug }) => slug).filter((slug) => asked === undefined || slug === asked);
  }

  async function worksOfJuror(slugs: readonly string[], juror: string): Promise<string[]> {
    const own = await Promise.all(
      slugs.map(async (slug) => {
        const campaign = await campaignBySlug(database.read, slug);
        return campaign ? [...(await worksFor(database.read, campaign, juror))] : [];
      }),
    );
    return own.flat();
  }

  async function views(entries: readonly EntryTable[], staff: StaffMember) {
    if (entries.length === 0) return [];
    const none = {
      consents: [],
      authorAgreed: false,
      similar: [],
      reports: [],
      sameAs: undefined,
      ranked: undefined,
      votes: undefined,
    };
    if (staff.role === "jury") return entries.map((entry) => staffEntryView(entry, "jury", none));

    const ids = entries.map(({ id }) => id);
    const consents = await consentsOf(database.read, ids);
    const similar = await sameWorksOf(database.read, ids);
    const reports = await openReports(database.read, ids);
    const others = await placesOf(
      database.read,
      entries.flatMap(({ same_as }) => same_as ?? []),
    );
    const votes = staff.role === "admin" ? await closedVotesOf(database.read, entries, clock()) : new Map();
    const ranks: Ranks =
      staff.role === "admin"
        ? await ranksOf(
            database.read,
            entries.map((it) => it.campaign),
            clock(),
          )
        : new Map();
    return entries.map((entry) =>
      staffEntryView(entry, staff.role, {
        consents: CONSENT_PURPOSES.filter((purpose) =>
          consents.some((it) => it.entry_id === entry.id && it.purpose === purpose),
        ),
        authorAgreed: consents.some((it) => it.entry_id === entry.id && it.author_agreed_at !== null),
        similar: similar
          .filter((it) => it.entry_id === entry.id)
          .slice(0, SIMILAR_SHOWN)
          .map(similarView),
        reports: reports.filter((it) => it.entry_id === entry.id),
        sameAs: others.find(({ id }) => id === entry.same_as),
        ranked: ranks.get(entry.id),
        votes: votes.get(entry.id),
      }),
    );
  }

  return {
    async staffEntries({ campaign, state, nomination, ageGroup, reported, cursor, limit }, { staff }) {
      const campaigns = await campaignsFor(staff, campaign);
      const states = statesFor(staff, state);
      if (campaigns?.length === 0 || states?.length === 0) return { items: [], nextCursor: null };
      const [createdAt = "", id = ""] = cursor === undefined ? [] : placeOf(cursor, 2);
      const after = cursor === undefined ? undefined : { createdAt, id };
      const ids = staff.role === "jury" ? await worksOfJuror(campaigns ?? [], staff.id) : undefined;
      if (ids?.length === 0) return { items: [], nextCursor: null };
      const rows = await staffPage(database.read, {
        ids,
        campaigns,
        states,
        nomination,
        ageGroup,
        reported: reported !== undefined && staff.role !== "jury",
        after,
        limit: limit + 1,
      });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: await views(page, staff),
        nextCursor: rows.length > limit && last ? cursorOf(last.created_at, last.id) : null,
      };
    },

    decide: createDeciding(parts, letters, views),
    ...createReports(parts, views),
    ...createLooking(parts),

    async describe({ id, alt }, { staff }) {
      if ((await entriesByIds(database.read, [id])).length === 0)
        throw new Refusal("not_found", { reason: "campaigns.no_entry" });
      await database.write((db) => setDescription(db, id, alt));
      const [entry] = await views(await entriesByIds(database.read, [id]), staff);
      if (!entry) throw new Refusal("not_found", { reason: "campaigns.no_entry" });
      return { entry };
    },

    async editPicture({ id, before, ...edits }, { staff }) {
      const [entry] = await entriesByIds(database.read, [id]);
      if (!entry) throw new Refusal("not_found", { reason: "campaigns.no_entry" });
      if (before && !isDeepStrictEqual(before, editsOf(entry.image)))
        throw new Refusal("conflict", { reason: "campaigns.picture_changed" });
      const changed = await editPicture(entry, edits, (db) =>
        addAudit(db, { id: newId(), at: clock(), by: staff.id, action: "entry.picture", subject: id }),
      );
      const [view] = await views([changed], staff);
      if (!view) throw new Refusal("not_found", { reason: "campaigns.no_entry" });
      return { entry: view };
    },

    async noteConsent({ id, code, purposes, authorAgreed, ...people }, { staff }) {
      if (codeWord(codeOf(secrets, id)) !== codeWord(code))
        throw new Refusal("invalid", { reason: "campaigns.other_slip", field: "code" });
      const noted = await database.write(async (db) => {
        const entry = await giveParentsConsent(
          parts,
          db,
          id,
          ({ data }) => ({
            ...checkPeople(people),
            consents: consentsOnPaper(consentDocuments(data), purposes, authorAgreed),
          }),
          staff.id,
        );
        const action = "entry.consent_noted";
        await addAudit(db, { id: newId(), at: clock(), by: staff.id, action, subject: id });
        return entry;
      });
      const [entry] = await views([noted], staff);
      if (!entry) throw new Refusal("not_found", { reason: "campaigns.no_entry" });
      return { entry };
    },
  };
}

const similarView = (
  work: Awaited<ReturnType<typeof sameWorksOf>>[number],
): StaffEntry["similar"][number] => ({
  id: work.id,
  number: work.number,
  campaign: work.campaign,
  places: work.places,
  image: imageView(work.image, staffAddress),
});

/** A code as it is typed from paper: with or without its hyphen. */
const codeWord = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, "");

/** A juror judges admitted works; who moderates sees all states. */
function statesFor(staff: StaffMember, asked: EntryState | undefined): readonly EntryState[] | undefined {
  if (staff.role !== "jury") return asked === undefined ? undefined : [asked];
  return asked === undefined ? ADMITTED : ADMITTED.filter((state) => state === asked);
}
