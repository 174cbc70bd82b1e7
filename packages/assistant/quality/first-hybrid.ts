import type { Entry } from "../src/index.ts";
import { FEATURES, type FeatureName } from "../src/retrieval/features.ts";
import { createFinder } from "../src/retrieval/finder.ts";
import { cityEntries, type HeldOut, heldOut, secondCityEntries } from "./data.ts";
import { placesRow, type Report } from "./report.ts";

/** Stems, five-letter beginnings and character grams, each as a share of the best. */
const RANKERS: readonly FeatureName[] = ["stemsAgainstBest", "prefixesAgainstBest", "charactersAgainstBest"];
const columns = RANKERS.map((name) => FEATURES.indexOf(name));

/**
 * The simple hybrid that the issue begins with – three rankers counted alike, no thesaurus, nothing fitted – on the half
 * that judges: how hard these questions are beside those of the goals, of which it gets 54 / 73 and 76 / 91 %.
 */
export function firstHybridTable(report: Report): void {
  report.paragraph(
    "How hard these questions are: the first hybrid, three rankers counted alike without thesaurus or fitted weights, " +
      "on half b. On the questions for which the goals were set it gets 54 / 73 % (another hand) and 76 / 91 % (a second city).",
  );
  const row = (name: string, entries: readonly Entry[], questions: readonly HeldOut[]) =>
    placesRow(
      name,
      placesOf(
        entries,
        questions.filter(({ half }) => half === "b"),
      ),
    );
  report.table(
    ["first hybrid", "n", "right first, %", "of three, %", "of five, %"],
    [
      row("**half b**: demo city, another hand", cityEntries(), heldOut("other-hand")),
      row("**half b**: second city", secondCityEntries(), heldOut("second-city.questions")),
    ],
  );
}

function placesOf(entries: readonly Entry[], questions: readonly HeldOut[]): number[] {
  const finder = createFinder(entries, { concepts: [] });
  return questions.map(({ q, article }) => {
    const { candidates, index } = finder.find(q);
    const ids = candidates
      .map(({ entry, features }) => ({
        id: index.ids[entry],
        score: columns.reduce((sum, column) => sum + features[column]!, 0),
      }))
      .toSorted((one, other) => other.score - one.score)
      .map(({ id }) => id);
    const place = ids.indexOf(article);
    return place < 0 ? Number.POSITIVE_INFINITY : place;
  });
}
