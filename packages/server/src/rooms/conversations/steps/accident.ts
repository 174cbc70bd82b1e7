import { accidentOf, leansOnBefore, resourceOf, saysNothingMore } from "@veche/assistant";
import { currentAt } from "./outage-telling.ts";
import { type Place, placeInSubject, placeOf } from "./place.ts";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question, Step, Subject } from "./step.ts";
import { whomToCallNow } from "./whom-to-call.ts";

/** A pipe that has burst names no resource: it is cold water or the heating. */
const LIKELY = ["cold_water", "heating"] as const;

/** A burst pipe, a flooded cellar: whose emergency lines to ring at once, before anything about lists and plans. */
export const accident = (ports: StepPorts): Step => ({
  name: "accident",
  async answer(question) {
    const { text, locale, previous } = question;
    const before = previous?.awaits === "accident" ? question.subject : undefined;
    const where = accidentOf(text);
    if (!where && !before) return undefined;
    const { place, rest } = placeOf(question, ports, before);
    if (!where && (place.kind === "none" || !(saysNothingMore(rest) || leansOnBefore(rest))))
      return undefined;
    if (place.kind === "none") {
      const { outcome } = await ports.knowledge.find(text, { locale, limit: 1 });
      if (outcome === "answer") return undefined;
    }
    const named = resourceOf(text);
    const resources = named.length > 0 ? named : (before?.resources ?? LIKELY);
    const subject: Subject = { of: "outage", ...placeInSubject(place), resources };
    return tell(question, place, subject, where === "street", ports);
  },
});

function tell(
  question: Question,
  place: Place,
  subject: Subject,
  isStreet: boolean,
  ports: StepPorts,
): Outcome {
  const { locale, at } = question;
  const { wording, publicUrl } = ports;
  const address = place.kind === "house" ? place.address : undefined;
  const contacts = whomToCallNow(address, subject.resources ?? [], ports);
  const isUnknown = place.kind === "house" && !place.known;
  const text = [
    wording.text(locale, "accident", {
      contacts: contacts.map((it) => `- ${wording.contact(locale, it)}`).join("\n"),
      emergency: wording.phone("112"),
    }),
    address && currentAt(address, subject, question, ports),
    !isStreet && wording.text(locale, "accident.meanwhile"),
    isUnknown && wording.text(locale, "outage.unknownHouse", { house: wording.address(place.address) }),
    place.kind === "which" && place.text,
    !isStreet &&
      (place.kind === "none" || place.kind === "street") &&
      wording.text(locale, "accident.name-house"),
  ];
  const contact = contacts[0]?.slug;
  return {
    kind: "answer",
    text: text.filter(Boolean).join("\n\n"),
    sources: [
      {
        title: wording.text(locale, "hotline.source"),
        url: `${publicUrl()}/hotlines`,
        updatedAt: at.toISOString(),
      },
    ],
    replies: place.kind === "which" ? place.replies : place.kind === "house" ? place.others : [],
    origin: {
      step: "outage",
      topic: "utilities",
      resource: (subject.resources ?? []).join(","),
      subject: { ...subject, ...(contact && { contact }) },
      ...((!address || isUnknown) && { awaits: "accident" as const }),
    },
  };
}
