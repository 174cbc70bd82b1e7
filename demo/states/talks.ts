import type { Author, Message, ReplyButton, Source } from "@veche/protocol";
import type { Say } from "./tongue.ts";

/** Of all conversations: half past nine in the morning in the city. */
const BEGUN = Date.parse("2026-11-20T04:30:00Z");
const MINUTE_MS = 60_000;

const RESIDENT: Author = { kind: "resident" };
const ASSISTANT: Author = { kind: "assistant" };
const operatorNamed = (name: string): Author => ({ kind: "operator", name });
export const irina = (say: Say) => operatorNamed(say("Ирина", "Irina"));

type Part = Pick<Message, "author" | "text"> & Partial<Pick<Message, "sources" | "replies" | "attachments">>;

export const asks = (text: string): Part => ({ author: RESIDENT, text });
export const shows = (text: string, pictures: number): Part => ({
  ...asks(text),
  attachments: Array.from({ length: pictures }, (_, at) => ({
    id: `picture-${at}`,
    width: 640,
    height: 640,
  })),
});
export const answers = (text: string, sources: readonly Source[] = []): Part => ({
  author: ASSISTANT,
  text,
  sources: [...sources],
});
export const offers = (text: string, replies: readonly ReplyButton[]): Part => ({
  author: ASSISTANT,
  text,
  replies: [...replies],
});
export const says = (author: Author, text: string): Part => ({ author, text });

/** Parts of a talk as messages, a minute apart. */
export const messages = (parts: readonly Part[], from = 1): Message[] =>
  parts.map((part, at) => ({
    id: `message-${from + at}`,
    seq: from + at,
    sources: [],
    replies: [],
    createdAt: new Date(BEGUN + (from + at) * MINUTE_MS).toISOString(),
    ...part,
  }));

export const kindergarten = (say: Say): Part =>
  answers(
    say(
      "Поставить ребёнка в очередь можно **на портале госуслуг** или в МФЦ.\n\n- свидетельство о рождении;\n- паспорт родителя;\n- документ о прописке ребёнка.\n\nОтдел дошкольного образования: +7 (3999) 00-12-10, по будням с 9 до 17.",
      "You can put a child on the waiting list **on the public services portal** or at the MFC.\n\n- birth certificate;\n- the parent's passport;\n- a document with the child's address.\n\nPreschool department: +7 (3999) 00-12-10, weekdays from 9 to 17.",
    ),
    [
      {
        title: say("Постановка на учёт в детский сад", "Kindergarten waiting list"),
        url: "https://novorechensk.example/uslugi/detskiy-sad",
        updatedAt: "2026-10-12",
      },
    ],
  );

export const timetable = (say: Say): Part =>
  answers(
    say(
      "Вывоз крупного мусора по районам:\n\n| Район | Дни | Часы |\n|---|---|---|\n| Правобережный | суббота | 8:00–14:00 |\n| Железнодорожный | воскресенье | 8:00–14:00 |\n| Достопримечательно-исторический | первая среда месяца | 10:00–12:00 |\n\n1. Вынесите к площадке накануне вечером.\n2. Не ставьте на проезжую часть.\n\nПодробнее: https://novorechensk.example/gorod/blagoustroystvo/vyvoz-krupnogabaritnogo-musora-po-rayonam-goroda",
      "Bulky waste by district:\n\n| District | Days | Hours |\n|---|---|---|\n| Right bank | Saturday | 8:00–14:00 |\n| Railway | Sunday | 8:00–14:00 |\n| Historical sights | first Wednesday of a month | 10:00–12:00 |\n\n1. Bring it to the place the evening before.\n2. Do not leave it on the road.\n\nMore: https://novorechensk.example/city/improvement/collection-of-bulky-waste-by-districts-of-the-city",
    ),
  );

export const history = (say: Say, questions = 20): Message[] =>
  messages(
    Array.from({ length: questions }, (_, at) => [
      asks(say(`Когда почистят улицу Садовую, ${at + 1}?`, `When will Garden street ${at + 1} be cleared?`)),
      answers(say("По графику: до семи утра.", "By schedule: before seven in the morning.")),
    ]).flat(),
  );

/** Late enough to be behind {@link history}. */
export const news = (say: Say): Message[] =>
  messages([answers(say("График изменился: до шести.", "The schedule has changed: before six."))], 41);
