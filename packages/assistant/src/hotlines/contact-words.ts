/** Beginnings of words that ask for a phone, an address or hours, whatever the office; the rest names the office. */
const BEGINNINGS =
  `телефон номер адрес почт электронн емейл имейл емаил емайл мейл email час график режим расписани обед перерыв позвон звон
  дозвон связ контакт работ прием принима откры закры находи сид располож скольк котор дням день дни будн выходн понедельник
  вторник сред четверг пятниц суббот воскресен вечер ночь утр круглосуточн отвеча обслужива координат отправи письмо написа
  подскаж дайте скажите можно нужен нужна срочн узнат сотрудник
  phone number contact open close hour address call time what when where monday friday saturday sunday`.split(
    /\s+/,
  );

const WHOLE = new Set(
  `как где до во в на по с к и или у ли есть кому кто какие каким какой какая когда сейчас сегодня is the of do does тел дом
  доме`.split(/\s+/),
);

export function isContactWord(word: string): boolean {
  return (
    WHOLE.has(word) ||
    (!word.startsWith("приемн") && BEGINNINGS.some((beginning) => word.startsWith(beginning)))
  );
}

const GENERIC =
  /^(?:служб|диспетчер|отдел|центр|управлен|департамент|администрац|город|муниципальн|новоречен|организац|office|service|centre|center|city)/u;

/** Words that many offices have in their names. */
export function isGenericWord(word: string): boolean {
  return GENERIC.test(word);
}
