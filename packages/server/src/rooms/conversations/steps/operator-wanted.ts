import { wantsOperator } from "@veche/assistant";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question, Step } from "./step.ts";

/** Whoever asks for a person gets one at once, in whatever words. */
export const operatorWanted = (ports: StepPorts): Step => ({
  name: "operator-wanted",
  answer(question) {
    const { text, locale } = question;
    const button = text.trim() === ports.wording.text(locale, "unknown.call-operator");
    return button || wantsOperator(text) ? callOperator(question, ports) : undefined;
  },
});

/** Into the queue, with when operators answer. */
export function callOperator({ locale, at }: Question, { city, wording }: StepPorts): Outcome {
  const profile = city.profile();
  const hours = profile.operatorHours ?? city.contact(profile.callCentre)?.hours ?? "24/7";
  const { open, nextOpen } = city.openState(hours, at, profile.callCentre);
  return {
    kind: "operator",
    text: open
      ? wording.text(locale, "operator.calling")
      : nextOpen
        ? wording.text(locale, "operator.closed", { opens: wording.hours.opens(locale, nextOpen, at) })
        : wording.text(locale, "operator.never"),
    origin: { step: "operator-wanted" },
    handover: true,
  };
}
