import { splitQuestions } from "@veche/assistant";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question } from "./step.ts";

/** These speak to the message as a whole, however much else it asks. */
const WHOLE = new Set(["emergency", "operator-wanted", "not-an-appeal", "smalltalk"]);

/**
 * Several questions in one message get several answers, each under its question. Where they come to
 * the same answer, or none has one, the message is answered as it stands.
 *
 * @param whole the outcome of the message as it stands
 */
export async function answerSeveral(
  question: Question,
  whole: Outcome,
  one: (question: Question) => Promise<Outcome>,
  { wording }: StepPorts,
): Promise<Outcome> {
  if (WHOLE.has(whole.origin.step) || question.previous?.offered) return whole;
  const parts = splitQuestions(question.text);
  if (parts.length < 2) return whole;
  const outcomes: { part: string; outcome: Outcome }[] = [];
  for (const part of parts) outcomes.push({ part, outcome: await one({ ...question, text: part }) });
  if (outcomes.some(({ outcome }) => WHOLE.has(outcome.origin.step))) return whole;
  const answered = outcomes.filter(({ outcome }) => outcome.kind === "answer");
  const distinct = new Set(answered.map(({ outcome }) => outcome.text));
  if (distinct.size < 2) return whole;
  const { locale } = question;
  const missing = outcomes.length > answered.length;
  const operator = wording.text(locale, "unknown.call-operator");
  const sources = answered.flatMap(({ outcome }) => outcome.sources ?? []);
  return {
    kind: "answer",
    text: outcomes
      .map(({ part, outcome }) => {
        const answer = outcome.kind === "answer" ? outcome.text : wording.text(locale, "unknown");
        return `**${plain(part)}**\n\n${answer}`;
      })
      .join("\n\n"),
    sources: sources.filter((it, index) => sources.findIndex(({ url }) => url === it.url) === index),
    replies: missing ? [{ title: operator, value: operator }] : [],
    origin: { ...answered.at(-1)?.outcome.origin, step: "several" },
  };
}

/** The resident's words are shown back as words, whatever marks they hold. */
const plain = (text: string) =>
  text
    .replace(/[\\`*_[\]()<>|#~]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
