import { type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import { childsName } from "./names.ts";
import { resultsWithEntries, sealedAt } from "../judging/store.ts";
import type { CampaignParts } from "../parts.ts";
import { campaignBySlug, type CampaignRecord } from "../store.ts";
import { asDownload } from "./certificates.ts";
import { nominationTitle } from "./sheets.ts";

type Row = Awaited<ReturnType<typeof resultsWithEntries>>[number];
/** Where special prizes stand. */
const LAST = Number.MAX_SAFE_INTEGER;

/** The jury's decision on paper, for staff alone: it may be made before the announcement, for signing. */
export function createResultProtocol({
  database,
  documents,
  clock,
  organiserOf,
  timeZone,
}: CampaignParts): Pick<HandlersOf<Operations["campaigns"]>, "resultProtocol"> {
  return {
    async resultProtocol({ slug }) {
      const campaign = await campaignBySlug(database.read, slug);
      if (!campaign) throw new Refusal("not_found", { reason: "campaigns.none" });
      const rows = await resultsWithEntries(database.read, slug);
      if (rows.length === 0) throw new Refusal("conflict", { reason: "campaigns.nothing_sealed" });
      const date = new Intl.DateTimeFormat("ru", { dateStyle: "long", timeZone }).format(
        (await sealedAt(database.read, slug)) ?? clock(),
      );
      const { organiser: runBy } = campaign.data;
      const organiser = runBy ? await organiserOf(runBy, "ru") : undefined;
      const pdf = await documents.make("protocol", {
        title: "Протокол решения жюри",
        contest: campaign.data.title.ru,
        facts: [
          ...(organiser ? [`Организатор: ${organiser.name}`] : []),
          `Дата: ${date}`,
          `Работ среди награждённых: ${new Set(rows.map(({ id }) => id)).size}`,
        ],
        columns: ["Место или звание", "№ заявки", "Автор", "Работа"],
        widths: [28, 12, 30, 30],
        groups: groupsOf(campaign, rows),
        signers: ["Председатель жюри", "Член жюри", "Член жюри", "Секретарь"],
      });
      return { contentType: "application/pdf", body: pdf, headers: asDownload(`${slug}-protocol.pdf`) };
    },
  };
}

/** Nomination × age group in the contest's own order, by place, special prizes last. */
function groupsOf(campaign: CampaignRecord, rows: readonly Row[]) {
  const { nominations, ageGroups } = campaign.data;
  return nominations.flatMap((nomination) =>
    ageGroups.flatMap((ageGroup) => {
      const own = rows
        .filter((row) => row.nomination === nomination.slug && row.age_group === ageGroup.slug)
        .toSorted((a, b) => (a.place ?? LAST) - (b.place ?? LAST) || a.position - b.position);
      if (own.length === 0) return [];
      return [
        {
          heading: `${nominationTitle(campaign, nomination.slug, "ru")}, ${ageGroup.title}`,
          rows: own.map((row) => [
            row.award,
            String(row.number),
            childsName(row.author_first_name, row.author_last_name, "nominative").name,
            row.title,
          ]),
        },
      ];
    }),
  );
}
