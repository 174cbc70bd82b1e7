import {
  asksAboutOperators,
  isDayAlone,
  saysEnough,
  saysNothingYet,
  saysNotHelpful,
  saysYes,
} from "@veche/assistant";
import { noneFitted } from "./article.ts";
import { CALL_OPERATOR } from "./operator-wanted.ts";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question, Step } from "./step.ts";

/** What is said of the last answer, or before there is anything to answer. */
export const unclear = (ports: StepPorts): Step => ({
  name: "unclear",
  answer(question) {
    const { text, locale, previous } = question;
    const { wording } = ports;
    if (saysEnough(text))
      return {
        kind: "answer",
        text: wording.text(locale, "smalltalk.enough"),
        origin: { step: "smalltalk" },
      };
    if (asksAboutOperators(text)) return aboutOperators(question, ports);
    if (previous?.offersOperator && saysYes(text)) return CALL_OPERATOR;
    if (saysNotHelpful(text)) return previous?.offered ? noneFitted(question, ports) : sorry(question, ports);
    if (previous?.awaits === "entry") return undefined;
    if (!saysNothingYet(text) && !(isDayAlone(text) && !question.subject)) return undefined;
    return {
      kind: "choose",
      text: wording.text(locale, "unclear"),
      replies: ports.city.profile().suggestions[locale].map((it) => ({ title: it, value: it })),
      origin: { step: "smalltalk" },
    };
  },
});

function aboutOperators({ locale, at }: Question, { city, wording }: StepPorts): Outcome {
  const profile = city.profile();
  const hours = profile.operatorHours ?? city.contact(profile.callCentre)?.hours ?? "24/7";
  const operator = wording.text(locale, "unknown.call-operator");
  return {
    kind: "choose",
    text: wording.text(locale, "operator.about", {
      hours: wording.hours.now(locale, hours, at, profile.callCentre),
    }),
    replies: [{ title: operator, value: operator }],
    origin: { step: "smalltalk", offersOperator: true },
  };
}

function sorry({ locale }: Question, { wording }: StepPorts): Outcome {
  const operator = wording.text(locale, "unknown.call-operator");
  return {
    kind: "choose",
    text: wording.text(locale, "unclear.not-helpful"),
    replies: [{ title: operator, value: operator }],
    origin: { step: "smalltalk", offersOperator: true },
  };
}
