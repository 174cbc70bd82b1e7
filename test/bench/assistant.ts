import { createRetriever, type Entry } from "../../packages/assistant/src/index.ts";
import { createMiniSearch } from "../../packages/assistant/quality/minisearch.ts";

const QUESTIONS = 300;
const FEWEST = 20;
const BUDGET_MS = 60_000;

export interface BenchRow {
  engine: string;
  articles: number;
  buildMs: number;
  p50Ms: number;
  p99Ms: number;
  memoryMb: number;
}

/** Ranks the same synthetic questions over the same synthetic articles with ours and with MiniSearch. */
export function benchAssistant(sizes: readonly number[] = [1_000, 100_000]): BenchRow[] {
  const rows: BenchRow[] = [];
  createRetriever(syntheticArticles(50)).rank("разогрев");
  for (const size of sizes) {
    const articles = syntheticArticles(size);
    const questions = syntheticQuestions(articles);
    rows.push(
      measure("veche", articles, questions, (entries) => {
        const retriever = createRetriever(entries);
        return (question) => retriever.rank(question);
      }),
    );
    rows.push(measure("MiniSearch", articles, questions, createMiniSearch));
  }
  return rows;
}

function measure(
  engine: string,
  articles: readonly Entry[],
  questions: readonly string[],
  build: (entries: readonly Entry[]) => (question: string) => unknown,
): BenchRow {
  globalThis.gc?.();
  const before = usedMemory();
  const started = performance.now();
  const ask = build(articles);
  const buildMs = performance.now() - started;
  globalThis.gc?.();
  const memoryMb = (usedMemory() - before) / 2 ** 20;
  for (const question of questions.slice(0, 5)) ask(question);
  const times: number[] = [];
  const until = performance.now() + BUDGET_MS;
  for (const question of questions) {
    const asked = performance.now();
    if (times.length >= FEWEST && asked > until) break;
    ask(question);
    times.push(performance.now() - asked);
  }
  times.sort((one, other) => one - other);
  return {
    engine,
    articles: articles.length,
    buildMs: Math.round(buildMs),
    p50Ms: rounded(times[Math.floor(times.length * 0.5)] ?? 0),
    p99Ms: rounded(times[Math.floor(times.length * 0.99)] ?? 0),
    memoryMb: Math.round(memoryMb),
  };
}

/** Heap and array buffers; run with --expose-gc for figures that mean something. */
function usedMemory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}

const SUBJECTS =
  `вода отопление свет газ мусор снег дорога автобус школа садик паспорт справка субсидия льгота парковка фонарь подъезд крыша
  лифт сосед собака дерево рисунок конкурс приём жалоба обращение участок гараж перепланировка приватизация квартира очередь
  пособие пенсионер инвалид библиотека каток бассейн кладбище архив вывеска ярмарка киоск сирена паводок костёр пожар река мост
  тротуар остановка проездной кружок лагерь питание прививка двор площадка контейнер батарейка счётчик квитанция долг перерасчёт`.split(
    /\s+/,
  );
const ACTIONS =
  `оформить получить узнать подать оплатить заменить починить убрать вывезти подключить отключить перенести записать вернуть
  проверить согласовать восстановить зарегистрировать пожаловаться найти`.split(/\s+/);
const SYLLABLES = "ба ве ги до жу за ки ло ма не по ра се ту фа хо це ча ши эн".split(" ");

/** Deterministic articles: town subjects among made-up names, as uneven in frequency as words are. */
export function syntheticArticles(count: number): Entry[] {
  const random = numbersFrom(42);
  const one = (list: readonly string[]) => list[Math.floor(random() ** 2 * list.length)]!;
  const made = () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => one(SYLLABLES)).join("");
  const name = Array.from({ length: 400 + Math.floor(Math.sqrt(count) * 40) }, made);
  const word = () => (random() < 0.35 ? one(SUBJECTS) : random() < 0.3 ? one(ACTIONS) : one(name));
  const sentence = (length: number) => Array.from({ length }, word).join(" ");
  return Array.from({ length: count }, (_, number) => ({
    id: `a${number}`,
    locale: "ru" as const,
    question: `Как ${one(ACTIONS)} ${one(SUBJECTS)} ${sentence(4)}?`,
    alternatives: [sentence(5), sentence(4), sentence(6)],
    answer: Array.from({ length: 8 }, () => `${sentence(9)}.`).join(" "),
  }));
}

function syntheticQuestions(articles: readonly Entry[]): string[] {
  const random = numbersFrom(7);
  return Array.from({ length: QUESTIONS }, () => {
    const { question, alternatives } = articles[Math.floor(random() * articles.length)]!;
    const words = `${question} ${alternatives[0]}`
      .replace("?", "")
      .split(" ")
      .filter(() => random() < 0.6);
    const at = Math.floor(random() * words.length);
    if (random() < 0.3 && words[at] && words[at].length > 4)
      words[at] = words[at].slice(0, 2) + words[at].slice(3);
    return `Здравствуйте, подскажите, ${words.join(" ")}`;
  });
}

function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

if (import.meta.main) console.table(benchAssistant());
