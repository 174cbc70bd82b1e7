import { childInDanger } from "./emergency-child.ts";
import { fire } from "./emergency-fire.ts";
import { gasLeak } from "./emergency-gas.ts";
import { lifeInDanger } from "./emergency-life.ts";
import { suicide } from "./emergency-suicide.ts";
import type { Said } from "./says.ts";

export type EmergencyKind = "gas" | "fire" | "suicide" | "child" | "danger";

export interface Emergency {
  kind: EmergencyKind;
}

const kinds: readonly (readonly [EmergencyKind, Said])[] = [
  ["suicide", suicide],
  ["child", childInDanger],
  ["gas", gasLeak],
  ["fire", fire],
  ["danger", lifeInDanger],
];

/**
 * A danger to life that must be answered with emergency numbers before anything else. A rule, not a guess: it catches
 * what is happening now and leaves alone talk of bills, alarms, papers and past fires.
 */
export function findEmergency(text: string): Emergency | undefined {
  const kind = kinds.find(([, said]) => said(text))?.[0];
  return kind && { kind };
}
