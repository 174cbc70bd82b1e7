import { msg } from "@lit/localize";
import type { Operations, ReplyOf } from "@veche/protocol";
import { shortDay } from "../../parts/moments.ts";
import { language } from "../../shell/language.ts";
import { channelName } from "../conversations/words.ts";
import type { Figure } from "./figure-chart.ts";
import { lasting } from "./totals.ts";
import { entryState, topicTitle } from "./words.ts";

export type Figures = ReplyOf<Operations["insights"]["figures"]>;

/** More topics than colours are told together. */
const TOPICS_BY_DAY = 5;
const MOST_TOPICS = 12;

function weekdays(): string[] {
  const format = new Intl.DateTimeFormat(language(), { weekday: "short", timeZone: "UTC" });
  // The second of January 2023 was a Monday.
  return Array.from({ length: 7 }, (_, at) => format.format(new Date(Date.UTC(2023, 0, 2 + at))));
}

/** The most asked topics in each step, and all the others together. */
function topicSeries({ topics, days }: Figures): Figure["series"] {
  const others = topics.slice(TOPICS_BY_DAY);
  const named = topics
    .slice(0, TOPICS_BY_DAY)
    .map(({ topic, days: values }) => ({ name: topicTitle(topic), values }));
  if (others.length === 0) return named;
  const values = days.map((_, at) => others.reduce((all, it) => all + (it.days[at] ?? 0), 0));
  // The fourth tone is grey: it stands for what has no name.
  return [...named.slice(0, 3), { name: msg("Остальные"), values }, ...named.slice(3)];
}

/** By day or week: what came, about what, how it ended, who waited. */
function alongTime(figures: Figures, fileOf: (table: string) => string): readonly Figure[] {
  const { days } = figures;
  const labels = days.map(({ day }) => shortDay(`${day}T12:00:00`));
  const heading = figures.step === "day" ? msg("День") : msg("Неделя с");
  return [
    {
      caption: msg("Диалоги"),
      heading,
      labels,
      series: [
        { name: msg("Без оператора"), values: days.map((it) => it.conversations - it.handovers) },
        { name: msg("С оператором"), values: days.map((it) => it.handovers) },
      ],
      file: fileOf("days"),
    },
    {
      caption: msg("Темы вопросов по времени"),
      heading,
      labels,
      series: topicSeries(figures),
      file: fileOf("topics"),
    },
    {
      caption: msg("Чем закончились вопросы"),
      heading,
      labels,
      series: [
        { name: msg("Ответ"), values: days.map((it) => it.answered) },
        { name: msg("Выбор из нескольких"), values: days.map((it) => it.chosen) },
        { name: msg("К оператору"), values: days.map((it) => it.toOperator) },
        { name: msg("Ответа не нашлось"), values: days.map((it) => it.unknown) },
      ],
      file: fileOf("days"),
    },
    {
      caption: msg("Сколько ждали оператора"),
      heading,
      labels,
      series: [
        { name: msg("Половина не дольше"), values: days.map((it) => it.waitMedian ?? 0) },
        { name: msg("Девять из десяти не дольше"), values: days.map((it) => it.waitMost ?? 0) },
      ],
      beside: true,
      write: lasting,
      file: fileOf("days"),
    },
  ];
}

/** Under names: topics, people, hours, channels, stars, contests. */
function underNames(figures: Figures, fileOf: (table: string) => string): readonly Figure[] {
  const topics = figures.topics.slice(0, MOST_TOPICS);
  const rated = figures.topics.filter(({ yes, no }) => yes + no > 0).slice(0, MOST_TOPICS);
  return [
    {
      caption: msg("Темы вопросов"),
      heading: msg("Тема"),
      labels: topics.map(({ topic }) => topicTitle(topic)),
      series: [{ name: msg("Вопросов"), values: topics.map(({ questions }) => questions) }],
      lying: true,
      file: fileOf("topics"),
    },
    {
      caption: msg("Помог ли ответ, по темам"),
      heading: msg("Тема"),
      labels: rated.map(({ topic }) => topicTitle(topic)),
      series: [
        { name: msg("Помог"), values: rated.map(({ yes }) => yes) },
        { name: msg("Не помог"), values: rated.map(({ no }) => no) },
      ],
      lying: true,
      file: fileOf("topics"),
    },
    {
      caption: msg("Нагрузка операторов"),
      heading: msg("Оператор"),
      labels: figures.operators.map(({ name }) => name),
      series: [{ name: msg("Диалогов"), values: figures.operators.map((it) => it.conversations) }],
      lying: true,
      file: fileOf("operators"),
    },
    {
      caption: msg("В котором часу обращаются"),
      heading: msg("Час"),
      labels: figures.hours.map((_, hour) => `${hour}:00`),
      series: [{ name: msg("Диалогов"), values: figures.hours }],
    },
    {
      caption: msg("По дням недели"),
      heading: msg("День недели"),
      labels: weekdays(),
      series: [{ name: msg("Диалогов"), values: figures.weekdays }],
    },
    {
      caption: msg("Откуда обращаются"),
      heading: msg("Канал"),
      labels: figures.channels.map(({ channel }) => channelName(channel)),
      series: [{ name: msg("Диалогов"), values: figures.channels.map((it) => it.conversations) }],
      lying: true,
    },
    {
      caption: msg("Оценки жителей"),
      heading: msg("Оценка"),
      labels: ["1", "2", "3", "4", "5"],
      series: [{ name: msg("Диалогов"), values: figures.stars }],
    },
    {
      caption: msg("Работы на конкурсах"),
      heading: msg("Конкурс"),
      labels: figures.entries.map(({ campaign, state }) => `${campaign}, ${entryState(state)}`),
      series: [{ name: msg("Работ"), values: figures.entries.map(({ entries }) => entries) }],
      lying: true,
    },
  ];
}

/**
 * What the page shows, in the order in which a head of a contact centre asks.
 *
 * @param fileOf the address of a table's file, its format to be added
 */
export const figuresOf = (figures: Figures, fileOf: (table: string) => string): readonly Figure[] =>
  [...alongTime(figures, fileOf), ...underNames(figures, fileOf)].filter(({ series }) =>
    series.some(({ values }) => values.some((value) => value > 0)),
  );
