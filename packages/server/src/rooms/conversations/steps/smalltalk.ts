import { isInsult, smalltalkOf } from "@veche/assistant";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question, Step } from "./step.ts";

const FEW_WORDS = 3;

/** A greeting, thanks, a goodbye, "who are you" – answered briefly. An insult is not answered in kind. */
export const smalltalk = (ports: StepPorts): Step => ({
  name: "smalltalk",
  answer(question) {
    const { text, locale } = question;
    const kind = smalltalkOf(text);
    if (kind) {
      return {
        kind: "answer",
        text: ports.wording.text(locale, `smalltalk.${kind}`),
        origin: { step: "smalltalk" },
      };
    }
    // Who scolds and asks is answered what was asked.
    const isShort = text.trim().split(/\s+/).length <= FEW_WORDS;
    return isShort && isInsult(text) ? calm(question, ports) : undefined;
  },
});

/** To abuse that holds no question. */
export function calm({ locale }: Question, { wording }: StepPorts): Outcome {
  const operator = wording.text(locale, "unknown.call-operator");
  return {
    kind: "choose",
    text: wording.text(locale, "insult"),
    replies: [{ title: operator, value: operator }],
    origin: { step: "smalltalk", offersOperator: true },
  };
}
