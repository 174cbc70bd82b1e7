/** Fits the ranking's weights and the confidence's, and writes them into src/retrieval/model.ts. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SIGNS } from "../src/retrieval/confidence.ts";
import { FEATURES } from "../src/retrieval/features.ts";
import { crossingSets, fitConfidence, judgedSets, shareOf, shareOfThinned } from "./confidence-fit.ts";
import {
  cityEntries,
  cityQuestions,
  halfA,
  rutubeEntries,
  rutubeFolder,
  rutubeQuestions,
  secondCityEntries,
} from "./data.ts";
import { examplesOf, fitWeights } from "./ranking-fit.ts";

const model = join(import.meta.dirname, "../src/retrieval/model.ts");

/** Set by hand: the development questions repeat no article, so nothing can be learnt of it. */
const EXACT = 3;

function replace(name: string, lines: readonly string[]): void {
  const text = readFileSync(model, "utf8");
  const block = new RegExp(`(${name}: Readonly<Record<\\w+, number>> = \\{)[^}]*\\}`);
  if (!block.test(text)) throw new Error(`${name} isn't in ${model}`);
  writeFileSync(model, text.replace(block, `$1\n${lines.map((line) => `  ${line},`).join("\n")}\n}`));
}

if (process.argv[2] === "confidence") {
  const weights = fitConfidence(judgedSets(), shareOf);
  replace(
    "CONFIDENCE",
    SIGNS.map((name, at) => `${name}: ${weights[at]!.toFixed(2)}`),
  );
  const crossing = fitConfidence(crossingSets(), shareOfThinned, 1);
  replace(
    "CROSSING",
    SIGNS.map((name, at) => `${name}: ${crossing[at]!.toFixed(2)}`),
  );
} else if (process.argv[2] === "ranking") {
  const weights = fitWeights([
    examplesOf(cityEntries(), cityQuestions()),
    examplesOf(rutubeEntries(rutubeFolder), rutubeQuestions(rutubeFolder)),
    examplesOf(cityEntries(), halfA("other-hand")),
    examplesOf(secondCityEntries(), halfA("second-city.questions")),
  ]);
  replace(
    "WEIGHTS",
    FEATURES.map((name, at) => `${name}: ${(name === "exact" ? EXACT : weights[at]!).toFixed(2)}`),
  );
} else {
  console.error("node quality/fit.ts ranking, then node quality/fit.ts confidence");
  process.exitCode = 1;
}
