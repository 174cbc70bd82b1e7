import type { Locale } from "@veche/protocol";
import type { CampaignParts } from "../parts.ts";
import type { CampaignRecord } from "../store.ts";
import { campaignTexts } from "../texts.ts";
import { calendarOf } from "./calendar.ts";

const MINUTE_MS = 60_000;

/** The ceremony as a calendar file; none where its time is not set. */
export function ceremonyCalendar(
  campaign: CampaignRecord,
  { publicUrl, pageUrl, timeZone }: Pick<CampaignParts, "publicUrl" | "pageUrl" | "timeZone">,
  locale: Locale,
): string | undefined {
  const { dates, award, title } = campaign.data;
  if (!dates.awardAt) return undefined;
  const said = (locale === "en" && award?.en) || award;
  const changed = new Date(campaign.version);
  return calendarOf({
    uid: `${campaign.slug}-ceremony@${new URL(publicUrl()).hostname}`,
    sequence: Math.floor(changed.getTime() / MINUTE_MS),
    stamp: changed,
    at: new Date(dates.awardAt),
    title: `${campaignTexts[locale].ceremony}: ${(locale === "en" && title.en) || title.ru}`,
    place: said?.place ?? "",
    note: said?.note ?? "",
    url: pageUrl(campaign.slug),
    timeZone,
  });
}
