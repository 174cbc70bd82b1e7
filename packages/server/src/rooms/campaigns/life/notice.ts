import type { Locale } from "@veche/protocol";
import type { Connection, EntryTable } from "../../../storage/index.ts";
import { acceptsEntriesAt, consentEndsAt } from "../rules.ts";
import type { CampaignRecord } from "../store.ts";
import { changesOf, type ChangedPart } from "./store.ts";

const PARTS: Readonly<Record<Locale, Readonly<Record<ChangedPart, string>>>> = {
  ru: {
    title: "название",
    summary: "описание",
    organiser: "организатор",
    participants: "кто участвует",
    nominations: "номинации",
    ageGroups: "возрастные группы",
    asks: "вопросы формы",
    criteria: "критерии",
    tieBreak: "что решает при равенстве",
    jury: "работа жюри",
    prizes: "призы",
    places: "как дают места",
    titles: "названия мест",
    award: "награждение",
    vote: "голосование",
    consents: "тексты согласий",
    dates: "даты",
    limits: "сколько работ можно прислать",
    consentWithinDays: "срок согласия родителя",
    keepNamesDays: "срок хранения имён",
    rules: "правила",
  },
  en: {
    title: "title",
    summary: "summary",
    organiser: "organiser",
    participants: "who takes part",
    nominations: "nominations",
    ageGroups: "age groups",
    asks: "questions of the form",
    criteria: "criteria",
    tieBreak: "what decides between equals",
    jury: "the jury's work",
    prizes: "prizes",
    places: "how places are given",
    titles: "names of places",
    award: "ceremony",
    vote: "public vote",
    consents: "texts of consents",
    dates: "dates",
    limits: "how many works may be entered",
    consentWithinDays: "time for a parent's consent",
    keepNamesDays: "how long names are kept",
    rules: "rules",
  },
};

const FIX = {
  ru: (until: string, when: "waits" | "late" | "over") =>
    ({
      waits: `Исправленную работу ждём до ${until}: отправьте её через форму на этой странице. Имя и фамилия ребёнка, контакт взрослого и номинация — те же: новая работа встанет на место прежней.`,
      late: `Ждали исправленную работу до ${until}. Приём ещё идёт: её можно прислать, мы посмотрим.`,
      over: `Исправленную работу ждали до ${until}, теперь приём закончен. Спасибо, что хотели участвовать! Если что-то помешало, позвоните организатору.`,
    })[when],
  en: (until: string, when: "waits" | "late" | "over") =>
    ({
      waits: `The mended work is awaited until ${until}: please send it by the form on this page. Give the same names, contact and category: the new work takes the old one's place.`,
      late: `The mended work was awaited until ${until}. Entries are still open: send it, and we will look at it.`,
      over: `The mended work was awaited until ${until}, and entries are closed now. Thank you for wanting to take part! If something got in the way, please call the organiser.`,
    })[when],
} as const;

/** A day and minute by the city's clocks. */
export const minuteIn = (at: string, locale: Locale, timeZone: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone }).format(new Date(at));

/** What an entry's holder should hear of: a consent that is due, terms that changed since it was sent. */
export async function noticeFor(
  db: Connection,
  entry: Pick<EntryTable, "created_at" | "consent_due" | "state" | "fix_by">,
  campaign: CampaignRecord,
  { locale, timeZone, now }: { readonly locale: Locale; readonly timeZone: string; readonly now: Date },
): Promise<string | undefined> {
  if (entry.state === "withdrawn") return undefined;
  const day = (at: Date) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(at);
  const said: string[] = [];
  if (entry.consent_due === 1) {
    const until = day(consentEndsAt(campaign, new Date(entry.created_at)));
    said.push(
      locale === "ru"
        ? `Согласие нужно до ${until}: потом работу и данные удалим.`
        : `The consent is needed by ${until}: after that the work and the data are erased.`,
    );
  }
  if (entry.state === "submitted" && entry.fix_by !== null) {
    const until = minuteIn(entry.fix_by, locale, timeZone);
    const isOpen = acceptsEntriesAt(campaign, now);
    said.push(FIX[locale](until, now < new Date(entry.fix_by) ? "waits" : isOpen ? "late" : "over"));
  }
  const changes = (await changesOf(db, campaign.slug)).filter(({ at }) => at > entry.created_at);
  if (changes[0]) {
    const parts = [...new Set(changes.flatMap((it) => it.parts))].map((part) => PARTS[locale][part]);
    const list = new Intl.ListFormat(locale, { type: "conjunction" }).format(parts);
    said.push(
      locale === "ru"
        ? `Условия конкурса изменились ${day(new Date(changes[0].at))}: ${list}.`
        : `The contest's terms changed on ${day(new Date(changes[0].at))}: ${list}.`,
    );
  }
  return said.length > 0 ? said.join(" ") : undefined;
}
