import { msg } from "@lit/localize";
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { ConsoleElement } from "../parts/console-element.ts";
import { icon } from "../parts/icons.ts";
import { pageStyles } from "../parts/styles.ts";
import type { Notice, Notices } from "./notices.ts";

/** Shows the notices above everything, and reads them out. */
@customElement("console-notice-list")
export class NoticeList extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        position: fixed;
        inset: auto 16px 16px auto;
        z-index: 100;
        display: grid;
        gap: 8px;
        width: min(400px, calc(100vw - 32px));
        pointer-events: none;
      }
      .notice {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 10px 8px 10px 16px;
        border-radius: 12px;
        background: light-dark(#1c2733, #e9eef5);
        color: light-dark(#fff, #16202b);
        box-shadow: var(--console-shadow);
        pointer-events: auto;
      }
      .notice.problem {
        background: light-dark(#8e1a12, #ffd9d6);
        color: light-dark(#fff, #5a100b);
      }
      p {
        flex: 1;
        overflow-wrap: anywhere;
      }
      button {
        min-height: 36px;
        padding: 4px 10px;
        border: 0;
        border-radius: 8px;
        background: none;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      button.act {
        font-weight: 600;
        text-decoration: underline;
      }
      button:hover {
        background: rgb(128 128 128 / 25%);
      }
      :focus-visible {
        outline-color: currentColor;
      }
    `,
  ];

  @property({ attribute: false }) notices!: Notices;

  #update = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.notices.addEventListener("change", this.#update);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.notices.removeEventListener("change", this.#update);
  }

  protected override render() {
    return html`<div role="log" aria-live="polite" aria-label=${msg("Сообщения")}>
      ${repeat(
        this.notices.shown,
        ({ id }) => id,
        (notice) => this.#renderNotice(notice),
      )}
    </div>`;
  }

  #renderNotice({ id, tone, text, act }: Notice) {
    const run = () => {
      act?.run();
      this.notices.close(id);
    };
    return html`<div class="notice ${tone}">
      <p>${text}</p>
      ${act ? html`<button class="act" @click=${run}>${act.label}</button>` : nothing}
      <button aria-label=${msg("Закрыть")} @click=${() => this.notices.close(id)}>${icon("close")}</button>
    </div>`;
  }
}
