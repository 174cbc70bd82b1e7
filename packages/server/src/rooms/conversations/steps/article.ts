import type { Locale, ReplyButton, Source } from "@veche/protocol";
import type { Finding, PublishedArticle } from "../../knowledge/index.ts";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question, Step } from "./step.ts";

const MAX_CHOICES = 5;

function quote(
  article: PublishedArticle,
  locale: Locale,
  confidence: number,
  { wording, publicUrl }: StepPorts,
): Outcome {
  const otherLanguage = locale === "en" && article.locale === "ru";
  const source: Source = {
    title: article.sourceTitle || article.question,
    url: article.sourceUrl || `${publicUrl()}/answers/${article.slug}`,
    updatedAt: article.updated,
  };
  return {
    kind: "answer",
    text: otherLanguage
      ? `${wording.text(locale, "article.russian-only")}\n\n${article.answer}`
      : article.answer,
    sources: [source],
    origin: {
      step: "article",
      topic: article.topic,
      article: article.slug,
      version: article.version,
      confidence,
    },
  };
}

/** A pressed button: the article that was offered under that title. */
function picked({ text, locale, previous }: Question, ports: StepPorts): Outcome | undefined {
  const pick = previous?.offered?.find(({ title }) => title === text.trim());
  const article = pick && ports.knowledge.articleAnswer(pick.slug, locale);
  return article && quote(article, locale, 1, ports);
}

function unknown(question: Question, { wording }: StepPorts, finding?: Finding): Outcome {
  const { locale } = question;
  const operator = wording.text(locale, "unknown.call-operator");
  const centre = wording.callCentre();
  const contact = centre ? wording.contact(locale, centre) : wording.phone("112");
  const offered = (finding?.ranked ?? [])
    .slice(0, 3)
    .map(({ article }) => ({ slug: article.slug, title: article.question }));
  const key = offered.length > 0 ? "unknown.topics" : "unknown.contact";
  return {
    kind: "operator",
    text: `${wording.text(locale, "unknown")} ${wording.text(locale, key, { contact })}`,
    replies: [...offered.map(asButton), { title: operator, value: operator }],
    origin: { step: "unknown", offered, question: question.text, confidence: finding?.confidence },
  };
}

const asButton = ({ title }: { title: string }): ReplyButton => ({ title, value: title });

/** An approved article, word for word; some to choose from; or the honest "I don't know". */
export const article = (ports: StepPorts): Step => ({
  name: "article",
  answer(question) {
    const { text, locale, previous } = question;
    const { knowledge, wording } = ports;
    const pick = picked(question, ports);
    if (pick) return pick;
    const noneOfThese = wording.text(locale, "article.none-of-these");
    if (previous?.offered && text.trim() === noneOfThese) return unknown(question, ports);
    const finding = knowledge.find(text, { locale, limit: MAX_CHOICES });
    const first = finding.ranked[0];
    if (finding.outcome === "answer" && first) return quote(first.article, locale, finding.confidence, ports);
    if (finding.outcome !== "choose") return unknown(question, ports, finding);
    const offered = finding.ranked.map((it) => ({ slug: it.article.slug, title: it.article.question }));
    return {
      kind: "choose",
      text: wording.text(locale, "article.choose"),
      replies: [...offered.map(asButton), { title: noneOfThese, value: noneOfThese }],
      origin: {
        step: "article",
        topic: first?.article.topic,
        offered,
        question: text,
        confidence: finding.confidence,
      },
    };
  },
});
