import type { Locale } from "@veche/protocol";
import type { LetterKind } from "./letters.ts";

interface Facts {
  readonly contest: string;
  readonly work: string;
  readonly number: number;
  readonly state: string;
  readonly reason: string;
  /** Until when it is to be mended; empty where no day was set. */
  readonly fixBy: string;
  /** The contest's page, and the same with the secret that opens the entry. */
  readonly page: string;
  readonly own: string;
  /** The ceremony: day and hour by the city's clocks. */
  readonly when: string;
  readonly place: string;
  readonly note: string;
}
type Words = (facts: Facts) => { readonly subject: string; readonly text: string };

const lines = (...all: readonly (string | false)[]) => all.filter((it) => it !== false).join("\n");

/** What became of the work, as a parent should hear it. */
const decidedRu = ({ state, reason, fixBy }: Facts) =>
  state === "rejected"
    ? `К сожалению, показать её на конкурсе мы не можем. Причина: ${reason}`
    : state === "submitted"
      ? `Чтобы она участвовала, нужно кое-что поправить: ${reason}${fixBy && `\nЖдём исправленную работу до ${fixBy}: отправьте её через ту же форму.`}`
      : "Работа принята и участвует в конкурсе.";
const decidedEn = ({ state, reason, fixBy }: Facts) =>
  state === "rejected"
    ? `We are sorry: it can't take part. The reason: ${reason}`
    : state === "submitted"
      ? `One thing has to be mended before it takes part: ${reason}${fixBy && `\nWe await the mended work until ${fixBy}: please send it by the same form.`}`
      : "The work is admitted and takes part.";

/** Letters tell no child's name: a mailbox is read by more people than one. */
export const letterTexts: Readonly<Record<Locale, Readonly<Record<LetterKind, Words>>>> = {
  ru: {
    received: ({ contest, work, number, own, page }) => ({
      subject: `Работа № ${number} получена`,
      text: lines(
        "Здравствуйте!",
        "",
        `Работа «${work}» получена: ${contest}. Её номер — ${number}.`,
        "Модератор посмотрит работу, решение придёт в этот ящик.",
        "",
        own !== page &&
          "Личная ссылка: по ней видно состояние заявки и её можно отозвать. Не пересылайте её.",
        own,
      ),
    }),
    decided: (facts) => ({
      subject: `О работе № ${facts.number}`,
      text: lines(
        "Здравствуйте!",
        "",
        `Мы посмотрели работу «${facts.work}»: ${facts.contest}.`,
        decidedRu(facts),
        "",
        "Ваша заявка:",
        facts.own,
      ),
    }),
    terms: ({ contest, page, own }) => ({
      subject: "Условия конкурса изменились",
      text: lines(
        "Здравствуйте!",
        "",
        `Изменились условия: ${contest}. Что изменилось, написано на странице конкурса:`,
        page,
        "",
        "Ваша работа участвует по новым условиям. Если они не подходят, заявку можно отозвать:",
        own,
      ),
    }),
    announced: ({ contest, page, own }) => ({
      subject: "Итоги объявлены",
      text: lines(
        "Здравствуйте!",
        "",
        `Итоги объявлены: ${contest}. Спасибо, что участвовали!`,
        page,
        "",
        "Что с вашей работой, видно по личной ссылке:",
        own,
      ),
    }),
    invited: ({ contest, number, when, place, note, own }) => ({
      subject: "Приглашение на награждение",
      text: lines(
        "Здравствуйте!",
        "",
        `Работа № ${number} среди награждённых: ${contest}. Приглашаем на вручение наград.`,
        "",
        `Когда: ${when}`,
        `Где: ${place}`,
        note !== "" && note,
        "",
        "Пожалуйста, ответьте по личной ссылке, придёте ли вы и сколько вас будет. Ответ можно изменить.",
        own,
        "",
        "Чтобы не забыть, откройте приложенный файл: он добавит событие в календарь.",
      ),
    }),
    moved: ({ contest, when, place, note, own }) => ({
      subject: "Награждение: время или место изменились",
      text: lines(
        "Здравствуйте!",
        "",
        `Изменилось, когда или где вручают награды: ${contest}.`,
        "",
        `Когда: ${when}`,
        `Где: ${place}`,
        note !== "" && note,
        "",
        "Если ваш ответ изменился, скажите об этом по личной ссылке:",
        own,
        "",
        "Приложенный файл поправит событие в календаре.",
      ),
    }),
  },
  en: {
    received: ({ contest, work, number, own, page }) => ({
      subject: `Entry No. ${number} received`,
      text: lines(
        "Hello!",
        "",
        `“${work}” is received: ${contest}. Its number is ${number}.`,
        "A moderator will look at it; the decision comes to this mailbox.",
        "",
        own !== page && "Your private link shows the entry's state and withdraws it. Keep it to yourself.",
        own,
      ),
    }),
    decided: (facts) => ({
      subject: `About entry No. ${facts.number}`,
      text: lines(
        "Hello!",
        "",
        `We looked at “${facts.work}”: ${facts.contest}.`,
        decidedEn(facts),
        "",
        "Your entry:",
        facts.own,
      ),
    }),
    terms: ({ contest, page, own }) => ({
      subject: "The contest's terms have changed",
      text: lines(
        "Hello!",
        "",
        `The terms have changed: ${contest}. What changed stands on the contest's page:`,
        page,
        "",
        "Your work takes part by the new terms. If they don't suit you, the entry can be withdrawn:",
        own,
      ),
    }),
    announced: ({ contest, page, own }) => ({
      subject: "The results are announced",
      text: lines(
        "Hello!",
        "",
        `The results are announced: ${contest}. Thank you for taking part!`,
        page,
        "",
        "What became of your work is told by your private link:",
        own,
      ),
    }),
    invited: ({ contest, number, when, place, note, own }) => ({
      subject: "You are invited to the award ceremony",
      text: lines(
        "Hello!",
        "",
        `Entry No. ${number} is among the awarded ones: ${contest}. You are invited to the ceremony.`,
        "",
        `When: ${when}`,
        `Where: ${place}`,
        note !== "" && note,
        "",
        "Please tell by your private link whether you come and how many of you. You can change the reply.",
        own,
        "",
        "The file attached adds the event to a calendar.",
      ),
    }),
    moved: ({ contest, when, place, note, own }) => ({
      subject: "The award ceremony: another time or place",
      text: lines(
        "Hello!",
        "",
        `The time or place of the ceremony has changed: ${contest}.`,
        "",
        `When: ${when}`,
        `Where: ${place}`,
        note !== "" && note,
        "",
        "If your reply is another now, tell it by your private link:",
        own,
        "",
        "The file attached corrects the event in a calendar.",
      ),
    }),
  },
};
