import { childInDanger } from "./emergency-child.ts";
import { fire } from "./emergency-fire.ts";
import { frameOf, sentencesOf } from "./emergency-frames.ts";
import { gasLeak } from "./emergency-gas.ts";
import { lifeInDanger } from "./emergency-life.ts";
import { suicide } from "./emergency-suicide.ts";
import { says, type Said } from "./says.ts";

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

const made = says(
  "(доклад*|реферат*|сочинени*|презентаци*|викторин*)",
  "(фильм*|кинофильм*|сериал*|спектакл*|мультфильм*|роман) …",
  "(для|на) урок*",
  "пожарить",
  "дым* … костр* … (штраф*|жалоб*)",
  "убивает (что|как|когда)",
  "(карт*|проездн*|ключ*|телефон*) выпал*",
  "(убивает|убивают) (?:[^ ]+ ){0,2}(ремонт*|музык*|шум*|дрель*|перфоратор*)",
);

/**
 * A danger to life that must be answered with emergency numbers before anything else. A rule, not a guess: turns of
 * phrase that people use, and beyond them the parts of a danger in any words; talk of bills, papers and past fires is
 * left alone.
 */
export function findEmergency(text: string): Emergency | undefined {
  const told = sentencesOf(text)
    .filter((sentence) => !made(sentence))
    .join(" ");
  const kind = told && (kinds.find(([, said]) => said(told))?.[0] ?? frameOf(told));
  return kind ? { kind } : undefined;
}
