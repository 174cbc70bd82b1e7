import { createRetriever } from "../src/index.ts";
import { FEATURES, type FeatureName } from "../src/retrieval/features.ts";
import {
  calibrationError,
  coverageAt,
  fitConfidence,
  hash,
  type Judged,
  judgedSets,
  shareOf,
} from "./confidence-fit.ts";
import { cityEntries, cityQuestions, type Question, rutubeEntries, rutubeQuestions } from "./data.ts";
import { chanceError } from "./held-out.ts";
import { inLatinLetters, inWrongLayout, withOneTypo } from "./garbled.ts";
import { crossValidated, type Example, examplesOf, fitWeights, placeOf } from "./ranking-fit.ts";
import { percent, placesRow, type Report } from "./report.ts";
import { probabilityOf } from "../src/retrieval/confidence.ts";
import { THRESHOLDS } from "../src/retrieval/model.ts";
import { mayAnswer } from "../src/retrieval/retriever.ts";

const KINDS = ["paraphrase", "colloquial", "raw", "keywords", "typo", "layout", "translit", "en"];
const HEADER = ["questions", "n", "right first, %", "of three, %", "of five, %"];

/** How often the right article is found, with weights learnt from other articles' questions. */
export function rankingTables(report: Report, rutubeFolder: string): { city: Example[]; rutube: Example[] } {
  const city = examplesOf(cityEntries(), cityQuestions());
  const rutube = examplesOf(rutubeEntries(rutubeFolder), rutubeQuestions(rutubeFolder));
  const places = crossValidated(city, [rutube]);
  const placesOf = (kind: string) =>
    city.filter(({ question }) => question.kind === kind).map((example) => places.get(example)!);
  report.heading("Finding the article");
  report.paragraph(
    "Cross-validated: five folds by article, the weights of each learnt from the other four and the other set.",
  );
  report.table(HEADER, [
    placesRow("demo city, all article questions", [...places.values()]),
    ...KINDS.map((kind) => placesRow(`… ${kind}`, placesOf(kind))),
    placesRow("rutube support", [...crossValidated(rutube, [city]).values()]),
    placesRow("demo city, weights learnt on rutube alone", city.map(againstWeights([rutube]))),
    placesRow("rutube, weights learnt on the demo city alone", rutube.map(againstWeights([city]))),
  ]);
  return { city, rutube };
}

function againstWeights(sets: readonly (readonly Example[])[]): (example: Example) => number {
  const weights = fitWeights(sets);
  return (example) => placeOf(example, weights);
}

const RANKERS: Readonly<Record<string, readonly FeatureName[]>> = {
  "words (BM25F over stems and five-letter beginnings)": [
    "stems",
    "prefixes",
    "stemsAgainstBest",
    "prefixesAgainstBest",
  ],
  "concepts (BM25F over the thesaurus)": ["concepts", "conceptsAgainstBest"],
  "character grams": ["characters", "charactersAgainstBest"],
  "best phrasing": ["phrasing", "phrasingAgainstBest", "asked"],
  "told anywhere in the entry": ["told"],
  "pairs of words": ["pairs"],
  "what is asked for": ["asking"],
  "frames of several words": ["frames"],
  "directions of words": ["meaning"],
};

/** What is lost when one ranker is left out and the rest is fitted anew, or when the thesaurus is. */
export function ablationTable(
  report: Report,
  city: readonly Example[],
  rutube: readonly Example[],
  rutubeFolder: string,
): void {
  const row = (name: string, left: readonly Example[], right: readonly Example[]) => {
    const weights = fitWeights([left, right]);
    const [, , cityFirst, cityThree] = placesRow(
      "",
      left.map((example) => placeOf(example, weights)),
    );
    const [, , first, three] = placesRow(
      "",
      right.map((example) => placeOf(example, weights)),
    );
    return [name, `${cityFirst} / ${cityThree}`, `${first} / ${three}`];
  };
  const blank = (examples: readonly Example[], names: readonly FeatureName[]) =>
    examples.map((example) => ({
      ...example,
      rows: example.rows.map((features) =>
        features.map((value, at) => (names.includes(FEATURES[at]!) ? 0 : value)),
      ),
    }));
  const bare = { concepts: [] };
  report.heading("What each part adds");
  report.paragraph("Right first / of three, %, after fitting on all questions without the part.");
  report.table(
    ["without", "demo city", "rutube"],
    [
      row("(nothing left out)", city, rutube),
      row(
        "the thesaurus altogether",
        examplesOf(cityEntries(), cityQuestions(), bare),
        examplesOf(rutubeEntries(rutubeFolder), rutubeQuestions(rutubeFolder), bare),
      ),
      ...Object.entries(RANKERS).map(([name, features]) =>
        row(name, blank(city, features), blank(rutube, features)),
      ),
    ],
  );
}

/** Points of right-first lost to one typo, a wrong layout and Latin letters. */
export function garbledTable(report: Report): void {
  const retriever = createRetriever(cityEntries());
  const questions = cityQuestions().filter(
    ({ expect, kind, locale }) =>
      expect.article && locale === "ru" && ["paraphrase", "raw", "keywords"].includes(kind),
  );
  const first = (garble: (text: string, seed: number) => string) =>
    questions.filter(({ text, expect }, at) =>
      expect.article!.includes(retriever.rank(garble(text, at + 1)).ranked[0]?.id ?? ""),
    ).length;
  const clean = first((text) => text);
  const row = (name: string, right: number) => [
    name,
    percent(right, questions.length),
    percent(clean - right, questions.length),
  ];
  report.heading("Garbled questions");
  report.table(
    ["typed", "right first, %", "lost, points"],
    [
      row("as it should be", clean),
      row("with one typo", first(withOneTypo)),
      row("on the English layout", first(inWrongLayout)),
      row("in Latin letters", first(inLatinLetters)),
    ],
  );
}

/** Whether confidence keeps its promise, with weights learnt from other articles' questions. */
export function confidenceTables(report: Report): void {
  const judged = judgedSets();
  const confidences = new Map<Judged, number>();
  const foldOf = ({ question }: Judged) => hash(question.expect.article?.[0] ?? question.text) % 5;
  for (let fold = 0; fold < 5; fold++) {
    const weights = fitConfidence(
      judged.filter((one) => foldOf(one) !== fold),
      shareOf,
    );
    for (const one of judged)
      if (foldOf(one) === fold) confidences.set(one, one.signs ? probabilityOf(one.signs, weights) : 0);
  }
  const pairs = (set: string) =>
    judged.filter((one) => one.set === set).map((one) => [confidences.get(one)!, one.right] as const);
  report.heading("Confidence");
  report.paragraph(
    "Cross-validated as above; the error is the mean gap between promise and outcome over ten bins.",
  );
  report.table(
    [
      "set",
      "calibration error",
      "of a perfect promise, by chance",
      "answerable at 80 % precision, %",
      "at 90 %, %",
    ],
    ["city", "rutube"].map((set) => [
      set === "city" ? "demo city, questions with and without an article" : "rutube",
      calibrationError(pairs(set)).toFixed(3),
      chanceError(pairs(set).map(([confidence]) => confidence)).toFixed(3),
      percent(coverageAt(0.8, pairs(set)), 1),
      percent(coverageAt(0.9, pairs(set)), 1),
    ]),
  );
  outcomeTable(report, judged, (one) => confidences.get(one)!);
}

function outcomeTable(
  report: Report,
  judged: readonly Judged[],
  confidenceOf: (one: Judged) => number,
): void {
  const row = (name: string, belongs: (one: Judged) => boolean) => {
    const those = judged.filter(belongs);
    const answered = those.filter(
      (one) => one.signs && mayAnswer(confidenceOf(one), one.signs, THRESHOLDS.answer),
    );
    const offered = those.filter(
      (one) => one.signs && !answered.includes(one) && confidenceOf(one) >= THRESHOLDS.choose,
    );
    return [
      name,
      those.length,
      percent(answered.length, those.length),
      percent(answered.filter(({ right }) => right).length, answered.length),
      percent(offered.length, those.length),
    ];
  };
  report.paragraph(
    `Outcomes at the shipped thresholds (answer from ${THRESHOLDS.answer}, with an unheard-of word half the doubt, choose from ${THRESHOLDS.choose}):`,
  );
  report.table(
    ["questions", "n", "answered, %", "of them right, %", "offered a choice, %"],
    [
      row("demo city, with an article", ({ set, answerable }) => set === "city" && answerable),
      row("near-miss: a town's subject, no article", one("near-miss")),
      row("far out of scope", one("out-of-scope")),
      row(
        "demo city, the article taken out",
        ({ set, answerable }) => set.startsWith("city with") && !answerable,
      ),
      row("rutube", ({ set }) => set === "rutube"),
      row(
        "rutube, the article taken out",
        ({ set, answerable }) => set.startsWith("rutube with") && !answerable,
      ),
    ],
  );
}

function one(kind: string) {
  return ({ set, question }: { set: string; question: Question }) =>
    set === "city" && question.kind === kind && question.expect.abstain === true;
}
