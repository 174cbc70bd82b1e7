import { splitQuestions } from "@veche/assistant";
import type { Locale } from "@veche/protocol";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question } from "./step.ts";

/** Buttons for each question that could not be answered outright. */
const MOST_OFFERED = 2;

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
  const isPick = question.previous?.offered?.some(({ title }) => title === question.text.trim());
  if (WHOLE.has(whole.origin.step) || isPick) return whole;
  const parts = splitQuestions(question.text);
  if (parts.length < 2) return whole;
  const outcomes: { part: string; outcome: Outcome }[] = [];
  for (const part of parts) {
    // «телефон ЗАГСа и до скольки он работает»: the second leans on the first.
    const { subject = question.subject } = outcomes.at(-1)?.outcome.origin ?? {};
    outcomes.push({ part, outcome: await one({ ...question, text: part, ...(subject && { subject }) }) });
  }
  if (outcomes.some(({ outcome }) => WHOLE.has(outcome.origin.step))) return whole;
  const answered = outcomes.filter(({ outcome }) => outcome.kind === "answer");
  const distinct = new Set(answered.map(({ outcome }) => outcome.text));
  const offered = outcomes.flatMap(({ outcome }) =>
    outcome.kind === "choose" ? (outcome.origin.offered ?? []).slice(0, MOST_OFFERED) : [],
  );
  const shown = new Set(answered.map(({ outcome }) => outcome.origin.article));
  const others = offered.filter(
    ({ slug }, index) => !shown.has(slug) && offered.findIndex((it) => it.slug === slug) === index,
  );
  if (
    distinct.size === 0 ||
    (distinct.size < 2 && others.length < offered.length) ||
    distinct.size + others.length < 2
  )
    return whole;
  const { locale } = question;
  const missing = outcomes.some(({ outcome }) => outcome.kind === "operator");
  const operator = wording.text(locale, "unknown.call-operator");
  const sources = answered.flatMap(({ outcome }) => outcome.sources ?? []);
  return {
    kind: "answer",
    text: outcomes
      .map(({ part, outcome }) => {
        return `**${capital(plain(part))}**\n\n${answerTo(outcome, locale, wording)}`;
      })
      .join("\n\n"),
    sources: sources.filter((it, index) => sources.findIndex(({ url }) => url === it.url) === index),
    replies: [
      ...others.map(({ title }) => ({ title, value: title })),
      ...(missing ? [{ title: operator, value: operator }] : []),
    ],
    origin: {
      ...answered.at(-1)?.outcome.origin,
      step: "several",
      ...(others.length > 0 && { offered: others, question: question.text }),
      ...(missing && { offersOperator: true }),
    },
  };
}

function answerTo({ kind, text, origin }: Outcome, locale: Locale, wording: StepPorts["wording"]): string {
  if (kind === "operator") return wording.text(locale, "unknown");
  return kind === "choose" && origin.offered ? wording.text(locale, "several.choose") : text;
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The resident's words are shown back as words, whatever marks they hold. */
const plain = (text: string) =>
  text
    .replace(/[\\`*_[\]()<>|#~]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
