import type { TemplateResult } from "lit";
import type { Message } from "@veche/protocol";
import { markdown } from "@veche/ui/markdown/render.ts";

const shown = new WeakMap<Message, readonly TemplateResult[]>();

/** A message's Markdown, read once. */
export function prose(message: Message): readonly TemplateResult[] {
  const known = shown.get(message);
  if (known) return known;
  const read = markdown(message.text);
  shown.set(message, read);
  return read;
}
