import { wantsOperator } from "@veche/assistant";
import type { StepPorts } from "./ports.ts";
import type { Step } from "./step.ts";

/** Whoever asks for a person gets one at once, in whatever words. */
export const operatorWanted = ({ city, wording }: StepPorts): Step => ({
  name: "operator-wanted",
  answer({ text, locale, at }) {
    const button = text.trim() === wording.text(locale, "unknown.call-operator");
    if (!button && !wantsOperator(text)) return undefined;
    const profile = city.profile();
    const hours = profile.operatorHours ?? city.contact(profile.callCentre)?.hours ?? "24/7";
    const { open, nextOpen } = city.openState(hours, at);
    return {
      kind: "operator",
      text:
        open || !nextOpen
          ? wording.text(locale, "operator.calling")
          : wording.text(locale, "operator.closed", { opens: wording.when(locale, nextOpen, at) }),
      origin: { step: "operator-wanted" },
      handover: true,
    };
  },
});
