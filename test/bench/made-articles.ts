import {
  cityEntries,
  cityQuestions,
  rutubeEntries,
  rutubeFolder,
  rutubeQuestions,
} from "../../packages/assistant/quality/data.ts";
import type { Entry } from "../../packages/assistant/src/index.ts";

export interface AskedQuestion {
  text: string;
  /** The articles that answer it; none for questions that no article answers. */
  answers: readonly string[];
}

export interface MadeBase {
  articles: Entry[];
  questions: AskedQuestion[];
}

/** How often one sentence of a made article goes on from another place of the real ones. */
const LEAP = 0.12;
/** How many of the longer words are names and terms that no other set of articles has. */
const OWN_WORDS = 0.2;
const LONG = 6;
const REAL_QUESTIONS = 0.6;
const TYPOS = 0.4;

/**
 * A knowledge base of any size: the demo town's and the video service's articles, and made ones beside them, whose
 * words follow each other as in the real ones, a fifth of the longer words replaced by made-up ones as uneven in
 * frequency as words are. Most questions are real ones to the real articles; the rest ask for made articles in part of
 * their own words, 2 of 5 with a typo. The same for the same numbers.
 */
export function madeBase(articles: number, questions: number): MadeBase {
  const random = numbersFrom(42);
  const real = [
    ...cityEntries().map((entry) => ({ ...entry, id: idIn(entry.locale, entry.id) })),
    ...rutubeEntries(rutubeFolder),
  ];
  const write = writer(
    real.filter(({ locale }) => locale === "ru"),
    articles,
    random,
  );
  const made = Array.from({ length: Math.max(0, articles - real.length) }, (_, number) => write(number));
  const all = [...real, ...made].slice(0, articles);
  const asked = shuffled(
    [
      ...cityQuestions().map(({ text, locale, expect }) => ({
        text,
        answers: (expect.article ?? []).map((id) => idIn(locale, id)),
      })),
      ...rutubeQuestions(rutubeFolder).map(({ text, expect }) => ({ text, answers: expect.article ?? [] })),
    ],
    random,
  ).slice(0, Math.round(questions * REAL_QUESTIONS));
  const toMade = Array.from({ length: questions - asked.length }, () =>
    questionTo(made[Math.floor(random() * made.length)]!, random),
  );
  return { articles: all, questions: shuffled([...asked, ...toMade], random) };
}

/** An article has the same name in both languages; to MiniSearch they are two. */
function idIn(locale: string, id: string): string {
  return `${locale}-${id}`;
}

function writer(real: readonly Entry[], count: number, random: () => number) {
  const one = <Item>(list: readonly Item[]) => list[Math.floor(random() * list.length)]!;
  const text = real.flatMap(({ question, alternatives, answer }) => [question, ...alternatives, answer]);
  const words = text.flatMap((part) => part.toLowerCase().match(/\p{L}+|\d+/gu) ?? []);
  const next = new Map<string, string[]>();
  for (const [at, word] of words.entries()) {
    const after = words[at + 1];
    if (after === undefined) continue;
    const known = next.get(word);
    if (known) known.push(after);
    else next.set(word, [after]);
  }
  const long = words.filter((word) => word.length >= LONG);
  const own = Array.from({ length: 1_000 + 2 * count }, () => {
    const [beginning, end] = [one(long), one(long)];
    return beginning.slice(0, 2 + Math.floor(random() * 4)) + end.slice(-2 - Math.floor(random() * 4));
  });
  const ownWord = () => own[Math.floor(Math.exp(random() * Math.log(own.length)))]!;
  const sentence = (length: number): string => {
    const said: string[] = [];
    let word = one(words);
    while (said.length < length) {
      said.push(word.length >= LONG && random() < OWN_WORDS ? ownWord() : word);
      word = random() < LEAP ? one(words) : one(next.get(word) ?? words);
    }
    return said.join(" ");
  };
  const some = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  return (number: number): Entry => ({
    id: `made-${number}`,
    locale: "ru",
    question: `${sentence(some(4, 10))}?`,
    alternatives: Array.from({ length: some(1, 5) }, () => sentence(some(2, 9))),
    answer: Array.from({ length: some(3, 9) }, () => `${sentence(some(6, 18))}.`).join(" "),
  });
}

function questionTo({ id, question, alternatives }: Entry, random: () => number): AskedQuestion {
  const words = `${question} ${alternatives[0]}`
    .replace("?", "")
    .split(" ")
    .filter(() => random() < 0.6);
  const at = Math.floor(random() * words.length);
  const word = words[at];
  if (random() < TYPOS && word && word.length > 4) words[at] = word.slice(0, 2) + word.slice(3);
  return { text: `Здравствуйте, подскажите, ${words.join(" ")}`, answers: [id] };
}

function shuffled<Item>(list: readonly Item[], random: () => number): Item[] {
  return list
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
