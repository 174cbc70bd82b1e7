import {
  askedDays,
  asksEmergencyNumbers,
  asksHotline,
  asksOutage,
  asksSameContact,
  findHotline,
  isDayAlone,
  namesContact,
} from "@veche/assistant";
import { contactCard } from "./contact-card.ts";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question, Step } from "./step.ts";

const SURE_ENOUGH = 0.45;
/** «МФЦ 31 декабря?» names an office and a day, and asks nothing in so many words. */
const SURE_BY_DAY = 0.8;
/** An article as likely as this answers «где» and «работает» better than an office does. */
const LIKELY = 0.75;
const MAX_CHARACTERS = 400;
const PHONE_OF = /телефон|номер тел|как (?:по|до)звонить|phone/iu;
const SEEKS_PHONE =
  /(?<!по\s)телефон|номер(?!\s+(?:очеред|заяв|сч[её]т|лицев|карт|маршрут|дом|билет|обращ))|как (?:по|до)звонить|phone/iu;
const PHONE_OR_NUMBER = /телефон|номер|позвонить|почт|phone|number/iu;
const CENTRE =
  /справочн\p{L}* (?:служб\p{L}* )?(?:город|администрац)|контакт-?\s?центр|горяч\p{L}+ лини\p{L}* город|contact cent/iu;
const MOST_WORDS = 7;
const NAME_WORDS = 2;
const NAME_LETTERS = 6;
/** «Какие документы», which is no office of that name. */
const SOME_PAPERS = /(?<!мои )документ/iu;
/** A place in a queue or an account has a number too. */
const NUMBER_OF_ELSE = /номер\S*\s+(?:очеред|заяв|сч[её]т|лицев|карт|маршрут|дом|билет|обращ)/iu;
const CONTACT = /телефон|позвонить|адрес|час|связаться/iu;
/** Under this nothing in the directory is meant. */
const HARDLY = 0.2;
/** Offices of the state and the region, which a town's directory seldom has and residents often seek there. */
const OTHERS =
  /участков(?:ый|ого|ому|ым)|поликлиник|больниц|травмпункт|роспотребнадзор|налогов\p{L}+|пенсионн\p{L}+ фонд|соцфонд|прокуратур|военкомат|гибдд|приставы?/iu;

/** A department's phones and hours, when that is what is asked for. */
export const hotline = (ports: StepPorts): Step => ({
  name: "hotline",
  async answer(question) {
    const { text, locale, at } = question;
    const { city, knowledge, wording } = ports;
    if (asksEmergencyNumbers(text)) return emergencyNumbers(question, ports);
    const days = askedDays(text, wording.today(at));
    const same = sameContact(question, days, ports) ?? centreItself(question, days, ports);
    if (same) return same;
    if (NUMBER_OF_ELSE.test(text) && !CONTACT.test(text)) return undefined;
    const isName = namesOffice(text, ports);
    const asks = asksHotline(text);
    if (isOthers(text, ports)) return unknownPhone(question, ports);
    if (!asks && !isName && (days.length === 0 || asksOutage(text))) return undefined;
    // Who asks for a phone does it in few words; noise of thousands of letters would hold everyone up.
    const found = findHotline(text.slice(0, MAX_CHARACTERS), city.snapshot().hotlines);
    const card =
      found &&
      found.confidence >= (asks ? SURE_ENOUGH : SURE_BY_DAY) &&
      contactCard(question, found.slug, days, ports);
    // "Which papers does the registry want" names an office too, but an article answers it better.
    const article = await knowledge.find(text, { locale, limit: 1 });
    if (!card) {
      if (article.outcome === "answer") return undefined;
      const several = asks ? severalOffices(question, days, ports) : undefined;
      return several ?? ((found?.confidence ?? 0) < HARDLY ? unknownPhone(question, ports) : undefined);
    }
    const asksDay = days.length > 0;
    if (!asksDay && !namesContact(text) && article.confidence >= LIKELY) return undefined;
    if (!asksDay && article.outcome === "answer" && article.confidence > found.confidence) return undefined;
    return { ...card, origin: { ...card.origin, confidence: found.confidence } };
  },
});

/** «загс», «аварийка водоканала»: hardly more than an office's name. */
function namesOffice(text: string, { city }: StepPorts): boolean {
  const words = (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, NAME_LETTERS));
  if (words.length > NAME_WORDS || SOME_PAPERS.test(text)) return false;
  return city.snapshot().hotlines.some(({ name }) => words.some((word) => name.toLowerCase().includes(word)));
}

/** «телефон ЗАГСа и МФЦ»: each by itself. */
function severalOffices(question: Question, days: readonly string[], ports: StepPorts): Outcome | undefined {
  const offices = ports.city.snapshot().hotlines;
  const slugs = question.text.split(/\s+и\s+|,\s*/u).flatMap((part) => {
    const found = findHotline(part.slice(0, MAX_CHARACTERS), offices);
    return found && found.confidence >= SURE_ENOUGH ? [found.slug] : [];
  });
  const cards = [...new Set(slugs)].flatMap((slug) => contactCard(question, slug, days, ports) ?? []);
  const [first] = cards;
  if (!first || cards.length < 2) return undefined;
  return {
    ...first,
    text: cards.map(({ text }) => text).join("\n\n"),
    sources: cards.flatMap(({ sources = [] }) => sources),
  };
}

/** «а телефон?», «а в субботу?»: of the office spoken of before; of the city's call centre when none was. */
function sameContact(question: Question, days: readonly string[], ports: StepPorts): Outcome | undefined {
  const { text, subject } = question;
  const asksAgain = asksSameContact(text);
  const spokenOf = subject !== undefined && ["hotline", "organisation", "article"].includes(subject.of);
  if (!asksAgain && !(spokenOf && subject.contact && days.length > 0 && isDayAlone(text))) return undefined;
  if (subject?.contact) return contactCard(question, subject.contact, days, ports, subject);
  if (!asksAgain || !PHONE_OF.test(text)) return undefined;
  return contactCard(question, ports.city.profile().callCentre, days, ports);
}

/** «телефон справочной», «номер контакт-центра»: the city's own, whatever its entry is called. */
function centreItself(question: Question, days: readonly string[], ports: StepPorts): Outcome | undefined {
  const isIt = PHONE_OR_NUMBER.test(question.text) && CENTRE.test(question.text);
  return isIt ? contactCard(question, ports.city.profile().callCentre, days, ports) : undefined;
}

function emergencyNumbers({ locale, at }: Question, { wording, publicUrl }: StepPorts): Outcome {
  return {
    kind: "answer",
    text: wording.text(locale, "emergency.numbers"),
    sources: [
      {
        title: wording.text(locale, "emergency.source"),
        url: `${publicUrl()}/answers`,
        updatedAt: at.toISOString(),
      },
    ],
    origin: { step: "hotline", topic: "emergency" },
  };
}

/** Whether the phone of such an office is sought and no entry of the directory speaks of it. */
function isOthers(text: string, { city }: StepPorts): boolean {
  const [others] = OTHERS.exec(text) ?? [];
  if (!others || !SEEKS_PHONE.test(text)) return false;
  const beginning = others.toLowerCase().slice(0, -2);
  return !city
    .snapshot()
    .hotlines.some(({ name, about }) => `${name} ${about}`.toLowerCase().includes(beginning));
}

/** A phone is asked for that the city's directory doesn't have. */
function unknownPhone(question: Question, { wording, city }: StepPorts): Outcome | undefined {
  const { text, locale } = question;
  const words = text.trim().split(/\s+/).length;
  const centre = city.profile().callCentre;
  const contact = city.contact(centre);
  if (!SEEKS_PHONE.test(text) || words > MOST_WORDS || words < 2 || !contact) return undefined;
  const operator = wording.text(locale, "unknown.call-operator");
  return {
    kind: "operator",
    text: wording.text(locale, "hotline.unknown", { contact: wording.contact(locale, contact) }),
    replies: [{ title: operator, value: operator }],
    origin: { step: "unknown", offersOperator: true },
    notice: { kind: "unanswered", question: text, locale, offered: [] },
  };
}
