import { msg } from "@lit/localize";
import { html, nothing } from "lit";
import type { Message, Source } from "@veche/protocol";
import type { Locale } from "@veche/ui";
import { safeHref } from "@veche/ui/markdown/safe-href.ts";
import { didItHelp } from "./did-it-help.ts";
import { day, timeOfDay } from "./in-words.ts";
import { prose } from "./prose.ts";
import { speakButton } from "./speak.ts";
import type { View } from "./view.ts";

/** What the city said; `last` is the newest, whose buttons still can be chosen. */
export function answer(one: Message, last: boolean, view: View) {
  if (one.author.kind === "system") return html`<li class="system prose" part="message">${prose(one)}</li>`;
  return html`<li class="theirs" part="message">
    <div class="author">
      ${authorName(one)} · ${timeOfDay(one.createdAt, view.locale)} ${speakButton(one, view)}
    </div>
    <div class="bubble prose">${prose(one)}${sources(one.sources, view.locale)}</div>
    ${last ? replies(one, view) : nothing} ${didItHelp(one, view)}
  </li>`;
}

function authorName({ author }: Message): string {
  if (author.kind === "assistant") return msg("Помощник (программа)");
  return author.name ?? msg("Оператор");
}

function sources(list: readonly Source[], locale: Locale) {
  if (list.length === 0) return nothing;
  return html`<div class="sources">
    ${list.map(({ title, url, updatedAt }) => {
      const href = safeHref(url);
      return html`<p>
        ${msg("Источник:")}
        ${href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${title}</a>` : title}<span
          >, ${msg("проверено")} ${day(updatedAt, locale)}</span
        >
      </p>`;
    })}
  </div>`;
}

function replies(one: Message, { act, chat }: View) {
  if (one.replies.length === 0 || chat.conversation?.state === "closed") return nothing;
  return html`<div class="replies" role="group" aria-label=${msg("Варианты ответа")}>
    ${one.replies.map(
      ({ title, value }) =>
        html`<button class="button reply" @click=${() => act.say(value)}>${title}</button>`,
    )}
  </div>`;
}
