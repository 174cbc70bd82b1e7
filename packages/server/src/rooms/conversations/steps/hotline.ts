import { asksHotline, findHotline } from "@veche/assistant";
import type { Locale } from "@veche/protocol";
import type { HotlineRecord } from "../../city/index.ts";
import type { StepPorts } from "./ports.ts";
import type { Question, Step } from "./step.ts";

const SURE_ENOUGH = 0.45;
const MAX_CHARACTERS = 400;

/** A department's phones and hours, when that is what is asked for. */
export const hotline = (ports: StepPorts): Step => ({
  name: "hotline",
  async answer(question) {
    const { text, locale, at } = question;
    if (!asksHotline(text)) return undefined;
    const { city, knowledge } = ports;
    // Who asks for a phone does it in few words; noise of thousands of letters would hold everyone up.
    const found = findHotline(text.slice(0, MAX_CHARACTERS), city.snapshot().hotlines);
    const record = found && city.hotline(found.slug);
    if (!found || !record || found.confidence < SURE_ENOUGH) return undefined;
    // "Which papers does the registry want" names an office too, but an article answers it better.
    const article = await knowledge.find(text, { locale, limit: 1 });
    if (article.outcome === "answer" && article.confidence > found.confidence) return undefined;
    return {
      kind: "answer",
      text: describeHotline(record, locale, question, ports),
      sources: [
        {
          title: ports.wording.text(locale, "hotline.source"),
          url: `${ports.publicUrl()}/hotlines#${record.slug}`,
          updatedAt: at.toISOString(),
        },
      ],
      origin: { step: "hotline", topic: record.topics[0], confidence: found.confidence },
    };
  },
});

function describeHotline(
  it: HotlineRecord,
  locale: Locale,
  { at }: Question,
  { wording }: StepPorts,
): string {
  const phones = [
    wording.text(locale, "hotline.phones", { phones: wording.phones(it.phones) }),
    it.extension && wording.text(locale, "hotline.extension", { extension: it.extension }),
  ]
    .filter(Boolean)
    .join(", ");
  return [
    `**${locale === "en" && it.nameEn ? it.nameEn : it.name}**`,
    [
      `- ${phones}`,
      `- ${wording.hours(locale, it.hours, at)}`,
      it.address && `- ${wording.text(locale, "hotline.address", { address: it.address })}`,
      it.email &&
        `- ${wording.text(locale, "hotline.email", { email: `[${it.email}](mailto:${it.email})` })}`,
    ]
      .filter(Boolean)
      .join("\n"),
    locale === "ru" ? it.about : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}
