import type { Locale, RefusalCode, RefusalDetails } from "@veche/protocol";
import i18next from "i18next";

/** Sentences by key; i18next's plural suffixes and `{{value}}` work. */
export type Sentences = Readonly<Record<string, string>>;
export interface RoomTexts {
  readonly ru: Sentences;
  readonly en: Sentences;
}

/** Says a sentence: `say("ru", "campaigns.closed", { date })`. */
export type Say = (locale: Locale, key: string, values?: Readonly<Record<string, string | number>>) => string;

const general: RoomTexts = {
  ru: {
    invalid: "Проверьте введённое: сервер не смог это понять.",
    "invalid.missing": "Заполните это поле.",
    "invalid.too_long": "Слишком длинно: не больше {{max}} знаков.",
    "invalid.too_short": "Слишком коротко: не меньше {{min}} знаков.",
    "invalid.wrong": "Здесь ошибка: проверьте значение.",
    "invalid.number": "Напишите здесь число цифрами.",
    "invalid.at_least": "Проверьте число: не меньше {{min}}.",
    "invalid.at_most": "Проверьте число: не больше {{max}}.",
    "invalid.json": "Тело запроса — не JSON. Проверьте его и отправьте снова.",
    "invalid.half": "Запрос дошёл не целиком. Проверьте связь и отправьте ещё раз.",
    "invalid.key": "Ключ повтора (Idempotency-Key) должен быть от 1 до 200 латинских знаков без пробелов.",
    "invalid.event": "Сервер не знает такого события. Обновите страницу.",
    unauthenticated: "Войдите снова: сеанс закончился.",
    "unauthenticated.token": "Откройте это по личной ссылке, которую вы получили после отправки.",
    forbidden: "У вас нет права на это действие.",
    "forbidden.origin":
      "С этого сайта сюда обращаться нельзя. Владелец сайта может попросить город добавить его адрес.",
    not_found: "Здесь ничего нет. Проверьте ссылку.",
    conflict: "Это уже изменилось. Обновите страницу и повторите.",
    too_large: "Слишком большой объём данных. Сократите их и отправьте снова.",
    "too_large.json": "В запросе слишком много текста. Сократите его и отправьте снова.",
    unsupported_media: "Такой формат не подходит. Выберите другой.",
    "unsupported_media.json": "Отправьте данные как JSON (Content-Type: application/json).",
    "unsupported_media.encoding": "Отправьте данные без сжатия (без Content-Encoding).",
    rate_limited_one: "Слишком часто. Повторите через {{count}} секунду.",
    rate_limited_few: "Слишком часто. Повторите через {{count}} секунды.",
    rate_limited_many: "Слишком часто. Повторите через {{count}} секунд.",
    rate_limited_other: "Слишком часто. Повторите через {{count}} секунды.",
    unavailable: "Сервис сейчас не отвечает. Ничего не потеряно: повторите чуть позже.",
    "unavailable.fault":
      "Что-то сломалось у нас. Мы записали это под номером {{incident}}. Повторите чуть позже.",
    "unavailable.storage": "Не получилось сохранить. Повторите через несколько секунд.",
    "unavailable.busy": "Сейчас слишком много обращений. Повторите через несколько секунд.",
  },
  en: {
    invalid: "Please check what you entered: the server could not understand it.",
    "invalid.missing": "Please fill this in.",
    "invalid.too_long": "Too long: at most {{max}} characters.",
    "invalid.too_short": "Too short: at least {{min}} characters.",
    "invalid.wrong": "Something is wrong here: please check the value.",
    "invalid.number": "Please write a number here, in digits.",
    "invalid.at_least": "Please check the number: at least {{min}}.",
    "invalid.at_most": "Please check the number: at most {{max}}.",
    "invalid.json": "The request body is not JSON. Please check it and send it again.",
    "invalid.half": "The request did not arrive whole. Check your connection and send it again.",
    "invalid.key": "The Idempotency-Key must be 1 to 200 Latin characters without spaces.",
    "invalid.event": "The server does not know this event. Please reload the page.",
    unauthenticated: "Please sign in again: the session has ended.",
    "unauthenticated.token": "Please open this by the private link that you got after sending it.",
    forbidden: "You are not allowed to do this.",
    "forbidden.origin": "This site may not call here. Its owner can ask the city to add its address.",
    not_found: "There is nothing here. Please check the link.",
    conflict: "This has changed in the meantime. Reload the page and try again.",
    too_large: "That is too much data. Make it shorter and send it again.",
    "too_large.json": "There is too much text in the request. Make it shorter and send it again.",
    unsupported_media: "This format is not accepted. Please choose another one.",
    "unsupported_media.json": "Send the data as JSON (Content-Type: application/json).",
    "unsupported_media.encoding": "Send the data uncompressed (without Content-Encoding).",
    rate_limited_one: "Too often. Try again in {{count}} second.",
    rate_limited_other: "Too often. Try again in {{count}} seconds.",
    unavailable: "The service does not answer right now. Nothing is lost: try again a little later.",
    "unavailable.fault":
      "Something broke on our side. We wrote it down as {{incident}}. Try again a little later.",
    "unavailable.storage": "This could not be saved. Try again in a few seconds.",
    "unavailable.busy": "Too many requests right now. Try again in a few seconds.",
  },
};

/** All sentences of the server: the general ones here, and each room's under its name. */
export function createTexts(rooms: Readonly<Record<string, RoomTexts>>): Say {
  const gather = (locale: Locale) => {
    const all: Record<string, string> = { ...general[locale] };
    for (const [room, texts] of Object.entries(rooms)) {
      for (const [key, sentence] of Object.entries(texts[locale])) all[`${room}.${key}`] = sentence;
    }
    return { translation: all };
  };
  const instance = i18next.createInstance();
  void instance.init({
    lng: "ru",
    fallbackLng: "ru",
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { ru: gather("ru"), en: gather("en") },
  });
  /** A sentence without values is always the same one. */
  const said: Record<Locale, Map<string, string>> = { ru: new Map(), en: new Map() };
  return (locale, key, values) => {
    if (values) return instance.t(key, { lng: locale, ...values });
    const before = said[locale].get(key);
    if (before !== undefined) return before;
    const sentence = instance.t(key, { lng: locale });
    said[locale].set(key, sentence);
    return sentence;
  };
}

/** The sentence of a refusal: its reason's, the code's own reason's, or the code's general one. */
export function explain(say: Say, locale: Locale, code: RefusalCode, details: RefusalDetails): string {
  const values = { count: details.retryAfterSeconds ?? 0, ...details.values };
  for (const key of details.reason ? [details.reason, `${code}.${details.reason}`] : []) {
    const sentence = say(locale, key, values);
    if (sentence !== key) return sentence;
  }
  return say(locale, code, values);
}
