import type { Locale, Note, RecordedMove } from "@veche/protocol";
import { localMoment } from "../../city-time.ts";
import type { Say } from "../../texts.ts";
import type { ConversationRow, MessageRow } from "./store.ts";

export interface TranscriptParts {
  readonly say: Say;
  readonly timeZone: string;
  readonly locale: Locale;
}

/** A conversation as plain text: who said what and when, in the city's time; notes only when they are given. */
export function transcriptOf(
  row: ConversationRow,
  messages: readonly MessageRow[],
  notes: readonly Note[],
  moves: readonly RecordedMove[],
  { say, timeZone, locale }: TranscriptParts,
): string {
  const text = (key: string, values?: Record<string, string>) =>
    say(locale, `conversations.transcript.${key}`, values);
  const at = (moment: string) => localMoment(timeZone, new Date(moment)).slice(0, 19).replace("T", " ");
  const lines = messages.map((message) => ({
    at: message.created_at,
    seq: message.seq,
    text: `[${at(message.created_at)}] ${message.author_name ?? text(message.author_kind)}:\n${message.text}`,
  }));
  for (const note of notes) {
    lines.push({
      at: note.createdAt,
      seq: note.afterSeq + 0.5,
      text: `[${at(note.createdAt)}] ${text("note")}, ${note.author.name}:\n${note.text}`,
    });
  }
  const head = [
    text("heading", { id: row.id }),
    `${text("begun")}: ${at(row.created_at)}`,
    ...(row.closed_at ? [`${text("ended")}: ${at(row.closed_at)}`] : []),
    `${text("channel")}: ${row.channel}`,
    ...(row.page ? [`${text("page")}: ${row.page}`] : []),
    ...moves.map(
      (move) => `${at(move.at)} ${move.by}: ${move.move}${move.detail ? ` (${move.detail})` : ""}`,
    ),
  ];
  const body = lines.toSorted((a, b) => a.seq - b.seq).map((line) => line.text);
  return `\u{feff}${head.join("\n")}\n\n${body.join("\n\n")}\n`;
}
