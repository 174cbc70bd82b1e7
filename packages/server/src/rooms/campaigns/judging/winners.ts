import type { Locale, Winner } from "@veche/protocol";
import { publicName } from "../entries/public-name.ts";
import type { CampaignParts } from "../parts.ts";
import { imageView } from "../pictures/stored-image.ts";
import type { CampaignRecord } from "../store.ts";
import { campaignTexts } from "../texts.ts";
import { resultsWithEntries } from "./store.ts";

type Row = Awaited<ReturnType<typeof resultsWithEntries>>[number];

/**
 * The winners as the public may know them, by nomination, age group and place. Who withdrew is not
 * among them; who did not consent to publishing is told by place alone.
 */
export async function winnersOf(
  { database, mediaUrl }: CampaignParts,
  { slug, data }: CampaignRecord,
  locale: Locale,
): Promise<Winner[]> {
  const nominations = data.nominations.map((it) => it.slug);
  const ageGroups = data.ageGroups.map((it) => it.slug);
  const ladder = (row: Row) => [
    nominations.indexOf(row.nomination),
    ageGroups.indexOf(row.age_group),
    row.place ?? Number.MAX_SAFE_INTEGER,
    row.position,
  ];
  const rows = await resultsWithEntries(database.read, slug);
  return rows
    .map((row) => ({ row, at: ladder(row) }))
    .toSorted(
      (a, b) => a.at.map((step, i) => step - (b.at[i] ?? 0)).find((difference) => difference !== 0) ?? 0,
    )
    .map(({ row }) => winnerView(row, mediaUrl, locale));
}

function winnerView(row: Row, mediaUrl: (key: string) => string, locale: Locale): Winner {
  const told = { nomination: row.nomination, ageGroup: row.age_group, place: row.place, title: row.award };
  if (row.publishing === 0 || row.author_age === null)
    return { ...told, authorName: campaignTexts[locale].unpublished_name };
  return {
    ...told,
    entryId: row.id,
    number: row.number,
    authorName:
      publicName(row.author_first_name, row.author_last_name) || campaignTexts[locale].unpublished_name,
    authorAge: row.author_age,
    entryTitle: row.title,
    ...(row.text === "" ? {} : { entryText: row.text }),
    image: imageView(row.image, mediaUrl),
  };
}
