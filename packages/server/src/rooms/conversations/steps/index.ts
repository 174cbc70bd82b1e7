import { findEmergency, meantInRussian } from "@veche/assistant";
import type { Say } from "../../../texts.ts";
import type { Campaigns } from "../../campaigns/index.ts";
import type { City } from "../../city/index.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import { accident } from "./accident.ts";
import { article } from "./article.ts";
import { emergency, withCare } from "./emergency.ts";
import { entryState } from "./entry-state.ts";
import { withInvitation } from "./invitation.ts";
import { hotline } from "./hotline.ts";
import { managingOrganisation } from "./managing-organisation.ts";
import { notAnAppeal } from "./not-an-appeal.ts";
import { operatorWanted } from "./operator-wanted.ts";
import { outage } from "./outage.ts";
import type { StepPorts } from "./ports.ts";
import { smalltalk } from "./smalltalk.ts";
import { unclear } from "./unclear.ts";
import { answerSeveral } from "./several.ts";
import type { Outcome, Question, Reply } from "./step.ts";
import { createWording } from "./wording.ts";

/** What the assistant can do, in the order in which it is tried. The first outcome wins. */
const STEPS = [
  emergency,
  operatorWanted,
  smalltalk,
  unclear,
  notAnAppeal,
  entryState,
  managingOrganisation,
  accident,
  outage,
  hotline,
  article,
] as const;

export interface ReplyParts {
  readonly city: City;
  readonly knowledge: Pick<Knowledge, "find" | "articleAnswer">;
  readonly campaigns: Pick<Campaigns, "newsByCode">;
  readonly say: Say;
  readonly timeZone: string;
  readonly publicUrl: () => string;
}

/** From a question to what the city says: from approved articles and city data only. */
export function createReply({ say, timeZone, ...parts }: ReplyParts): Reply {
  const ports: StepPorts = { ...parts, wording: createWording({ say, timeZone, city: parts.city }) };
  const steps = STEPS.map((step) => step(ports));

  async function one(question: Question): Promise<Outcome> {
    for (const step of steps) {
      const outcome = await step.answer(question);
      if (outcome) return withInvitation(question, outcome, ports);
    }
    throw new Error("no step had an outcome; the last one always has");
  }

  /** A button's words are the city's own. */
  const isPick = ({ text, previous }: Question) =>
    previous?.offered?.some(({ title }) => title === text.trim()) ?? false;

  /** Russian typed on an English keyboard, or written in Latin letters, is read as it was meant. */
  async function asMeant(question: Question): Promise<Question> {
    // An entry's code is Latin letters that mean nothing else.
    if (question.locale !== "en" || question.previous?.awaits === "entry") return question;
    const { repaired } = await ports.knowledge.find(question.text, { limit: 1 });
    const isRussian = repaired !== undefined && /\p{Script=Cyrillic}/u.test(repaired);
    const meant = isRussian ? repaired : meantInRussian(question.text);
    return meant ? { ...question, text: meant, locale: "ru" } : question;
  }

  async function reply(question: Question): Promise<Outcome> {
    const meant = await asMeant({ ...question, subject: question.previous?.subject });
    const answered = await answerSeveral(meant, await one(meant), one, ports);
    const outcome = isPick(meant) ? answered : withCare(meant, answered, ports);
    const { subject = meant.subject } = outcome.origin;
    return { ...outcome, origin: { ...outcome.origin, ...(subject && { subject }) } };
  }

  return Object.assign(reply, { emergency: (text: string) => findEmergency(text) !== undefined });
}
