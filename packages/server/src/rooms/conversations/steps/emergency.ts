import { findEmergency, saysNothingYet, suspectEmergency } from "@veche/assistant";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question, Step } from "./step.ts";

const FEW_WORDS = 3;

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

/**
 * What only may be a danger is answered like any question, with the numbers before the answer: whoever meant something
 * else loses a line, whoever is in danger loses nothing.
 */
export function withCare(
  { text, locale, previous }: Question,
  outcome: Outcome,
  { wording }: StepPorts,
): Outcome {
  const { step } = outcome.origin;
  // Told a street or a number that it was asked for, the assistant hears no more in it.
  const isExpected = previous?.awaits !== undefined && text.trim().split(/\s+/).length <= FEW_WORDS;
  if (step === "emergency" || step === "smalltalk" || isExpected) return outcome;
  const kind = suspectEmergency(text)?.kind;
  // A burst pipe's answer names the number already.
  if (!kind || (kind !== "gas" && outcome.text.includes("tel:112"))) return outcome;
  return { ...outcome, text: `${wording.text(locale, `emergency.careful.${kind}`)}\n\n${outcome.text}` };
}
