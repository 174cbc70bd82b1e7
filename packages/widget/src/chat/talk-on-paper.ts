import { msg, str } from "@lit/localize";
import type { Message } from "@veche/protocol";
import type { Locale } from "@veche/ui";

/** One thing said, as it is kept outside the panel. */
export interface Said {
  /** Who and when: «Помощник (программа), 22.11.2026, 17:58». */
  readonly head: string;
  /** As it was written, the city's words in Markdown, with the sources below. */
  readonly text: string;
  readonly isMarkdown: boolean;
}

/** A talk for paper or for a file, oldest first. */
export function onPaper(messages: readonly Message[], locale: Locale): Said[] {
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" });
  return messages.map(({ author, createdAt, text, sources, attachments = [] }) => ({
    head: `${nameOf(author)}, ${moment.format(new Date(createdAt))}`,
    text: [
      ...(text ? [text] : []),
      ...(attachments.length > 0 ? [msg(str`[Снимков: ${attachments.length}]`)] : []),
      ...sources.map(({ title, url }) => `${msg("Источник:")} ${title}, ${url}`),
    ].join("\n\n"),
    isMarkdown: author.kind !== "resident",
  }));
}

function nameOf({ kind, name }: Message["author"]): string {
  switch (kind) {
    case "resident":
      return msg("Вы");
    case "assistant":
      return msg("Помощник (программа)");
    case "operator":
      return name ?? msg("Оператор");
    default:
      return msg("Чат");
  }
}

export function asFile(heading: string, said: readonly Said[]): string {
  return [heading, ...said.map(({ head, text }) => `${head}\n${text}`)].join("\n\n") + "\n";
}
