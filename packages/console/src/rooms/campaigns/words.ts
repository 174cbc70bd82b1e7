import { msg } from "@lit/localize";
import type {
  CampaignState,
  ConsentPurpose,
  EntryState,
  Operations,
  ReplyOf,
  StaffEntry,
} from "@veche/protocol";
import { language } from "../../shell/language.ts";

export type StaffCampaign = ReplyOf<Operations["campaigns"]["staffCampaigns"]>["items"][number];

/** A sentence of the campaign's own, in the console's language where it was written. */
export const inLanguage = (sentence: { readonly ru: string; readonly en?: string | undefined }) =>
  language() === "en" ? (sentence.en ?? sentence.ru) : sentence.ru;

/** An age group's name in the console's language where it was written. */
export const ageGroupName = ({ title, titleEn }: StaffCampaign["ageGroups"][number]) =>
  (language() === "en" && titleEn) || title;

export const campaignStateName = (state: CampaignState) =>
  ({
    draft: msg("Черновик"),
    open: msg("Идёт приём"),
    judging: msg("Судейство"),
    announced: msg("Итоги объявлены"),
    archived: msg("В архиве"),
  })[state];

export const entryStateName = (state: EntryState) =>
  ({
    submitted: msg("Новая"),
    approved: msg("Принята"),
    rejected: msg("Отклонена"),
    shortlisted: msg("В коротком списке"),
    winner: msg("Победитель"),
    withdrawn: msg("Отозвана"),
  })[state];

export const entriesIn = (state: EntryState) =>
  ({
    submitted: msg("Новые"),
    approved: msg("Принятые"),
    rejected: msg("Отклонённые"),
    shortlisted: msg("Короткий список"),
    winner: msg("Победители"),
    withdrawn: msg("Отозванные"),
  })[state];

export const consentName = (purpose: ConsentPurpose) =>
  ({
    processing: msg("обработка данных"),
    publishing: msg("публикация"),
    use: msg("использование работы"),
  })[purpose];

/** What may be amiss with a picture, as the one who decides should hear it. */
export const pictureHint = (hint: NonNullable<StaffEntry["hints"]>[number]) =>
  ({
    small: msg("Снимок небольшой: на выставке он будет хуже виден."),
    dark: msg("Снимок тёмный."),
    blurred: msg("Снимок выглядит нерезким."),
    screenshot: msg("Похоже на снимок экрана."),
    digital: msg("Похоже на рисунок в программе, а не на бумаге."),
    generated: msg("В файле есть след программы, которая рисует по описанию."),
    stock: msg("В файле есть пометка фотобанка."),
    turned: msg("Телефон держали вверх ногами: проверьте, где верх."),
  })[hint];

/** Why a visitor reported a work. */
export const reportReason = (reason: NonNullable<StaffEntry["reports"]>[number]["reason"]) =>
  ({
    not_own: msg("Работа не этого автора"),
    personal: msg("Видны личные данные"),
    unsuitable: msg("Не место на детском конкурсе"),
    mistake: msg("Ошибка в имени или названии"),
    else: msg("Другое"),
  })[reason];

/** «Варя К.»: the first name and the last name's initial, never more. */
export const publicName = ({ author }: Pick<StaffEntry, "author">) =>
  author ? `${author.firstName} ${[...author.lastName][0] ?? ""}.` : "";

/** The campaign that the person most likely means: the first in the first of the states that has one. */
export const likeliest = (campaigns: readonly StaffCampaign[], ...states: readonly CampaignState[]) =>
  states.flatMap((state) => campaigns.filter((campaign) => campaign.state === state))[0] ?? campaigns[0];
