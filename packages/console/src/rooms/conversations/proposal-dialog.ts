import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import type { Article, WatchedMessage } from "@veche/protocol";
import { css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";

/** Hands the question of an operator's answer to editors: as a new article, or as a phrasing of one that is near. */
@customElement("console-proposal-dialog")
export class ProposalDialog extends RoomElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    css`
      .choices {
        width: min(460px, 78vw);
      }
    `,
  ];

  /** Those that were suggested for the last question. */
  @property({ attribute: false }) near: readonly Article[] = [];
  @state() private message: WatchedMessage | undefined;

  show(message: WatchedMessage): void {
    this.message = message;
  }

  #close = () => (this.message = undefined);

  async #propose(article?: string): Promise<void> {
    const { message } = this;
    this.#close();
    if (!message) return;
    const { client, notices } = this.desk;
    try {
      await client.conversations.propose({
        id: message.conversationId,
        messageId: message.id,
        ...(article ? { article } : {}),
      });
      notices.done(msg("Передано редакторам: они увидят это в вопросах жителей."));
    } catch (error) {
      notices.refusal(error);
    }
  }

  protected override render() {
    return html`<vaadin-dialog
      header-title=${msg("Чему научить помощника?")}
      .opened=${this.message !== undefined}
      @opened-changed=${openedOrLeft(this.#close)}
    >
      <div class="choices">
        <vaadin-button data-first @click=${() => this.#propose()}
          >${msg("Сделать из ответа новую статью")}</vaadin-button
        >
        ${this.near.map(
          ({ slug, question }) =>
            html`<vaadin-button @click=${() => this.#propose(slug)}>
              ${msg("Так спрашивают про:")} ${question}
            </vaadin-button>`,
        )}
      </div>
      <div slot="footer">
        <vaadin-button theme="tertiary" @click=${this.#close}>${msg("Отмена")}</vaadin-button>
      </div>
    </vaadin-dialog>`;
  }
}
