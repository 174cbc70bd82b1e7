/**
 * Learns what danger sounds like from the examples beside the rules, and writes the weights into
 * src/intents/danger-weights.json: `node quality/emergency-fit.ts`; with `check`, tells by five parts how it does on
 * examples it did not learn from, and writes nothing.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emergencyByRule } from "../src/intents/emergency.ts";
import { sentencesOf } from "../src/intents/emergency-frames.ts";
import { dangerSignsOf, NOT, strangenessOf } from "../src/intents/danger-signs.ts";
import { hash } from "./confidence-fit.ts";
import { cityEntries, cityQuestions, rutubeEntries, rutubeFolder, rutubeQuestions } from "./data.ts";

const KINDS = ["gas", "fire", "suicide", "child", "danger"] as const;
const CALM = KINDS.length;
/** What is said of these may well be said in danger. */
const ABOUT_DANGER = /gas-smell|forest-fire|thin-ice|call-112|fire|danger|helpline|violence/;
const folder = join(import.meta.dirname, "emergencies");
const weightsPath = join(import.meta.dirname, "../src/intents/danger-weights.json");

interface Example {
  text: string;
  kind: number;
  signs: string[];
  /** Of its own words, so that one more example does not shuffle all others. */
  chance: number;
}

const listed = (name: string) => readFileSync(join(folder, name), "utf8").trim().split("\n");
const example = (text: string, kind: number): Example => ({
  text,
  kind,
  signs: dangerSignsOf(text),
  chance: hash(text),
});

function examples(): Example[] {
  const ofRules = ["now.txt", "voices-now.txt"].flatMap(listed).map((text) =>
    example(
      text,
      KINDS.findIndex((kind) => kind === emergencyByRule(text)?.kind),
    ),
  );
  const calm = [
    ...listed("harmless.txt"),
    ...listed("voices-harmless.txt"),
    ...listed("examples/lookalikes.txt"),
    ...cityQuestions()
      .filter(({ expect }) => !expect.article?.some((id) => ABOUT_DANGER.test(id)))
      .map(({ text }) => text),
    ...listed("examples/elsewhere.txt"),
    ...listed("examples/everyday.txt"),
    ...listed("examples/ordinary.txt"),
    ...listed("examples/people-and-places.txt"),
    ...listed("examples/turns.txt"),
    ...cityEntries()
      .filter(({ id }) => !ABOUT_DANGER.test(id))
      .flatMap(({ question, alternatives }) => [question, ...alternatives]),
    ...rutubeQuestions(rutubeFolder).map(({ text }) => text),
    ...rutubeEntries(rutubeFolder).map(({ question }) => question),
  ];
  return [
    ...ofRules.filter(({ kind }) => kind >= 0),
    ...KINDS.flatMap((kind, at) => listed(`examples/${kind}.txt`).map((text) => example(text, at))),
    // Every sentence is heard by itself too, and in a calm message each of them is calm.
    ...new Set(calm.flatMap((text) => [text, ...sentencesOf(text)]))
      .values()
      .map((text) => example(text, CALM)),
  ];
}

type Weights = Map<string, Float64Array>;

const ROUNDS = 60;
const PACE = 0.5;
/** Of a hundred signs, how many an example goes without in each round: no one word may carry a danger alone. */
const FORGOTTEN = 50;

/** Multinomial logistic regression by steps that shrink with use (Adagrad), in an order that never changes. */
function learn(those: readonly Example[], ridge: number): Weights {
  const weights: Weights = new Map();
  const seen = new Map<string, number>();
  for (const { signs } of those) for (const sign of signs) seen.set(sign, (seen.get(sign) ?? 0) + 1);
  const used = new Map<string, Float64Array>();
  for (const [sign, times] of seen)
    if (times > 1 || !sign.includes(" ") || sign.startsWith(`${NOT} `)) {
      weights.set(sign, new Float64Array(CALM + 1));
      used.set(sign, new Float64Array(CALM + 1).fill(0.01));
    }
  for (const sign of ["", "?", "??"]) {
    weights.set(sign, new Float64Array(CALM + 1));
    used.set(sign, new Float64Array(CALM + 1).fill(0.01));
  }
  const order = those.toSorted((a, b) => a.chance - b.chance);
  for (let round = 0; round < ROUNDS; round++)
    for (const { signs, kind, chance } of order) {
      // Every other round words that one example alone holds are strange, as the words of those who ask will be.
      const strange = round % 2 === 1 ? signs.filter((sign) => seen.get(sign) === 1) : [];
      const forgets = (sign: string) => hash(`${sign}${round}${chance}`) % 100 < FORGOTTEN;
      const known = signsHeard(
        signs,
        (sign) => weights.has(sign) && !strange.includes(sign) && !forgets(sign),
      );
      const chances = chancesOf(known, weights);
      for (const sign of known) {
        const own = weights.get(sign)!;
        const spent = used.get(sign)!;
        for (let k = 0; k <= CALM; k++) {
          const slope = chances[k]! - (k === kind ? 1 : 0) + ridge * own[k]!;
          spent[k]! += slope * slope;
          own[k]! -= (PACE * slope) / Math.sqrt(spent[k]!);
        }
      }
    }
  return weights;
}

function signsHeard(signs: readonly string[], knows: (sign: string) => boolean): string[] {
  const strangeness = strangenessOf(signs, knows);
  return ["", ...signs.filter(knows), ...(strangeness ? [strangeness] : [])];
}

function chancesOf(signs: readonly string[], weights: Weights): number[] {
  const sums = Array.from({ length: CALM + 1 }, () => 0);
  for (const sign of signs) weights.get(sign)?.forEach((weight, k) => (sums[k]! += weight));
  const top = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp(sum - top));
  const all = raised.reduce((sum, one) => sum + one, 0);
  return raised.map((one) => one / all);
}

const all = examples();
const ridge = Number(process.argv[3] ?? 0.002);
if (process.argv[2] === "check") {
  const told: [number, boolean, string][] = [];
  for (let part = 0; part < 5; part++) {
    const inPart = ({ text }: Example) => hash(`${text}!`) % 5 === part;
    const weights = learn(
      all.filter((one) => !inPart(one)),
      ridge,
    );
    for (const one of all.filter(inPart))
      told.push([
        1 -
          chancesOf(
            signsHeard(one.signs, (sign) => weights.has(sign)),
            weights,
          )[CALM]!,
        one.kind !== CALM,
        one.text,
      ]);
  }
  for (const bar of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const of = (danger: boolean) => told.filter((one) => one[1] === danger);
    const heard = (danger: boolean) => of(danger).filter(([chance]) => chance >= bar).length;
    console.log(bar, (100 * heard(true)) / of(true).length, (100 * heard(false)) / of(false).length);
  }
  if (process.argv[4]) {
    for (const [chance, danger, text] of told)
      if (danger ? chance < 0.3 : chance > 0.5)
        console.log(danger ? "missed" : "false", chance.toFixed(2), text);
  }
} else {
  const weights = learn(all, ridge);
  const lines = [...weights]
    .map(([sign, own]): [string, number[]] => [
      sign,
      Array.from(own.subarray(0, CALM), (weight) => Math.round(100 * (weight - own[CALM]!))),
    ])
    .filter(([sign, own]) => !/[ *#]/.test(sign) || own.some((weight) => Math.abs(weight) >= 25))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([sign, own]) => `${JSON.stringify(sign)}:[${own.join(",")}]`);
  writeFileSync(weightsPath, `{\n${lines.join(",\n")}\n}\n`);
  console.log(`${all.length} examples, ${lines.length} signs`);
}
