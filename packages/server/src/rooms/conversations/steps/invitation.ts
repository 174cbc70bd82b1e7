import {
  askedDays,
  asksAboutOwnHome,
  asksManagingOrganisation,
  asksOutage,
  resourceOf,
} from "@veche/assistant";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question, Subject } from "./step.ts";

/** Longer messages tell a story that an article answers better than a list. */
const MOST_WORDS = 12;

/**
 * What no step could tell for want of an address, an article answers in general; whoever asks about the own home is
 * invited to name it, and the next message is read as that address.
 */
export function withInvitation(question: Question, outcome: Outcome, ports: StepPorts): Outcome {
  const { text, locale, at } = question;
  const general = outcome.origin.step === "article" || outcome.origin.step === "unknown";
  if (!general || outcome.notice?.kind === "picked" || text.trim().split(/\s+/).length > MOST_WORDS)
    return outcome;
  const of =
    asksOutage(text) && asksAboutOwnHome(text) ? "outage" : asksOwnKeeper(text) ? "organisation" : undefined;
  if (!of) return outcome;
  const subject: Subject = {
    of,
    asked: text,
    resources: of === "outage" ? resourceOf(text) : [],
    days: askedDays(text, ports.wording.today(at)),
  };
  const invitation = ports.wording.text(locale, `invite.${of}`);
  const origin = { ...outcome.origin, subject, awaits: "address" as const };
  if (outcome.kind === "answer") {
    const article = outcome.origin.article && ports.knowledge.articleAnswer(outcome.origin.article, locale);
    if (of !== "outage" || !article || !isPlain(text))
      return { ...outcome, text: `${outcome.text}\n\n${invitation}`, origin };
    const { slug, question: title } = article;
    return {
      kind: "choose",
      text: ports.wording.text(locale, "invite.outage-or-read"),
      replies: [{ title, value: title }],
      origin: { ...origin, offered: [{ slug, title }], question: text },
    };
  }
  const operator = ports.wording.text(locale, "unknown.call-operator");
  return {
    ...outcome,
    kind: "choose",
    text: ports.wording.text(
      locale,
      outcome.kind === "choose" ? `invite.${of}-or-choose` : `invite.${of}-alone`,
    ),
    // Topics that hardly fit would only draw away from the address.
    replies: outcome.kind === "choose" ? (outcome.replies ?? []) : [{ title: operator, value: operator }],
    origin: outcome.kind === "choose" ? origin : { ...origin, offered: [] },
  };
}

const asksOwnKeeper = (text: string): boolean =>
  asksManagingOrganisation(text) && /(?:мо[йеёя]|наш|нас|меня|дом|какая|кто|my|our|who)/iu.test(text);

const FEW_WORDS = 6;
const ASKS_WHAT_TO_DO =
  /куда|кому|кого|делать|звон|сообщ|обра[тщ]|почему|сколько|как(?:\s|$)|диспетчер|телефон|номер|срок|жал|where|whom|how|what|call|report/iu;

/** «нет света», «когда дадут воду»: the list of outages answers it, once the address is known. */
const isPlain = (text: string): boolean =>
  text.trim().split(/\s+/).length <= FEW_WORDS && !ASKS_WHAT_TO_DO.test(text);
