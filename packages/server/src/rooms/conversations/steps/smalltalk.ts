import { isInsult, smalltalkOf } from "@veche/assistant";
import type { StepPorts } from "./ports.ts";
import type { Step } from "./step.ts";

/** A greeting, thanks, a goodbye, "who are you" – answered briefly. An insult is not answered in kind. */
export const smalltalk = ({ wording }: StepPorts): Step => ({
  name: "smalltalk",
  answer({ text, locale }) {
    const kind = smalltalkOf(text);
    if (kind) {
      return {
        kind: "answer",
        text: wording.text(locale, `smalltalk.${kind}`),
        origin: { step: "smalltalk" },
      };
    }
    if (!isInsult(text)) return undefined;
    const operator = wording.text(locale, "unknown.call-operator");
    return {
      kind: "choose",
      text: wording.text(locale, "insult"),
      replies: [{ title: operator, value: operator }],
      origin: { step: "smalltalk" },
    };
  },
});
