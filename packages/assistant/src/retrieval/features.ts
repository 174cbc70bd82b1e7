import type { Analysis } from "./analysis.ts";
import { candidateEntries } from "./candidates.ts";
import { hashOf } from "./character-grams.ts";
import type { KnowledgeIndex } from "./knowledge-index.ts";
import { createPhrasingMatcher } from "./phrasing-match.ts";
import { askedWords } from "./word-match.ts";

/** What is measured of each candidate, in the order of the model's weights. */
export const FEATURES = [
  "stems",
  "prefixes",
  "concepts",
  "characters",
  "phrasing",
  "asked",
  "told",
  "pairs",
  "asking",
  "stemsAgainstBest",
  "prefixesAgainstBest",
  "conceptsAgainstBest",
  "charactersAgainstBest",
  "phrasingAgainstBest",
  "exact",
  "frames",
  "meaning",
] as const;

export type FeatureName = (typeof FEATURES)[number];

export interface Candidate {
  entry: number;
  features: number[];
}

/** A feature, and the one that holds it as a share of the best candidate's. */
const RELATIVE: readonly (readonly [from: number, to: number])[] = [
  [0, 9],
  [1, 10],
  [2, 11],
  [3, 12],
  [4, 13],
];
/** The entries that may answer, each with its features, all about 0..1. */
export function candidatesFor(
  question: Analysis,
  index: KnowledgeIndex,
  asking: ReadonlySet<number>,
): Candidate[] {
  const matcher = createPhrasingMatcher(question, askedWords(question, index, asking), index, asking);
  const text = hashOf(question.words.join(" "));
  const likeness = index.phrasingGrams.likenessTo(
    question.words.filter((_, at) => question.weights[at]! > 0),
  );

  const meaning = index.phrasingMeaning.likenessTo(question);

  const candidates = candidateEntries(question, index, asking).map(
    ({ entry, stems, prefixes, concepts }): Candidate => {
      const first = index.phrasings[entry]!;
      const end = index.phrasings[entry + 1]!;
      let characters = 0;
      let match = 0;
      let asked = 0;
      let paired = 0;
      let askingMatch = 0;
      let exact = 0;
      let frames = 0;
      let meant = 0;
      matcher.begin(entry);
      for (let phrasing = first; phrasing < end; phrasing++) {
        characters = Math.max(characters, likeness(phrasing));
        meant = Math.max(meant, meaning(phrasing));
        const said = matcher.read(phrasing);
        if (said.match > match) {
          match = said.match;
          asked = said.asked;
        }
        paired = Math.max(paired, said.paired);
        askingMatch = Math.max(askingMatch, said.asking);
        if (index.texts[phrasing] === text) exact = 1;
        frames = Math.max(frames, said.frames);
      }
      return {
        entry,
        // In the order of FEATURES; those against the best come once all are known.
        features: [
          stems,
          prefixes,
          concepts,
          characters,
          match,
          asked,
          matcher.told(),
          paired,
          askingMatch,
          0,
          0,
          0,
          0,
          0,
          exact,
          frames,
          meant,
        ],
      };
    },
  );

  for (const [from, to] of RELATIVE) {
    const most = candidates.reduce((top, { features }) => Math.max(top, features[from]!), 0) || 1;
    for (const { features } of candidates) features[to] = features[from]! / most;
  }
  return candidates;
}
