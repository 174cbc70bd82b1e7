import { childInDanger } from "./emergency-child.ts";
import { fire } from "./emergency-fire.ts";
import { frameOf, sentencesOf } from "./emergency-frames.ts";
import { gasLeak } from "./emergency-gas.ts";
import { hearDanger } from "./hear-danger.ts";
import { lifeInDanger } from "./emergency-life.ts";
import { suicide } from "./emergency-suicide.ts";
import { remembering } from "../language/remembering.ts";
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
  "дым* коромыслом",
  "без пострадавших",
  "дым* … костр* … (штраф*|жалоб*)",
  "убивает (что|как|когда)",
  "(карт*|проездн*|ключ*|телефон*) выпал*",
  "(убивает|убивают) (?:[^ ]+ ){0,2}(ремонт*|музык*|шум*|дрель*|перфоратор*)",
);

/** From these probabilities on what a message sounds like counts as told, or makes one careful. */
const SURE = 0.95;
const CAREFUL = 0.4;
/** A word or two name a subject; what sounds a little like danger in them is chance. */
const TOLD_IN_WORDS = 3;

/**
 * A danger to life that must be answered with emergency numbers before anything else: told in a turn of phrase that
 * people use or by its parts in any words, unless examples say that it only sounds so; or in a way that examples leave
 * no doubt of. Talk of bills, papers and past fires is left alone.
 */
export function findEmergency(text: string): Emergency | undefined {
  const { kind, probability } = heard(text);
  if (probability >= SURE) return emergencyByRule(text) ?? { kind };
  return probability >= CAREFUL ? emergencyByRule(text) : undefined;
}

/**
 * A danger that a message may tell of: the numbers belong before its answer, which it gets all the same. Everything
 * that `findEmergency` finds is found here too.
 */
export function suspectEmergency(text: string): Emergency | undefined {
  const { kind, probability } = heard(text);
  const isTold = text.split(/\s+/).filter(Boolean).length >= TOLD_IN_WORDS;
  return probability >= SURE || (isTold && probability >= CAREFUL) ? { kind } : emergencyByRule(text);
}

/** What the turns of phrase and the parts of a danger find, without the examples. */
export const emergencyByRule = remembering((text: string): Emergency | undefined => {
  const told = tellingPart(text);
  const kind = told && (kinds.find(([, said]) => said(told))?.[0] ?? frameOf(told));
  return kind ? { kind } : undefined;
});

const heard = remembering((text) => hearDanger(tellingPart(text)));

function tellingPart(text: string): string {
  return sentencesOf(text)
    .filter((sentence) => !made(sentence))
    .join(" ");
}
