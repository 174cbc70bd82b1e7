import {
  askedDays,
  asksOutage,
  asksTownOutages,
  isDayAlone,
  leansOnBefore,
  outageAspectOf,
  resourceOf,
  saysNothingMore,
} from "@veche/assistant";
import { tellAtHouse, tellAtStreet, tellInTown } from "./outage-telling.ts";
import { type Place, placeBefore, placeInSubject, placeOf } from "./place.ts";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question, Step, Subject } from "./step.ts";

const NAMES_OUTAGE = /отключ|авари|обесточ|outage/iu;
const OFF_OR_WHEN = /\?|нет|когда|отключ|off|when/iu;
const MOST_ADDRESS_WORDS = 5;

/** What is off at an address, until when and why; "nothing known" is said as such. */
export const outage = (ports: StepPorts): Step => ({
  name: "outage",
  answer(question) {
    const { text, at, previous } = question;
    const before = question.subject?.of === "outage" ? question.subject : undefined;
    const read = placeOf(question, ports, before);
    const named = resourceOf(text);
    const days = askedDays(read.rest, ports.wording.today(at));
    const aspect = before && outageAspectOf(text);
    const place =
      read.place.kind === "none" ? leaningPlace(question, before, named, aspect, ports) : read.place;
    if (place.kind === "none") {
      if (asksTownOutages(text)) return tellInTown(question, named, ports);
      if (before && named.length > 0 && leansOnBefore(text))
        return askAddress(question, before, named, ports);
      return previous?.awaits === "address" && before ? unknownAddress(question, before, ports) : undefined;
    }
    const asks =
      asksOutage(text) ||
      (place.kind === "house" && named.length > 0 && OFF_OR_WHEN.test(text)) ||
      NAMES_OUTAGE.test(read.rest);
    const goesOn =
      before !== undefined &&
      (read.place.kind === "none" || leansOnBefore(read.rest) || read.rest.trim() === "");
    const isBare = read.place.kind !== "none" && saysNothingMore(read.rest);
    if (!asks && !goesOn && !isBare) return undefined;
    const subject: Subject = {
      of: "outage",
      ...placeInSubject(place),
      resources: named.length > 0 ? named : (before?.resources ?? []),
      days: days.length > 0 ? days : read.place.kind === "none" ? [] : (before?.days ?? []),
    };
    const how = { ...(aspect && { aspect }), withOrganisation: isBare && !asks && !before };
    const outcome = tell(question, place, subject, ports, how);
    return place.kind === "house" ? withSecondHouse(question, read.rest, outcome, subject, ports) : outcome;
  },
});

/** «а горячая?», «а завтра?», «а почему?»: of the place spoken of before. */
function leaningPlace(
  { text }: Question,
  before: Subject | undefined,
  named: readonly string[],
  aspect: string | undefined,
  ports: StepPorts,
): Place {
  const leans = aspect !== undefined || isDayAlone(text) || (named.length > 0 && leansOnBefore(text));
  return before && leans ? placeBefore(before, ports) : { kind: "none" };
}

function tell(
  question: Question,
  place: Exclude<Place, { kind: "none" }>,
  subject: Subject,
  ports: StepPorts,
  how: Parameters<typeof tellAtHouse>[4],
): Outcome {
  const origin = {
    step: "outage",
    topic: "utilities",
    resource: (subject.resources ?? []).join(","),
    subject,
  };
  if (place.kind === "house") return tellAtHouse(question, place, subject, ports, how);
  if (place.kind === "street") return tellAtStreet(question, place, subject, ports, how);
  return {
    kind: "choose",
    text: place.text,
    replies: place.replies,
    origin: { ...origin, awaits: "address" },
  };
}

/** «Ленина 15 и Ленина 39»: both are told. */
function withSecondHouse(
  question: Question,
  rest: string,
  outcome: Outcome,
  subject: Subject,
  ports: StepPorts,
): Outcome {
  if (!/\d/.test(rest)) return outcome;
  const { place } = placeOf({ ...question, text: rest }, ports);
  if (place.kind !== "house" || !place.known) return outcome;
  const other = tellAtHouse(question, place, { ...subject, ...placeInSubject(place) }, ports, {});
  return { ...outcome, text: `${outcome.text}\n\n${other.text}` };
}

/** «а горячая?» before any address was named. */
function askAddress(
  { locale }: Question,
  before: Subject,
  resources: NonNullable<Subject["resources"]>,
  { wording }: StepPorts,
): Outcome {
  return {
    kind: "choose",
    text: wording.text(locale, "address.ask"),
    origin: { step: "outage", topic: "utilities", awaits: "address", subject: { ...before, resources } },
  };
}

/** Something like an address was written, and no such street is known. */
function unknownAddress(question: Question, before: Subject, { wording }: StepPorts): Outcome | undefined {
  const { text, locale } = question;
  if (!/\d/.test(text) || text.trim().split(/\s+/).length > MOST_ADDRESS_WORDS) return undefined;
  const centre = wording.callCentre();
  return {
    kind: "choose",
    text: wording.text(locale, "address.unknown", {
      contact: centre ? wording.contact(locale, centre) : wording.phone("112"),
    }),
    origin: { step: "outage", topic: "utilities", awaits: "address", subject: before },
  };
}
