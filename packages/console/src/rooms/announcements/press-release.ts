import { msg } from "@lit/localize";
import "@vaadin/button";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";

/** The text for newspapers, to be read before it is public; it follows the sealed results. */
@customElement("console-press-release")
export class PressRelease extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      details {
        padding: 12px 18px;
      }
      summary {
        cursor: pointer;
        font-weight: 600;
      }
      pre {
        margin: 10px 0;
        padding: 12px;
        border-radius: 8px;
        background: var(--console-hover);
        font: inherit;
        font-size: var(--lumo-font-size-s);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Slug of the campaign. */
  @property() campaign = "";
  @state() private release: { readonly title: string; readonly text: string } | undefined;

  async #read(event: Event): Promise<void> {
    if (!(event.target instanceof HTMLDetailsElement) || !event.target.open) return;
    try {
      this.release = await this.desk.client.announcements.pressDraft({ slug: this.campaign });
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  #copy = async () => {
    if (!this.release) return;
    await navigator.clipboard.writeText(`${this.release.title}\n\n${this.release.text}`);
    this.desk.notices.done(msg("Текст скопирован."));
  };

  protected override render() {
    return html`<details class="panel" @toggle=${(event: Event) => this.#read(event)}>
      <summary>${msg("Сообщение для прессы")}</summary>
      ${
        this.release
          ? html`<pre lang="ru"><b>${this.release.title}</b>

${this.release.text}</pre>
              <vaadin-button theme="small" @click=${this.#copy}>${msg("Скопировать")}</vaadin-button>`
          : nothing
      }
    </details>`;
  }
}
