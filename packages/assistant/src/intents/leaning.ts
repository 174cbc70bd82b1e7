import { isContactWord } from "../hotlines/contact-words.ts";
import { wordsOf } from "../language/normalise.ts";
import { either, says, unless } from "./says.ts";

/** What a short question asks of an outage that was just told of. */
export type OutageAspect = "why" | "until" | "who" | "note";

const MOST_WORDS = 7;
const LEAD = /^(?:(?:а|и|но|ну|так|тогда|and|but|so)\s)|^(?:what|how) about\s/u;
const FILLER = new Set(
  `а и но ну так тогда вот же ли это эти этот там тут здесь они он она оно их его ее вы вас ваш ваши у них него нее мне нам
  нас меня пожалуйста плиз скажите подскажите есть имеется еще тоже также сами сам самим туда них если кроме другой другие
  какие какой что про по с на к дом доме дома числа число день сегодня завтра послезавтра завтрашний сейчас теперь утром вечером
  днем будет будут буду можно то во об аварийка аварийки аварийной аварийная
  and but what about how the they it them there is are their do does on at in of by please you your have any other also
  tomorrow today then now currently still`.split(/\s+/),
);
const DAY_WORD =
  /^(?:понедельник|вторник|сред[ауые]|четверг|пятниц|суббот|воскресень|выходн|будн|праздник|январ|феврал|март|апрел|ма[яй]$|июн|июл|август|сентябр|октябр|ноябр|декабр|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|(?:jan|febr?u|march|april|may|june|july|august|septem|octo|novem|decem)[a-z]*$|\d+$|го$)/u;

const NAMES_DAY = /^(?:сегодня|завтра|послезавтра|today|tomorrow)$/u;

const wordsAfter = (text: string) => wordsOf(text.replace(/ё/g, "е"));

/** Whether a message is so short, or opens so, that it goes on with what was just spoken of. */
export function leansOnBefore(text: string): boolean {
  const words = wordsAfter(text);
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  return opensAsMore(text) || words.filter((word) => !FILLER.has(word)).length <= 3;
}

/** «а в субботу?», «и если не ответили?»: opens as one goes on. */
export const opensAsMore = (text: string): boolean => LEAD.test(`${wordsAfter(text).join(" ")} `);

/** «а в субботу?», «и завтра тоже»: nothing but a day. */
export function isDayAlone(text: string): boolean {
  const words = wordsAfter(text);
  return (
    words.length > 0 &&
    words.length <= MOST_WORDS &&
    words.some((word) => NAMES_DAY.test(word) || (DAY_WORD.test(word) && !/^\d+$/.test(word))) &&
    words.every((word) => FILLER.has(word) || DAY_WORD.test(word) || /^(?:в|во|на)$/u.test(word))
  );
}

/** «а телефон?», «они сейчас работают?», «до скольки в пятницу»: asks an office for something without naming it. */
export function asksSameContact(text: string): boolean {
  const words = wordsAfter(text);
  return (
    words.length > 0 &&
    words.length <= MOST_WORDS &&
    words.some((word) => isContactWord(word) || word.startsWith("аварий") || word === "кроме") &&
    words.every((word) => FILLER.has(word) || DAY_WORD.test(word) || isContactWord(word)) &&
    namesContact(text)
  );
}

const namesContact = says(
  "телефон*",
  "тел",
  "номер*",
  "(по)? ?звонить",
  "позвонить",
  "дозвон*",
  "связаться",
  "контакт*",
  "адрес*",
  "почт*",
  "емейл",
  "email",
  "где",
  "находит*",
  "час* … (работы|приема)?",
  "график*",
  "режим*",
  "расписан*",
  "работа*",
  "принима*",
  "прием*",
  "открыт*",
  "открыва*",
  "закрыт*",
  "закрыва*",
  "обед*",
  "перерыв*",
  "(до|со|с|во) (скольки|скольк*|которого|сколько)",
  "круглосуточн*",
  "выходн*",
  "аварийк*",
  "аварийн*",
  "кроме \\d+",
  "сайт*",
  "(phone*|number|call|contact*|address*|where|hours|open|close*|email)",
);

const ASPECT_WORD =
  /^(?:почему|отчего|причин|случил|произошл|кто|кому|куда|где|отвеча|ответствен|виноват|ремонт|чин|занима|когда|скольк|котор|надолг|долг|ждать|еще|времен|час|скоро|дадут|дать|включ|почин|верн|отключ|появ|обеща|надо|нужно|обязательн|быть|цистерн|автоцистерн|бочк|подвоз|водовоз|обогрев|погре|гре[тю]|пункт|звон|позвон|жалов|конец|законч|вод[ауы]$|свет|газ|тепл|до$|из$|за$|чего$|вечера|утра|стоит|when|why|how|long|back|until|time|who|responsible|happened|reason|where|call|water|on$|off$)/u;

/** What a short question asks of an outage and of nothing else; undefined when it asks none of that. */
export function outageAspectOf(text: string): OutageAspect | undefined {
  const words = wordsAfter(text);
  if (words.length > MOST_WORDS || !words.every((word) => FILLER.has(word) || ASPECT_WORD.test(word)))
    return undefined;
  return ASPECTS.find(([, said]) => said(text))?.[0];
}

/** «а сколько ждать», «и долго?», «кому звонить»: asks something, and not of what. */
export function saysNoSubject(text: string): boolean {
  const words = wordsAfter(text);
  return (
    words.length > 0 &&
    words.length <= MOST_WORDS &&
    words.every((word) => FILLER.has(word) || (ASPECT_WORD.test(word) && !RESOURCE_WORD.test(word)))
  );
}

const RESOURCE_WORD = /^(?:вод|свет|газ|тепл|ремонт|цистерн|автоцистерн|бочк|водовоз|обогрев|water)/u;

/** Whether nothing is said but words that carry no meaning of their own: what is left of «а на Мира?» without the street. */
export const saysNothingMore = (text: string): boolean =>
  wordsAfter(text).every(
    (word) =>
      FILLER.has(word) || /^(?:в|во|на|у|ул|улица|улице|район|г|город|адрес|адресу|для|от)$/u.test(word),
  );

const ASPECTS: readonly (readonly [OutageAspect, (text: string) => boolean])[] = [
  [
    "note",
    says(
      "цистерн*",
      "автоцистерн*",
      "бочк*",
      "подвоз*",
      "водовозк*",
      "(надо|нужно|обязательно) … дома",
      "быть дома",
      "обогрев*",
      "(погреться|греться)",
    ),
  ],
  [
    "why",
    says(
      "почему",
      "отчего",
      "из за чего",
      "причин*",
      "что случилось",
      "что произошло",
      "что там",
      "why",
      "what happened",
      "reason",
    ),
  ],
  [
    "who",
    says(
      "кто … (отвечает|ответственн*|виноват*|делает|ремонтирует|чинит|занимается)",
      "(кому|куда) … (звонить|жаловаться|позвонить)",
      "who … (responsible|call)",
    ),
  ],
  [
    "until",
    says(
      "когда",
      "во сколько",
      "до (скольки|когда|которого|какого*|вечера|утра)",
      "надолго",
      "(как|сколько) … (долго|ждать|еще|времени|часов|дней)",
      "скоро … (дадут|включат|починят|будет)?",
      "(дадут|включат|починят|вернут)",
      "how long",
      "(until)? ?when",
      "what time",
    ),
  ],
];

/** «что отключили в городе», «где сейчас нет воды», «список отключений»: of the whole town or a part of it. */
export const asksTownOutages: (text: string) => boolean = unless(
  either(
    says(
      "(где|какие|список|перечень|каких|все|что) … (отключен*|отключил*|отключают|отключат|аварии|перебои|вырубил*)",
      "(где|каких|где то) … (нет|нету|отключ*|вырубил*) … (вод*|свет*|газ*|тепл*|отоплен*|электр*)",
      "(отключ*|нет|нету) … (город*|район*)",
      "(город*|район*) … (отключ*|авари*|нет вод*|нет свет*)",
      "(which|what|list|where) … (outage*|off)",
      "outages … (city|town|district)",
    ),
  ),
  says(
    "(у нас|у меня|мой|моем|нашем|наш|мою) …",
    "(узнать|узнавать|посмотреть|смотреть|найти|подписаться|уведомлен*|делать|звонить|обратиться|жаловаться|перерасчет*|норм*|если|куда|кому|оплат*|долг*|задолженност*|за неуплату|летом)",
  ),
);

/** «холодно», «нет воды»: so little that an address must be asked for before anything useful can be said. */
export const asksAboutOwnHome: (text: string) => boolean = unless(
  either(
    says(
      "(нет|нету|отключили|отключат|отключают|отключен*|пропал*|вырубил*|дадут|включат|исчез*|без|когда|почему|будет|будут|завтра|сегодня|до скольки|off|no|when|back) …",
      "отключен*",
      "что (с|со|там)",
      "(холодно|дубак|холодрыга|холодные|ледяные)",
    ),
  ),
  says(
    "(на какое время|по нормам|по закону|имеют право|положено|перерасчет*|компенсац*|снижен*|счета|счет|начислен*|тариф*|дорого|субсид*|квитанц*|счетчик*|летом|сезон*|опрессовк*|подписаться|уведомлен*|узнавать|задолженност*|долг*|неуплат*|ржав*|мутн*|пахнет|запах*|провести|подключить|подключен*|how long can|rules)",
  ),
);
