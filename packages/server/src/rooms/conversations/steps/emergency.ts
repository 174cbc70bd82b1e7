import { findEmergency, saysNothingYet } from "@veche/assistant";
import type { StepPorts } from "./ports.ts";
import type { Step } from "./step.ts";

/** A danger to life comes before everything, in every state, and no switch turns it off. */
export const emergency = ({ wording, publicUrl }: StepPorts): Step => ({
  name: "emergency",
  answer({ text, locale, at, previous }) {
    const again = previous?.danger !== undefined && saysNothingYet(text) ? previous.danger : undefined;
    const danger = findEmergency(text)?.kind ?? again;
    if (danger === undefined) return undefined;
    return {
      kind: "answer",
      text: wording.text(locale, `emergency.${danger}`),
      sources: [
        {
          title: wording.text(locale, "emergency.source"),
          url: `${publicUrl()}/answers`,
          updatedAt: at.toISOString(),
        },
      ],
      origin: { step: "emergency", topic: "emergency", danger },
    };
  },
});
