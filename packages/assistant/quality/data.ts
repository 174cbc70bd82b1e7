import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Entry } from "../src/index.ts";

export interface Question {
  text: string;
  kind: string;
  locale: "ru" | "en";
  at?: string;
  expect: {
    article?: string[];
    hotline?: string;
    organisation?: string;
    outage?: { street: string; type: string; house: string; resource?: string; ids: string[] };
    abstain?: true;
    operator?: true;
    smalltalk?: string;
  };
}

export const city = join(import.meta.dirname, "../../../demo/city");

/** Real questions of another subject; see the NOTICE beside them. */
export const rutubeFolder = join(import.meta.dirname, "rutube");

export function table(folder: string, name: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, name), "utf8"), { columns: true });
}

export function lines<Row>(path: string): Row[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

export function cityEntries(folder = city): Entry[] {
  return ["articles.csv", "articles.en.csv"]
    .filter((name) => existsSync(join(folder, name)))
    .flatMap((name) => table(folder, name))
    .map((row) => ({
      id: row.slug ?? "",
      locale: row.locale === "en" ? "en" : "ru",
      question: row.question ?? "",
      alternatives: (row.alternatives ?? "").split(" | ").filter(Boolean),
      answer: row.answer ?? "",
      topic: row.topic,
    }));
}

export function cityQuestions(folder = city): Question[] {
  return lines<{ q: string; locale: "ru" | "en"; kind: string; expect: Question["expect"]; at?: string }>(
    join(folder, "questions.dev.jsonl"),
  ).map(({ q, ...rest }) => ({ text: q, ...rest }));
}

export function rutubeEntries(folder: string): Entry[] {
  return lines<{ id: string; topic: string; question: string; answer: string }>(join(folder, "kb.jsonl")).map(
    (row) => ({
      id: row.id,
      locale: "ru",
      question: row.question,
      alternatives: row.topic && row.topic !== row.question ? [row.topic] : [],
      answer: row.answer,
    }),
  );
}

export function rutubeQuestions(folder: string): Question[] {
  return lines<{ text: string; gold: string[] }>(join(folder, "questions.dev.jsonl")).map(
    ({ text, gold }) => ({
      text,
      kind: "support",
      locale: "ru",
      expect: { article: gold },
    }),
  );
}

/** Questions that judge, and the second city; see the NOTICE beside them. */
export const heldOutFolder = join(import.meta.dirname, "held-out");

export interface HeldOut {
  q: string;
  half: "a" | "b";
  article?: string;
  kind?: string;
}

export function heldOut(name: string): HeldOut[] {
  return lines<HeldOut>(join(heldOutFolder, `${name}.jsonl`));
}

export function secondCityEntries(): Entry[] {
  return lines<{ id: string; title: string; text: string; alternatives: string[] }>(
    join(heldOutFolder, "second-city.articles.jsonl"),
  ).map(({ id, title, text, alternatives }) => ({
    id,
    locale: "ru",
    question: title,
    alternatives,
    answer: text,
  }));
}

/** The half that may be read and learnt from. */
export function halfA(name: string): Question[] {
  return heldOut(name)
    .filter(({ half }) => half === "a")
    .map(({ q, article, kind = name }) => ({
      text: q,
      kind,
      locale: "ru",
      expect: article === undefined ? { abstain: true } : { article: [article] },
    }));
}
