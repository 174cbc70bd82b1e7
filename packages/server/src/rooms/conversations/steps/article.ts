import { isInsult } from "@veche/assistant";
import type { Locale, ReplyButton, Source } from "@veche/protocol";
import type { ApprovedArticle, Finding, FoundArticle } from "../../knowledge/index.ts";
import { findLeaning } from "./leaning-article.ts";
import type { StepPorts } from "./ports.ts";
import { calm } from "./smalltalk.ts";
import type { Outcome, Question, Step } from "./step.ts";

const MAX_CHOICES = 5;
/** A choice is made of so many, however improbable the last of them are. */
const FEWEST_CHOICES = 3;
/**
 * From these chances on an article is offered. Of those with less that were offered for questions with a known answer,
 * one in seventy was right in a choice and one in ten after an honest "I don't know", where the others are a laugh.
 */
const WORTH_CHOOSING = 0.02;
const WORTH_A_LOOK = 0.03;
const MOST_TO_LOOK_AT = 3;

function quote(
  article: ApprovedArticle,
  question: Question,
  confidence: number,
  ports: StepPorts,
  asked = question.text,
): Outcome {
  const { wording, publicUrl } = ports;
  const { locale } = question;
  const otherLanguage = locale === "en" && article.locale === "ru";
  const source: Source = {
    title: article.sourceTitle || article.question,
    url: article.sourceUrl || `${publicUrl()}/answers/${article.slug}`,
    updatedAt: article.updated,
  };
  return {
    kind: "answer",
    text: [
      article.expired && outdated(article, locale, ports),
      otherLanguage && wording.text(locale, "article.russian-only"),
      article.answer,
    ]
      .filter(Boolean)
      .join("\n\n"),
    sources: [source],
    origin: {
      step: "article",
      topic: article.topic,
      article: article.slug,
      version: article.version,
      confidence,
      subject: {
        of: "article",
        asked,
        article: article.slug,
        ...(article.department && { contact: article.department }),
      },
    },
  };
}

/** Says until when the city vouched for an answer, and who knows better now. */
function outdated(
  { vouchedUntil, department }: ApprovedArticle,
  locale: Locale,
  { wording, city }: StepPorts,
) {
  const centre = (department && city.contact(department)) || wording.callCentre();
  return wording.text(locale, "article.expired", {
    date: wording.date(locale, vouchedUntil),
    contact: centre ? wording.contact(locale, centre) : wording.phone("112"),
  });
}

/** A pressed button: the article that was offered under that title. */
function picked(question: Question, ports: StepPorts): Outcome | undefined {
  const { text, locale, previous } = question;
  const pick = previous?.offered?.find(({ title }) => title === text.trim());
  const article = pick && ports.knowledge.articleAnswer(pick.slug, locale);
  if (!pick || !article) return undefined;
  const { question: asked = "", offered = [] } = previous ?? {};
  const notice = { kind: "picked", question: asked, locale, offered, article: pick.slug } as const;
  return { ...quote(article, question, 1, ports), ...(asked ? { notice } : {}) };
}

/** None of the buttons fitted: editors see the question that they were offered for. */
export function noneFitted(question: Question, ports: StepPorts): Outcome {
  const { locale, previous } = question;
  const { question: asked = question.text, offered = [], confidence } = previous ?? {};
  const outcome = unknown({ ...question, text: asked }, ports);
  return { ...outcome, notice: { kind: "none_of_these", question: asked, locale, offered, confidence } };
}

function unknown(question: Question, { wording }: StepPorts, finding?: Finding): Outcome {
  const { locale, text } = question;
  const operator = wording.text(locale, "unknown.call-operator");
  const centre = wording.callCentre();
  const contact = centre ? wording.contact(locale, centre) : wording.phone("112");
  const found = (finding?.ranked ?? [])
    .slice(0, MOST_TO_LOOK_AT)
    .filter(({ chance = 1 }) => chance >= WORTH_A_LOOK);
  const offered = found.map(asOffered);
  const key = offered.length > 0 ? "unknown.topics" : "unknown.contact";
  return {
    kind: "operator",
    text: `${wording.text(locale, "unknown")} ${wording.text(locale, key, { contact })}`,
    replies: [...found.map((it) => asButton(it, locale, wording)), { title: operator, value: operator }],
    origin: {
      step: "unknown",
      offered,
      question: text,
      confidence: finding?.confidence,
      offersOperator: true,
    },
    notice: { kind: "unanswered", question: text, locale, offered, confidence: finding?.confidence },
  };
}

const asOffered = ({ article }: FoundArticle) => ({ slug: article.slug, title: article.question });

/** An article that the city no longer vouches for is offered with the date until which it did. */
function asButton({ article }: FoundArticle, locale: Locale, wording: StepPorts["wording"]): ReplyButton {
  const { question, expired, vouchedUntil } = article;
  const title = expired
    ? wording.text(locale, "article.offered-expired", { question, date: wording.date(locale, vouchedUntil) })
    : question;
  return { title, value: question };
}

function choose(
  question: Question,
  finding: Finding,
  { wording }: StepPorts,
  { asked, maybeAbove }: { asked: string; maybeAbove: boolean },
): Outcome {
  const { locale } = question;
  const noneOfThese = wording.text(locale, "article.none-of-these");
  const offered = finding.ranked.filter(
    ({ chance = 1 }, place) => place < FEWEST_CHOICES || chance >= WORTH_CHOOSING,
  );
  const [first] = offered;
  const otherLanguage = locale === "en" && offered.every(({ article }) => article.locale === "ru");
  const asking = otherLanguage ? "article.choose-russian" : "article.choose";
  return {
    kind: "choose",
    text: wording.text(locale, maybeAbove ? "article.choose-more" : asking),
    replies: [
      ...offered.map((it) => asButton(it, locale, wording)),
      { title: noneOfThese, value: noneOfThese },
    ],
    origin: {
      step: "article",
      topic: first?.article.topic,
      offered: offered.map(asOffered),
      question: question.text,
      confidence: finding.confidence,
      subject: maybeAbove && question.subject ? question.subject : { of: "article", asked },
    },
  };
}

/** What is asked belongs to the answer above, and the city approved nothing more about it. */
function nothingMore(question: Question, asked: string, { wording, city }: StepPorts): Outcome {
  const { locale, subject } = question;
  const operator = wording.text(locale, "unknown.call-operator");
  const knows = (subject?.contact ? city.contact(subject.contact) : undefined) ?? wording.callCentre();
  const contact = knows ? wording.contact(locale, knows) : wording.phone("112");
  return {
    kind: "operator",
    text: wording.text(locale, "article.nothing-more", { contact }),
    replies: [{ title: operator, value: operator }],
    origin: { step: "unknown", offersOperator: true },
    notice: { kind: "unanswered", question: asked, locale, offered: [] },
  };
}

/** An approved article, word for word; some to choose from; or the honest "I don't know". */
export const article = (ports: StepPorts): Step => ({
  name: "article",
  async answer(question) {
    const { text, locale, previous } = question;
    const pick = picked(question, ports);
    if (pick) return pick;
    const noneOfThese = ports.wording.text(locale, "article.none-of-these");
    if (previous?.offered && text.trim() === noneOfThese) return noneFitted(question, ports);
    const alone = await ports.knowledge.find(text, { locale, limit: MAX_CHOICES });
    const leaning = await findLeaning(question, alone, MAX_CHOICES, ports);
    if (leaning?.kind === "said") return nothingMore(question, leaning.asked, ports);
    const { finding, asked, maybeAbove = false } = leaning ?? { finding: alone, asked: text };
    const [first] = finding.ranked;
    if (finding.outcome === "answer" && first)
      return quote(first.article, question, finding.confidence, ports, asked);
    if (finding.outcome === "choose") return choose(question, finding, ports, { asked, maybeAbove });
    return isInsult(text) ? calm(question, ports) : unknown(question, ports, finding);
  },
});
