import { normaliseHouse } from "./house.ts";

export interface WrittenHouse {
  /** Readings in the city's form, likeliest first: «6 а» may be 6А, or 6 and the word «а». */
  readings: { house: string; from: number; to: number }[];
}

const NUMBER = String.raw`(\d{1,4})`;
const LETTER = String.raw`(?:(?!\s+и\s)(\s?-?\s?)([абвгдежзиклмнabvgdwc])(?![\p{L}\d]))?`;
const FRACTION = String.raw`(?:\s*(?:\/|\\|дробь|drob)\s*(\d{1,3}[абвг]?(?!\p{L})))?`;
const BLOCK = String.raw`(?:[\s,]*(?:корпус|корп|кор|к|korpus|korp)[\s.]*(\d{1,2})(?!\d))?`;
const STRUCTURE = String.raw`(?:[\s,]*(?:строение|строен|стр|с)[\s.]*(\d{1,2})(?!\d))?`;
const HOUSE = `${NUMBER}${LETTER}${FRACTION}${BLOCK}${STRUCTURE}`;
const WORD_FOR_HOUSE = String.raw`(?:дом[еау]?|д|№|номер|house|building|dom)`;

const AFTER = new RegExp(String.raw`^[\s,.:;"»()—–-]*(?:${WORD_FOR_HOUSE}[\s.№]*)*${HOUSE}`, "iu");
const LATER = new RegExp(String.raw`(?<!\p{L})${WORD_FOR_HOUSE}[\s.№]+${HOUSE}`, "iu");
const BEFORE = new RegExp(
  String.raw`(?<![\d\p{L}])(?:${WORD_FOR_HOUSE}[\s.№]*)?${HOUSE}(?:-?(?:й|м|го|ом|ого|ый))?(?:\s*дом[еау]?)?[\s,]*(?:(?:на|по|at|on|in)\s+)?$`,
  "iu",
);
const NAMED_BEFORE = /(?:дом|house|building|\sна\s*$|\sпо\s*$)/iu;

const ORDINAL = "го|ый|й|ая|я|ое|ого|ом|му";
const COUNTED =
  "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|числ|час|мин|ден|дн|сут|недел|месяц|" +
  "год|лет(?!\\p{L})|раз|руб|утра|вечера|ноч|градус|человек|этаж|квартир|кв(?!\\p{L})|подъезд|метр|собак|машин|фонар|ям|" +
  "баб|ребен|детей|процент|%|°|класс|автобус|маршрут";
const NOT_A_HOUSE = new RegExp(String.raw`^(?:-?(?:${ORDINAL})(?!\p{L})|\s*(?:${COUNTED})|:\d\d)`, "iu");

/** The house written right after a street's name, or later as «дом 6», or before it: «в доме 12 на Мира». */
export function houseNear(text: string, from: number, to: number, latin: boolean): WrittenHouse | undefined {
  const after = text.slice(to);
  const next = readHouse(AFTER.exec(after), after, to);
  if (next) return next;
  const before = text.slice(0, from);
  const match = BEFORE.exec(before);
  if (match && (latin || NAMED_BEFORE.test(match[0]))) {
    const found = readHouse(match, before, 0);
    if (found) return found;
  }
  return readHouse(LATER.exec(after), after, to);
}

function readHouse(match: RegExpExecArray | null, text: string, offset: number): WrittenHouse | undefined {
  if (!match?.[1]) return undefined;
  const end = match.index + match[0].length;
  const [, number, space, letter, fraction, block, structure] = match;
  const rest = text.slice(text.indexOf(number, match.index) + number.length);
  if (!letter && !fraction && !block && !structure && NOT_A_HOUSE.test(rest)) return undefined;
  const from = offset + match.index;
  const tail = `${fraction ? `/${fraction}` : ""}${block ? `к${block}` : ""}${structure ? `с${structure}` : ""}`;
  const whole = normaliseHouse(`${number}${letter ? russian(letter) : ""}${tail}`);
  const bare = normaliseHouse(`${number}${tail}`);
  const readings = [whole, letter && space?.trim() !== "-" && (space ?? "") !== "" ? bare : undefined]
    .filter((house) => house !== undefined)
    .map((house) => ({ house, from, to: offset + end }));
  if (readings[1]) readings[1].to = from + match[0].lastIndexOf(number) + number.length;
  return readings.length > 0 ? { readings } : undefined;
}

const LATIN: Readonly<Record<string, string>> = { a: "а", b: "б", v: "в", g: "г", d: "д", w: "в", c: "с" };

function russian(letter: string): string {
  return LATIN[letter.toLowerCase()] ?? letter;
}
