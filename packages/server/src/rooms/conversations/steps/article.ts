import type { Locale, ReplyButton, Source } from "@veche/protocol";
import type { ApprovedArticle, Finding, FoundArticle } from "../../knowledge/index.ts";
import type { StepPorts } from "./ports.ts";
import type { Outcome, Question, Step } from "./step.ts";

const MAX_CHOICES = 5;

function quote(article: ApprovedArticle, locale: Locale, confidence: number, ports: StepPorts): Outcome {
  const { wording, publicUrl } = ports;
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
    },
  };
}

/** Says until when the city vouched for an answer, and who knows better now. */
function outdated({ expires, department }: ApprovedArticle, locale: Locale, { wording, city }: StepPorts) {
  const centre = (department && city.contact(department)) || wording.callCentre();
  return wording.text(locale, "article.expired", {
    date: wording.date(locale, expires),
    contact: centre ? wording.contact(locale, centre) : wording.phone("112"),
  });
}

/** A pressed button: the article that was offered under that title. */
function picked({ text, locale, previous }: Question, ports: StepPorts): Outcome | undefined {
  const pick = previous?.offered?.find(({ title }) => title === text.trim());
  const article = pick && ports.knowledge.articleAnswer(pick.slug, locale);
  if (!pick || !article) return undefined;
  const { question = "", offered = [] } = previous ?? {};
  const notice = { kind: "picked", question, locale, offered, article: pick.slug } as const;
  return { ...quote(article, locale, 1, ports), ...(question ? { notice } : {}) };
}

/** None of the buttons fitted: editors see the question that they were offered for. */
function noneFitted(question: Question, ports: StepPorts): Outcome {
  const { locale, previous } = question;
  const { question: asked = question.text, offered = [], confidence } = previous ?? {};
  const outcome = unknown({ ...question, text: asked }, ports);
  return { ...outcome, notice: { kind: "none_of_these", question: asked, locale, offered, confidence } };
}

function unknown(question: Question, { wording }: StepPorts, finding?: Finding): Outcome {
  const { locale } = question;
  const operator = wording.text(locale, "unknown.call-operator");
  const centre = wording.callCentre();
  const contact = centre ? wording.contact(locale, centre) : wording.phone("112");
  const found = (finding?.ranked ?? []).slice(0, 3);
  const offered = found.map(asOffered);
  const key = offered.length > 0 ? "unknown.topics" : "unknown.contact";
  return {
    kind: "operator",
    text: `${wording.text(locale, "unknown")} ${wording.text(locale, key, { contact })}`,
    replies: [...found.map((it) => asButton(it, locale, wording)), { title: operator, value: operator }],
    origin: { step: "unknown", offered, question: question.text, confidence: finding?.confidence },
    notice: {
      kind: "unanswered",
      question: question.text,
      locale,
      offered,
      confidence: finding?.confidence,
    },
  };
}

const asOffered = ({ article }: FoundArticle) => ({ slug: article.slug, title: article.question });

/** An article past its last day is offered with that date. */
function asButton({ article }: FoundArticle, locale: Locale, wording: StepPorts["wording"]): ReplyButton {
  const { question, expired, expires } = article;
  const title = expired
    ? wording.text(locale, "article.offered-expired", { question, date: wording.date(locale, expires) })
    : question;
  return { title, value: question };
}

/** An approved article, word for word; some to choose from; or the honest "I don't know". */
export const article = (ports: StepPorts): Step => ({
  name: "article",
  async answer(question) {
    const { text, locale, previous } = question;
    const { knowledge, wording } = ports;
    const pick = picked(question, ports);
    if (pick) return pick;
    const noneOfThese = wording.text(locale, "article.none-of-these");
    if (previous?.offered && text.trim() === noneOfThese) return noneFitted(question, ports);
    const finding = await knowledge.find(text, { locale, limit: MAX_CHOICES });
    const first = finding.ranked[0];
    if (finding.outcome === "answer" && first) return quote(first.article, locale, finding.confidence, ports);
    if (finding.outcome !== "choose") return unknown(question, ports, finding);
    const offered = finding.ranked.map(asOffered);
    return {
      kind: "choose",
      text: wording.text(locale, "article.choose"),
      replies: [
        ...finding.ranked.map((it) => asButton(it, locale, wording)),
        { title: noneOfThese, value: noneOfThese },
      ],
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
