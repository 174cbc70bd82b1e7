import { msg } from "@lit/localize";
import type { Note, OperatorView, WatchedMessage } from "@veche/protocol";
import { html, type TemplateResult } from "lit";
import { minute } from "../../parts/moments.ts";

/** Messages and notes in the order in which they were written. */
export type Spoken =
  | { readonly kind: "message"; readonly key: string; readonly message: WatchedMessage }
  | { readonly kind: "note"; readonly key: string; readonly note: Note };

/** A note stands after the message that was the last when it was written. */
export function withNotes(messages: readonly WatchedMessage[], notes: readonly Note[]): readonly Spoken[] {
  const after = Map.groupBy(notes, ({ afterSeq }) => afterSeq);
  const noted = (seq: number): Spoken[] =>
    (after.get(seq) ?? []).map((note) => ({ kind: "note", key: note.id, note }));
  return [
    ...noted(0),
    ...messages.flatMap((message): Spoken[] => [
      { kind: "message", key: String(message.seq), message },
      ...noted(message.seq),
    ]),
  ];
}

/** Colleagues whose name stands in the text after an «@». */
export const namedIn = (text: string, colleagues: readonly OperatorView[]): string[] =>
  colleagues.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);

/** Whom the «@…» that is being typed at the end of the text may mean. */
export function whomMeant(text: string, colleagues: readonly OperatorView[]): readonly OperatorView[] {
  const begun = /@([^@\n]{0,40})$/.exec(text)?.[1]?.toLowerCase();
  if (begun === undefined) return [];
  return colleagues
    .filter(({ name }) => name.toLowerCase().startsWith(begun) && name.length > begun.length)
    .slice(0, 5);
}

export const renderNote = ({ author, text, createdAt }: Note): TemplateResult =>
  html`<article class="internal">
    <div class="plain">${text}</div>
    <div class="facts">
      <span>${msg("Заметка, житель её не видит")}</span><span>${author.name}</span
      ><time datetime=${createdAt}>${minute(createdAt)}</time>
    </div>
  </article>`;
