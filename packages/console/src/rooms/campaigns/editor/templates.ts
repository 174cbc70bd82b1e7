import type { CampaignTerms } from "@veche/protocol";

/** What is left to be filled in; the check before opening looks for it. */
const BLANK = "____";

export interface Facts {
  readonly terms: CampaignTerms;
  /** Name of the organiser; empty while none is chosen. */
  readonly organiser: string;
  readonly contacts: string;
  readonly city: string;
  /** The city's, IANA. */
  readonly timeZone: string | undefined;
  /** Works are words, with or without a picture. */
  readonly inWords: boolean;
}

/**
 * The rules of a town's contest with their usual sections, filled from what the terms say, in Russian. What they do
 * not say is left blank, to be written in before the contest opens.
 *
 * @returns Markdown
 */
export function rulesFrom(facts: Facts): string {
  const { terms, city } = facts;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      "Общие положения",
      [
        `Конкурс «${bare(terms.title.ru)}» проводится для жителей: ${city || BLANK}.`,
        terms.summary.ru || `Цель конкурса: ${BLANK}.`,
      ],
    ],
    ["Организатор", [`Организатор: ${facts.organiser || BLANK}.`]],
    ["Участники", participants(terms)],
    [
      "Номинации",
      terms.nominations.map(
        ({ title, description }) => `- ${bare(title.ru)}${description ? `: ${description}` : ""}`,
      ),
    ],
    ["Возрастные группы", terms.ageGroups.map((group) => `- ${group.title || ages(group)}`)],
    ["Требования к работам", requirements(facts)],
    ["Сроки", deadlines(facts)],
    ["Порядок подачи", submission(terms)],
    [
      "Критерии оценки",
      terms.criteria.map(
        ({ title, description, weight, max }) =>
          `- ${title.ru}${description ? ` (${lower(description)})` : ""}: до ${max} баллов, вес ${weight}`,
      ),
    ],
    ["Жюри", jury(terms)],
    ["Подведение итогов", results(terms)],
    ["Награждение", awards(facts)],
    [
      "Персональные данные",
      [
        "Данные обрабатываем с согласия законного представителя или совершеннолетнего автора и только для конкурса. Все увидят имя, первую букву фамилии и возраст; фамилию целиком, учебное заведение и контакты не публикуем.",
        `Имена и контакты храним ${terms.keepNamesDays} дней после итогов. Согласие можно отозвать в любой день по личной ссылке заявки: данные и работа удаляются.`,
      ],
    ],
    [
      "Авторские права",
      [
        "Права на работу остаются у автора. Показать работу на сайте и использовать её на выставках и в печати можно только с отдельных согласий.",
        "Автор отвечает за то, что работа сделана им самим.",
      ],
    ],
    ["Контакты", [facts.contacts || BLANK]],
  ];
  return sections
    .map(([title, lines], index) => {
      const isList = lines[0]?.startsWith("- ");
      return `## ${index + 1}. ${title}\n\n${(lines.length > 0 ? lines : [BLANK]).join(isList ? "\n" : "\n\n")}`;
    })
    .join("\n\n");
}

/** The consent to processing personal data, in the usual words. @returns Markdown */
export function consentFrom({ terms, organiser }: Facts): string {
  const asked = [
    ...(terms.asks.includes("settlement") ? ["населённый пункт"] : []),
    ...(terms.asks.includes("institution") ? ["учебное заведение"] : []),
    ...(terms.asks.includes("teacher") ? ["имя педагога"] : []),
  ];
  return [
    `Я, законный представитель участника (или сам участник, если он совершеннолетний), даю согласие на обработку персональных данных для проведения конкурса «${bare(terms.title.ru)}». Оператор: ${organiser || BLANK}.`,
    `**Какие данные:** имя, фамилия и возраст автора; имя и контакт взрослого${asked.length > 0 ? `; если указаны: ${asked.join(", ")}` : ""}; сама работа.`,
    "**Что с ними делают:** собирают, хранят, показывают модератору и организатору, используют, чтобы сообщить о ходе конкурса и вручить приз, и удаляют. Жюри имён не видит. Третьим лицам данные не передают.",
    `**Сколько хранят:** ${terms.keepNamesDays} дней после объявления итогов.`,
    "Согласие можно отозвать в любой день по личной ссылке заявки: данные и работа удаляются, работа выходит из конкурса.",
  ].join("\n\n");
}

function participants({ participants: { minAge, maxAge }, asks }: CampaignTerms): string[] {
  return [
    `Участвуют ${maxAge === null ? `все, кому от ${minAge} лет` : `дети и молодые люди от ${minAge} до ${maxAge} лет`}. Возраст считаем на день отправки работы.`,
    "За автора до 18 лет заявку подаёт родитель, опекун или другой законный представитель; с 14 лет автор соглашается вместе с ним.",
    ...(asks.includes("teacher")
      ? ["Педагог может прислать работы класса: они участвуют, когда согласие даст родитель каждого ребёнка."]
      : []),
  ];
}

function requirements({ inWords }: Facts): string[] {
  return [
    inWords
      ? "Работа: текст до 3 000 знаков; картинку можно приложить."
      : "Работа: фотография или скан в формате JPEG, PNG, WebP или HEIC до 25 МБ.",
    `Другие требования: ${BLANK}.`,
    "Не принимаем работы, созданные нейросетью, срисованные с чужих, рекламу и всё, что может напугать или обидеть.",
  ];
}

function deadlines({ terms: { dates }, timeZone }: Facts): string[] {
  const format = new Intl.DateTimeFormat("ru", { dateStyle: "long", timeStyle: "short", timeZone });
  const at = (moment: string | null | undefined) => (moment ? format.format(new Date(moment)) : BLANK);
  return [
    `- Приём работ: с ${at(dates.opensAt)} до ${at(dates.closesAt)}`,
    `- Работа жюри: с ${at(dates.judgingFrom)} до ${at(dates.judgingTo)}`,
    `- Объявление итогов: ${at(dates.announceAt)}`,
    ...(dates.awardAt ? [`- Награждение: ${at(dates.awardAt)}`] : []),
    "- Время местное",
  ];
}

function submission({ limits, consentWithinDays, asks }: CampaignTerms): string[] {
  const {
    entriesPerAuthorPerNomination: each,
    maxEntriesPerAuthor: all,
    entriesPerInstitution: school,
  } = limits;
  const said = [
    ...(each ? [`в одной номинации от автора: ${each}`] : []),
    ...(all ? [`всего от автора: ${all}`] : []),
    ...(school ? [`от одного учреждения: ${school}`] : []),
  ];
  return [
    "Работу отправляют через форму на странице конкурса. Заявка получает номер и личную ссылку, по которой видно, что с ней.",
    ...(said.length > 0 ? [`Сколько работ можно прислать: ${said.join(", ")}.`] : []),
    ...(asks.includes("teacher")
      ? [
          `Работу, которую прислал педагог, ждём с согласием родителя ${consentWithinDays} дней, потом удаляем.`,
        ]
      : []),
    "Модератор проверяет работу. Если она не подходит, причина приходит представителю автора.",
  ];
}

function jury({ jury: own, tieBreak, criteria }: CampaignTerms): string[] {
  const first = criteria.find(({ slug }) => slug === tieBreak[0]);
  return [
    `Состав жюри: ${own?.size ? `${own.size} человек` : BLANK}.${own?.blind ? " Жюри не видит имён и школ." : ""}`,
    `При равенстве ${first ? `выше та работа, у которой больше баллов по критерию «${first.title.ru}»; если равны и они, решает` : "решает"} председатель жюри.`,
  ];
}

function results({ titles, places, vote }: CampaignTerms): string[] {
  return [
    `В каждой номинации и возрастной группе определяют места. Первое место: «${titles.winner}», остальные: «${titles.prizeWinner}».`,
    `${places.shared ? "Место можно разделить между несколькими работами." : "Место не делят."} ${places.mayStayEmpty ? "Место можно не присуждать." : "Места присуждают подряд."}`,
    ...(vote
      ? [
          `Жители голосуют за отобранные работы: один голос ${vote.per === "campaign" ? "на весь конкурс" : "в каждой номинации"}.`,
        ]
      : []),
  ];
}

function awards({ terms: { prizes, award } }: Facts): string[] {
  return [
    ...prizes.map(({ place, title }) => `- ${place === null ? "Особый приз" : `${place} место`}: ${title}`),
    ...(award?.place ? [`${prizes.length > 0 ? "- " : ""}Где: ${award.place}. ${award.note}`.trim()] : []),
  ];
}

const ages = ({ minAge, maxAge }: { minAge: number; maxAge: number | null }) =>
  maxAge === null ? `${minAge} лет и старше` : `${minAge}–${maxAge} лет`;
const bare = (title: string) => title.replaceAll("«", "„").replaceAll("»", "“");
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
