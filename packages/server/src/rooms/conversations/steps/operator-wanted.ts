import { wantsOperator } from "@veche/assistant";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Step } from "./step.ts";

/** Whoever asks for a person gets one at once, in whatever words. */
export const operatorWanted = ({ wording }: StepPorts): Step => ({
  name: "operator-wanted",
  answer({ text, locale }) {
    const button = text.trim() === wording.text(locale, "unknown.call-operator");
    return button || wantsOperator(text) ? CALL_OPERATOR : undefined;
  },
});

/** Into the queue. Who comes, and when, is known there. */
export const CALL_OPERATOR: Outcome = {
  kind: "operator",
  text: "",
  origin: { step: "operator-wanted" },
  handover: true,
};
