import { dangerSignsOf, strangenessOf } from "./danger-signs.ts";
import weights from "./danger-weights.json" with { type: "json" };
import { sentencesOf } from "./emergency-frames.ts";
import type { EmergencyKind } from "./emergency.ts";

/** The order of each sign's weights. */
const KINDS: readonly EmergencyKind[] = ["gas", "fire", "suicide", "child", "danger"];
const learnt: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(weights));
const ALWAYS = "";
const MOST_SENTENCES = 8;

export interface HeardDanger {
  kind: EmergencyKind;
  /** How likely it is that the message tells of any danger to life now, 0 to 1. */
  probability: number;
}

/**
 * What a message sounds like, weighed by examples (quality/emergency-fit.ts), whatever its turns of phrase: a danger in
 * one sentence is not made less by what stands around it.
 */
export function hearDanger(text: string): HeardDanger {
  // Most messages are one sentence, which need not be heard twice.
  return [...new Set([text, ...sentencesOf(text).slice(0, MOST_SENTENCES)])]
    .map(hearSentence)
    .reduce((loudest, one) => (one.probability > loudest.probability ? one : loudest));
}

function hearSentence(text: string): HeardDanger {
  const signs = dangerSignsOf(text);
  const knows = (sign: string) => learnt.has(sign);
  if (!signs.some((sign) => knows(sign) && /\p{L}/u.test(sign))) return { kind: "danger", probability: 0 };
  const strangeness = strangenessOf(signs, knows);
  const sums = KINDS.map(() => 0);
  for (const sign of [ALWAYS, ...signs, strangeness])
    if (sign !== undefined)
      learnt.get(sign)?.forEach((weight, kind) => {
        sums[kind]! += weight / 100;
      });
  const raised = sums.map((sum) => Math.exp(Math.min(sum, 50)));
  const all = raised.reduce((sum, one) => sum + one, 1);
  const loudest = raised.indexOf(Math.max(...raised));
  return { kind: KINDS[loudest]!, probability: 1 - 1 / all };
}
