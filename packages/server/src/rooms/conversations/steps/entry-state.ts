import { asksEntryState } from "@veche/assistant";
import type { StepPorts } from "./ports.ts";
import type { Step } from "./step.ts";

/** Where a parent sees what became of a drawing. Nothing is told by a child's name. */
export const entryState = ({ wording }: StepPorts): Step => ({
  name: "entry-state",
  answer: ({ text, locale }) =>
    asksEntryState(text)
      ? {
          kind: "answer",
          text: wording.text(locale, "entry"),
          origin: { step: "entry-state", topic: "culture-sport" },
        }
      : undefined,
});
