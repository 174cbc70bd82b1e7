import { remembering } from "../language/remembering.ts";

/** Beginnings of words that ask for a phone, an address or hours, whatever the office; the rest names the office. */
const BEGINNINGS =
  `телефон номер адрес почт электронн емейл имейл емаил емайл мейл email сайт час график режим расписани обед перерыв позвон звон
  дозвон связ контакт работ прием принима откры закры находи сид располож скольк котор дням день дни будн выходн понедельник
  вторник сред четверг пятниц суббот воскресен вечер ночь утр круглосуточн отвеча обслужива координат отправи письмо написа
  соедин переключ перевед январ феврал март апрел июн июл август сентябр октябр ноябр декабр праздник завтра послезавтра подскаж дайте скажите можно нужен нужна срочн узнат сотрудник
  phone number contact open close hour address call time what when where monday friday saturday sunday`.split(
    /\s+/,
  );

const WHOLE = new Set(
  `мая май как где до во в на по с к и или у ли есть кому кто какие каким какой какая когда сейчас сегодня is the of do does тел дом
  доме`.split(/\s+/),
);

export const isContactWord = remembering(
  (word: string): boolean =>
    WHOLE.has(word) ||
    /^\d+$/.test(word) ||
    (!word.startsWith("приемн") && BEGINNINGS.some((beginning) => word.startsWith(beginning))),
);

const GENERIC =
  /^(?:новореченск\p{L}{0,3}$|служб|диспетчер|отдел|центр|управлен|департамент|администрац|город|муниципальн|справочн|организац|office|service|centre|center|city)/u;

/** Words that many offices have in their names. */
export function isGenericWord(word: string): boolean {
  return GENERIC.test(word);
}

const ASKED_BY_NAME =
  /телефон|(?:^|\s)тел(?:\.|\s)|номер(?!\S*\s+(?:очеред|заяв|сч[её]т|лицев|карт|маршрут|дом|школ|билет|опор|обращ))|почт[ауы]|имейл|емейл|e-?mail|график|режим|час(?:ы|ов)\s+(?:работ|при[её]м)|связаться|соедин|переключ|звонить в|при[её]мн\S* (?:дн|день|час)|(?:во сколько|когда) (?:закр|откр|работа|принима)|дозвон|контакт|адрес|до скольки|phone|number|contact|opening hours/iu;

/** Whether a phone, an address or hours are asked for in so many words, not just «где» or «куда». */
export const namesContact = (text: string): boolean => ASKED_BY_NAME.test(text);
