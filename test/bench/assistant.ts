import { createRetriever, type Entry } from "../../packages/assistant/src/index.ts";
import { createMiniSearch } from "../../packages/assistant/quality/minisearch.ts";
import { type AskedQuestion, madeBase } from "./made-articles.ts";

const QUESTIONS = 1_000;
const FEWEST = 20;
const BUDGET_MS = 8_000;
const WARMING = 20;
const WARMING_MS = 1_000;

export interface BenchRow {
  engine: string;
  articles: number;
  buildMs: number;
  p50Ms: number;
  p99Ms: number;
  memoryMb: number;
  /** Of the asked questions that an article answers, those with it among the first three, in percent. */
  foundPercent: number;
  asked: number;
}

type Ask = (question: string) => readonly { id: string }[];

/** Asks the same questions of the same articles, ours first and MiniSearch after it; as many as some seconds allow. */
export function benchAssistant(sizes: readonly number[] = [1_000, 100_000]): BenchRow[] {
  const rows: BenchRow[] = [];
  createRetriever(madeBase(400, 1).articles).rank("разогрев");
  for (const size of sizes) {
    const { articles, questions } = madeBase(size, QUESTIONS);
    rows.push(
      measure("veche", articles, questions, (entries) => {
        const retriever = createRetriever(entries);
        return (question) => retriever.rank(question).ranked;
      }),
    );
    rows.push(measure("MiniSearch", articles, questions, createMiniSearch));
  }
  return rows;
}

function measure(
  engine: string,
  articles: readonly Entry[],
  questions: readonly AskedQuestion[],
  build: (entries: readonly Entry[]) => Ask,
): BenchRow {
  console.error(`${engine}: ${articles.length} articles …`);
  globalThis.gc?.();
  const before = usedMemory();
  const started = performance.now();
  const ask = build(articles);
  const buildMs = performance.now() - started;
  globalThis.gc?.();
  const memoryMb = (usedMemory() - before) / 2 ** 20;
  const warmUntil = performance.now() + WARMING_MS;
  for (const { text } of questions.slice(-WARMING)) if (performance.now() < warmUntil) ask(text);
  const times: number[] = [];
  let answerable = 0;
  let found = 0;
  const until = performance.now() + BUDGET_MS;
  for (const { text, answers } of questions) {
    const asked = performance.now();
    if (times.length >= FEWEST && asked > until) break;
    const ranked = ask(text);
    times.push(performance.now() - asked);
    if (answers.length > 0) answerable++;
    if (ranked.slice(0, 3).some(({ id }) => answers.includes(id))) found++;
  }
  times.sort((one, other) => one - other);
  return {
    engine,
    articles: articles.length,
    buildMs: Math.round(buildMs),
    p50Ms: rounded(times[Math.floor(times.length * 0.5)] ?? 0),
    p99Ms: rounded(times[Math.floor(times.length * 0.99)] ?? 0),
    memoryMb: Math.round(memoryMb),
    foundPercent: Math.round((1_000 * found) / Math.max(1, answerable)) / 10,
    asked: times.length,
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

if (import.meta.main) console.table(benchAssistant());
