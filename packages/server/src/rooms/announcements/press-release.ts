import type { Winner } from "@veche/protocol";
import type { CampaignRecord } from "../campaigns/index.ts";

interface ReleaseFacts {
  readonly campaign: CampaignRecord;
  /** As the public may know them: who did not consent to publishing has neither name nor work. */
  readonly winners: readonly Winner[];
  readonly at: Date;
  /** Admitted works. */
  readonly works: number;
  readonly organiser: { readonly name: string; readonly phones: readonly string[] } | undefined;
  readonly city: string;
  readonly pageUrl: string;
  /** The city's, IANA. */
  readonly timeZone: string;
}

/** The announcement as newspapers print it, in Russian: Markdown, with permitted names only. */
export function pressRelease(facts: ReleaseFacts): { readonly title: string; readonly text: string } {
  const { campaign, winners, works, organiser, city, pageUrl } = facts;
  const { title, award, dates } = campaign.data;
  const day = (at: Date) =>
    new Intl.DateTimeFormat("ru", { dateStyle: "long", timeZone: facts.timeZone })
      .format(at)
      .replace(/ г\.$/, " года");
  const awarded = new Set(winners.map((it) => it.entryId ?? `${it.nomination} ${it.place} ${it.title}`)).size;
  const paragraphs = [
    `${city}, ${day(facts.at)}. ${plain(organiser?.name ?? "Администрация города")} объявляет итоги: ${plain(title.ru)}.`,
    `Жюри рассмотрело ${counted(works, "работу", "работы", "работ")} и отметило ${counted(awarded, "работу", "работы", "работ")}.`,
    ...groupsOf(campaign, winners),
    ...(dates.awardAt && award
      ? [`Награждение: ${day(new Date(dates.awardAt))}, ${plain(award.place)}. ${plain(award.note)}`.trim()]
      : []),
    `Все работы: ${pageUrl}`,
    ...(organiser && organiser.phones.length > 0 ? [`Вопросы: ${organiser.phones.join(", ")}.`] : []),
  ];
  return { title: `Итоги: ${title.ru}`, text: paragraphs.join("\n\n") };
}

function groupsOf({ data }: CampaignRecord, winners: readonly Winner[]): string[] {
  const groups = Map.groupBy(winners, (it) => `${it.nomination}/${it.ageGroup}`);
  return [...groups.values()].map((group) => {
    const nomination = data.nominations.find(({ slug }) => slug === group[0]?.nomination);
    const ageGroup = data.ageGroups.find(({ slug }) => slug === group[0]?.ageGroup);
    const lines = group.map((winner) => `- ${lineOf(winner)}`);
    return [`## ${plain(nomination?.title.ru ?? "")}, ${plain(ageGroup?.title ?? "")}`, "", ...lines].join(
      "\n",
    );
  });
}

/** «1 место (Победитель): Варя К., 6 лет, «Лужа-море»». */
function lineOf({ place, title, authorName, authorAge, entryTitle }: Winner): string {
  const award = place === null ? plain(title) : `${place} место (${plain(title)})`;
  if (authorAge === undefined || entryTitle === undefined)
    return `${award}: имя автора не публикуется по его выбору`;
  const work = /[«»]/.test(entryTitle) ? plain(entryTitle) : `«${plain(entryTitle)}»`;
  return `${award}: ${plain(authorName)}, ${counted(authorAge, "год", "года", "лет")}, ${work}`;
}

function counted(count: number, one: string, few: string, many: string): string {
  const form = new Intl.PluralRules("ru").select(count);
  return `${count} ${form === "one" ? one : form === "few" ? few : many}`;
}

/** What residents and staff wrote stays words, whatever Markdown would make of it. */
const plain = (text: string) =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>#|~]/g, String.raw`\$&`)
    .trim();
