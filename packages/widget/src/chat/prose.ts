import { html, type TemplateResult } from "lit";
import type { Message } from "@veche/protocol";
import { whenNeeded } from "./when-needed.ts";

const renderer = whenNeeded(() => import("@veche/ui/markdown/render.ts"));
const shown = new WeakMap<Message, readonly TemplateResult[]>();

/** Fetches what reads Markdown, before the first answer needs it. */
export const fetchProse = (): void => void renderer(() => {});

/** A message's Markdown, read once; as plain words until the reading code is here. */
export function prose(message: Message, arrived: () => void): readonly TemplateResult[] {
  const known = shown.get(message);
  if (known) return known;
  const code = renderer(arrived);
  if (!code) return [html`<p class="words">${message.text}</p>`];
  const read = code.markdown(message.text);
  shown.set(message, read);
  return read;
}
