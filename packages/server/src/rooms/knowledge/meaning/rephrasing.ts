import type { Locale } from "@veche/protocol";
import { z } from "zod";
import { masked } from "../open-questions/masked.ts";
import { createEndpoint, type EndpointParts, type ModelEndpoint, QUESTION_BUDGET_MS } from "./endpoint.ts";

/** The question in other words, to find by and never to be shown; undefined where there are none in time. */
export type Rephrase = (question: string, locale: Locale) => Promise<string | undefined>;

const INSTRUCTIONS = {
  ru: "Перепиши сообщение жителя в городскую справочную одним коротким вопросом, простыми словами городских служб. Сохрани смысл, ничего не добавляй и не отвечай на вопрос. Выведи только вопрос.",
  en: "Rewrite a resident's message to a city information desk as one short question in the plain words of city services. Keep its meaning, add nothing, do not answer it. Output the question only.",
} as const satisfies Record<Locale, string>;

const LONGEST = 300;
const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/** Rephrasing by an OpenAI-compatible endpoint. Personal data is masked before a question goes there. */
export function createRephrase(endpoint: ModelEndpoint, parts: EndpointParts): Rephrase {
  const ask = createEndpoint(endpoint, parts);
  return async (question, locale) => {
    const messages = [
      { role: "system", content: INSTRUCTIONS[locale] },
      { role: "user", content: masked(question, locale) },
    ];
    const options = { messages, temperature: 0, max_tokens: 100 };
    const reply = await ask("/chat/completions", options, completion, QUESTION_BUDGET_MS);
    const line = reply?.choices[0]?.message.content.trim().split("\n")[0]?.slice(0, LONGEST);
    return line && line !== question ? line : undefined;
  };
}
