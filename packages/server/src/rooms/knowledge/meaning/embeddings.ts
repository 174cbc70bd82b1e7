import { languageOf } from "@veche/assistant";
import type { Locale } from "@veche/protocol";
import { z } from "zod";
import { masked } from "../open-questions/masked.ts";
import type { ArticleRow } from "../records.ts";
import { createEndpoint, type EndpointParts, type ModelEndpoint, QUESTION_BUDGET_MS } from "./endpoint.ts";

/** How near in meaning a question is to each article, by slug: cosines, -1..1. */
export type Nearness = ReadonlyMap<string, number>;

/** A ranker by meaning, beside those by words. */
export interface Meaning {
  /** Undefined where it cannot be said in time, or the articles are not all read yet. */
  nearness(question: string, locale?: Locale): Promise<Nearness | undefined>;
  /** Reads what it has not read yet, behind the scenes. */
  read(articles: readonly ArticleRow[]): void;
}

const BATCH = 64;
const BATCH_WITHIN_MS = 20_000;
const RETRY_MS = 60_000;
const QUESTIONS_KEPT = 500;

const vectors = z.object({ data: z.array(z.object({ index: z.number(), embedding: z.array(z.number()) })) });

interface ReadArticle {
  readonly slug: string;
  readonly phrasings: readonly Float32Array[];
}

/** Embeddings of an OpenAI-compatible endpoint. Personal data is masked before a question goes there. */
export function createMeaning(endpoint: ModelEndpoint, parts: EndpointParts): Meaning {
  const ask = createEndpoint(endpoint, parts);
  const questions = new Map<string, Promise<Float32Array | undefined>>();
  let known: ReadonlyMap<string, Float32Array> = new Map();
  let articles: Readonly<Record<Locale, readonly ReadArticle[]>> | undefined;
  let wanted: readonly ArticleRow[] = [];
  let reading: Promise<void> | undefined;

  async function embed(texts: readonly string[], withinMs: number): Promise<Float32Array[] | undefined> {
    const reply = await ask("/embeddings", { input: texts }, vectors, withinMs);
    if (reply?.data.length !== texts.length) return undefined;
    return reply.data
      .toSorted((one, other) => one.index - other.index)
      .map(({ embedding }) => unit(Float32Array.from(embedding)));
  }

  /** A question is asked for more than once while it is answered. */
  function vectorOf(question: string): Promise<Float32Array | undefined> {
    const kept = questions.get(question);
    if (kept) return kept;
    const vector = embed([question], QUESTION_BUDGET_MS).then((found) => {
      if (!found) questions.delete(question);
      return found?.[0];
    });
    questions.set(question, vector);
    const [oldest] = questions.keys();
    if (questions.size > QUESTIONS_KEPT && oldest !== undefined) questions.delete(oldest);
    return vector;
  }

  async function readWanted(): Promise<void> {
    const rows = wanted;
    const texts = [...new Set(rows.flatMap(phrasingsOf))];
    const fresh = new Map(texts.flatMap((text) => entryIfKnown(known, text)));
    const unread = texts.filter((text) => !fresh.has(text));
    for (let from = 0; from < unread.length; from += BATCH) {
      const batch = unread.slice(from, from + BATCH);
      const found = await embed(batch, BATCH_WITHIN_MS);
      if (!found) {
        setTimeout(startReading, RETRY_MS).unref();
        break;
      }
      for (const [at, text] of batch.entries()) fresh.set(text, found[at] ?? new Float32Array());
    }
    known = fresh;
    if (!texts.every((text) => fresh.has(text))) return;
    articles = { ru: readIn("ru", rows, fresh), en: readIn("en", rows, fresh) };
  }

  function startReading(): void {
    reading ??= readWanted().finally(() => {
      reading = undefined;
    });
  }

  return {
    read(rows) {
      wanted = rows;
      const before = reading;
      if (before) void before.then(startReading);
      else startReading();
    },
    async nearness(question, locale = languageOf(question)) {
      if (!articles) return undefined;
      const vector = await vectorOf(masked(question, locale));
      if (!vector) return undefined;
      return new Map(
        articles[locale].map(({ slug, phrasings }) => [
          slug,
          Math.max(...phrasings.map((phrasing) => product(phrasing, vector))),
        ]),
      );
    },
  };
}

const phrasingsOf = ({ question, alternatives }: ArticleRow) => [question, ...alternatives];

const entryIfKnown = (known: ReadonlyMap<string, Float32Array>, text: string) => {
  const vector = known.get(text);
  return vector ? [[text, vector] as const] : [];
};

const readIn = (locale: Locale, rows: readonly ArticleRow[], read: ReadonlyMap<string, Float32Array>) =>
  rows
    .filter((row) => row.locale === locale)
    .map((row) => ({ slug: row.slug, phrasings: phrasingsOf(row).flatMap((text) => read.get(text) ?? []) }));

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(product(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
