import type { Campaign, EntryState } from "@veche/protocol";
import { msg, str } from "@lit/localize";
import { type Calendar, counted, dayInWords, momentInWords } from "./dates-in-words.ts";
import type { Phase } from "./phase.ts";

/** A sentence that staff wrote, in the reader's language or else in Russian. */
export function inLanguage(sentence: { ru: string; en?: string | undefined }, locale: string): string {
  return (locale === "en" ? sentence.en : undefined) || sentence.ru;
}

/** Where the campaign stands, in one sentence. */
export function phaseText(
  phase: Phase,
  { dates }: Pick<Campaign, "dates">,
  now: Date,
  calendar: Calendar,
): string {
  switch (phase.kind) {
    case "early": {
      const day = momentInWords(dates.opensAt, now, calendar);
      return msg(str`Приём работ начнётся ${day}`);
    }
    case "open": {
      const day = dayInWords(dates.closesAt, now, calendar);
      if (phase.daysLeft === 0) return msg("Работы принимаем сегодня последний день");
      const left = counted(phase.daysLeft, "day", calendar.locale);
      return msg(str`Принимаем работы до ${day}. Осталось: ${left}`);
    }
    case "judging": {
      if (!dates.announceAt) return msg("Приём завершён, работы смотрит жюри");
      const day = momentInWords(dates.announceAt, now, calendar);
      return msg(str`Приём завершён, работы смотрит жюри. Итоги: ${day}`);
    }
    case "announced":
      return msg("Итоги объявлены");
    case "closed":
      return msg("Конкурс завершён");
    default:
      return phase satisfies never;
  }
}

/** «от 3 до 17 лет», as the rules' participants or a group's bounds. */
export function ageRangeText({ minAge, maxAge }: { minAge: number; maxAge: number | null }): string {
  if (maxAge === null) {
    return minAge > 0 ? msg(str`от ${minAge} лет`) : msg("любой возраст");
  }
  return minAge > 0 ? msg(str`от ${minAge} до ${maxAge} лет`) : msg(str`до ${maxAge} лет`);
}

/** An age group's name; its bounds where staff named it in Russian alone and another language is read. */
export function ageGroupText(group: Campaign["ageGroups"][number], locale: string): string {
  return (locale === "ru" ? group.title : group.titleEn) || ageRangeText(group);
}

/** «Варя К., 6 лет»; the name alone where the age is not told. */
export function authorText(
  author: { authorName: string; authorAge?: number | undefined },
  locale: string,
): string {
  if (author.authorAge === undefined) return author.authorName;
  return `${author.authorName}, ${counted(author.authorAge, "year", locale)}`;
}

/** ««Лужа-море», Варя К., 6 лет»: what a picture is, for those who do not see it. */
export function workText(title: string | undefined, author: string): string {
  if (!title) return author;
  // Quotation marks of one shape do not stand within each other.
  return /[«»]/.test(title) ? `${title}, ${author}` : `«${title}», ${author}`;
}

/** An entry's state as its parent is told it. */
export function entryStateText(state: EntryState): string {
  switch (state) {
    case "submitted":
      return msg("На проверке");
    case "approved":
      return msg("Участвует в конкурсе");
    case "rejected":
      return msg("Не принята");
    case "shortlisted":
      return msg("Выбрана жюри для финала");
    case "winner":
      return msg("Среди победителей");
    case "withdrawn":
      return msg("Отозвана");
    default:
      return state satisfies never;
  }
}
