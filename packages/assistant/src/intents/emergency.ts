import { says } from "./says.ts";

export type EmergencyKind = "gas" | "fire" | "suicide" | "child" | "danger";

export interface Emergency {
  kind: EmergencyKind;
}

const kinds: readonly [EmergencyKind, (text: string) => boolean][] = [
  ["gas", says("пахнет … газом", "запах* … газа", "утечк* газа", "smell gas", "gas leak")],
  ["fire", says("(горит|горим) … (квартир*|дом|подъезд*|лес)", "пожар начал*", "house is on fire")],
  ["suicide", says("не хочу жить", "покончи* с собой", "суицид*", "kill myself")],
  ["child", says("ребен* … (провалил*|пропал|потерял*|бьют)", "my child is missing")],
  ["danger", says("нужна скорая", "человек* умирает", "help me please someone is dying")],
];

/** A danger to life that must be answered with emergency numbers before anything else. */
export function findEmergency(text: string): Emergency | undefined {
  const kind = kinds.find(([, said]) => said(text))?.[0];
  return kind && { kind };
}
