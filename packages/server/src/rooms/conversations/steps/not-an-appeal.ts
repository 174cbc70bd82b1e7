import { isAppeal } from "@veche/assistant";
import type { StepPorts } from "./ports.ts";
import type { Step } from "./step.ts";

/**
 * The chat is reference only: a formal complaint or request is shown the door where it is registered.
 *
 * @source Federal Law 59-FZ of 2 May 2006, articles 4, 8, 12
 */
export const notAnAppeal = ({ wording, publicUrl }: StepPorts): Step => ({
  name: "not-an-appeal",
  answer({ text, locale, at }) {
    if (!isAppeal(text)) return undefined;
    const centre = wording.callCentre();
    return {
      kind: "answer",
      text: wording.text(locale, "appeal", {
        phone: centre ? wording.contact(locale, centre) : wording.phone("112"),
      }),
      sources: [
        {
          title: wording.text(locale, "appeal.source"),
          url: `${publicUrl()}/answers`,
          updatedAt: at.toISOString(),
        },
      ],
      origin: { step: "not-an-appeal" },
    };
  },
});
