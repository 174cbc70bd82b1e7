import { findEmergency } from "@veche/assistant";
import type { StepPorts } from "./ports.ts";
import type { Step } from "./step.ts";

/** A danger to life comes before everything, in every state, and no switch turns it off. */
export const emergency = ({ wording, publicUrl }: StepPorts): Step => ({
  name: "emergency",
  answer({ text, locale, at }) {
    const found = findEmergency(text);
    if (!found) return undefined;
    return {
      kind: "answer",
      text: wording.text(locale, `emergency.${found.kind}`),
      sources: [
        {
          title: wording.text(locale, "emergency.source"),
          url: `${publicUrl()}/answers`,
          updatedAt: at.toISOString(),
        },
      ],
      origin: { step: "emergency", topic: "emergency" },
    };
  },
});
