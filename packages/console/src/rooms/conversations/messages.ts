import { msg } from "@lit/localize";
import type { Attachment, WatchedMessage } from "@veche/protocol";
import { html, nothing, type TemplateResult } from "lit";
import type { Unsent } from "../../client/outbox.ts";
import { day, minute } from "../../parts/moments.ts";
import { renderMarkdown } from "../../parts/render-markdown.ts";

const SIDES = { resident: "", assistant: "assistant", operator: "said", system: "" } as const;

/** One utterance. A resident's words are shown as they were typed. */
export function renderMessage(
  message: WatchedMessage,
  propose: (message: WatchedMessage) => void,
): TemplateResult {
  const { author, text, sources, replies, attachments = [], createdAt } = message;
  if (author.kind === "system") return html`<p class="system">${text} · ${minute(createdAt)}</p>`;
  return html`<article class=${SIDES[author.kind]}>
    ${text === "" ? nothing : author.kind === "resident" ? html`<div class="plain">${text}</div>` : renderMarkdown(text)}
    ${attachments.length > 0 ? html`<div class="pictures">${attachments.map(renderPicture)}</div>` : nothing}
    ${
      sources.length > 0
        ? html`<div class="facts">
            ${sources.map(
              ({ title, url, updatedAt }) =>
                html`<span
                  >${msg("Источник:")}
                  ${url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${title}</a>` : title}${
                    updatedAt ? html`, ${day(updatedAt)}` : nothing
                  }</span
                >`,
            )}
          </div>`
        : nothing
    }
    ${
      replies.length > 0
        ? html`<div class="replies">
            ${replies.map(({ title }) => html`<span class="tag">${title}</span>`)}
          </div>`
        : nothing
    }
    <div class="facts">
      <span>${authorName(author)}</span><time datetime=${createdAt}>${minute(createdAt)}</time>
      ${
        author.kind === "operator"
          ? html`<button @click=${() => propose(message)}>${msg("В статью")}</button>`
          : nothing
      }
    </div>
  </article>`;
}

/** A picture, small; it opens large in a tab of its own. */
function renderPicture({ id, width, height }: Attachment): TemplateResult {
  const address = `/api/v1/staff/attachments/${id}`;
  return html`<a href=${address} target="_blank" rel="noopener"
    ><img
      src="${address}?size=small"
      width=${width}
      height=${height}
      loading="lazy"
      alt=${msg("Снимок жителя: открыть крупно")}
  /></a>`;
}

const authorName = ({ kind, name }: WatchedMessage["author"]) =>
  ({
    resident: name ?? msg("Житель"),
    assistant: msg("Помощник"),
    operator: name ?? msg("Оператор"),
    system: "",
  })[kind];

/** What the operator wrote and the server has not taken yet. */
export function renderUnsent(
  { text, refused }: Unsent,
  acts: { readonly retry: () => void; readonly takeBack: () => void },
): TemplateResult {
  return html`<article
    class="said ${refused === undefined ? "" : "refused"}"
    aria-busy=${refused === undefined}
  >
    ${renderMarkdown(text)}
    <div class="facts">
      ${
        refused === undefined
          ? html`<span>${msg("Отправляется…")}</span>`
          : html`<span role="alert">${refused}</span>
              <button @click=${acts.retry}>${msg("Повторить")}</button>
              <button @click=${acts.takeBack}>${msg("Вернуть в поле")}</button>`
      }
    </div>
  </article>`;
}
