import type { Campaign, OwnEntry, Winner } from "@veche/protocol";
import { drawing } from "./drawings.ts";
import type { Say } from "./tongue.ts";

export const SLUG = "zaschitim-les";

/** The forest contest; it is open until far beyond any day on which this is looked at. */
export function forestContest(say: Say, otherwise: Partial<Campaign> = {}): Campaign {
  const both = (russian: string, english: string) => {
    const said = say(russian, english);
    return { ru: said, en: said };
  };
  const consent = (purpose: Campaign["consents"][number]["purpose"], title: string) => ({
    purpose,
    version: "2026-1",
    title,
    text: say("Я согласен. Согласие можно отозвать.", "I agree. I can take my consent back."),
    required: purpose === "processing",
  });
  return {
    slug: SLUG,
    kind: "drawing",
    state: "open",
    title: both("Защитим лес от пожаров", "Let us protect the forest from fires"),
    summary: both("Нарисуйте лес, который вы бережёте.", "Draw the forest that you take care of."),
    dates: {
      opensAt: "2026-11-01T19:00:00Z",
      closesAt: "2096-12-20T18:59:59Z",
      judgingFrom: "2096-12-21T19:00:00Z",
      announceAt: "2097-01-20T07:00:00Z",
    },
    timeZone: "Asia/Yekaterinburg",
    acceptsEntries: true,
    participants: { minAge: 3, maxAge: 17 },
    nominations: [
      {
        slug: "beregi-les",
        title: both("Береги лес", "Take care of the forest"),
        description: say("Рисунок любой техникой", "A drawing, in any technique"),
      },
      { slug: "plakat", title: both("Плакат", "Poster"), description: "", minAge: 11 },
    ],
    ageGroups: [
      { slug: "3-6", title: say("3–6 лет", "3 to 6 years"), minAge: 3, maxAge: 6 },
      { slug: "7-10", title: say("7–10 лет", "7 to 10 years"), minAge: 7, maxAge: 10 },
      { slug: "11-17", title: say("11–17 лет", "11 to 17 years"), minAge: 11, maxAge: 17 },
    ],
    prizes: [{ place: 1, title: say("Набор красок", "A set of paints") }],
    limits: { maxFileMb: 25, minLongSidePx: 1200 },
    work: { picture: "needed" },
    asks: ["settlement", "institution", "teacher", "helpedBy"],
    rules: say(
      "## Кто участвует\n\nДети от 3 до 17 лет.\n\n## Что прислать\n\nФото или скан рисунка.",
      "## Who takes part\n\nChildren from 3 to 17.\n\n## What to send\n\nA photo or scan of a drawing.",
    ),
    rulesVersion: "1",
    consents: [
      consent("processing", say("Обработка персональных данных", "Processing of personal data")),
      consent("publishing", say("Публикация имени и работы", "Publishing of name and work")),
      consent("use", say("Использование на выставках и в печати", "Use at exhibitions and in print")),
    ],
    consent: { version: "2026-1", text: "" },
    organiser: {
      name: say("Управление образования", "Education department"),
      phones: ["+7 (3999) 00-12-10"],
    },
    ...otherwise,
  };
}

export const ownEntry = (say: Say, otherwise: Partial<OwnEntry> = {}): OwnEntry => ({
  id: "own-1",
  number: 47,
  code: "K7QX-29MD",
  campaign: SLUG,
  state: "submitted",
  nomination: "beregi-les",
  ageGroup: "7-10",
  title: say("Ёжик сторожит опушку", "A hedgehog guards the wood"),
  image: drawing(5),
  createdAt: "2026-11-20T04:30:00Z",
  ...otherwise,
});

export const winners = (say: Say): Winner[] =>
  Array.from({ length: 6 }, (_, at) => {
    const place = (at % 3) + 1;
    const isShown = at !== 4;
    return {
      nomination: at < 3 ? "beregi-les" : "plakat",
      ageGroup: at < 3 ? "7-10" : "11-17",
      place,
      title: say(`${place} место`, `Place ${place}`),
      authorName: isShown ? say("Варя К.", "Varya K.") : say("Участник", "A participant"),
      ...(isShown
        ? {
            entryId: `work-${at}`,
            authorAge: at < 3 ? 8 : 12,
            entryTitle: say("Ёжик сторожит опушку", "A hedgehog guards the wood"),
            image: drawing(at),
          }
        : {}),
    };
  });
