import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import "@vaadin/text-field";
import type { Erasure, QueueItem } from "@veche/protocol";
import { css, html } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { count } from "../../parts/moments.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";

/**
 * Deletes or anonymises a conversation on the resident's request. It cannot be undone; a signed record of it stays.
 *
 * @fires erased - the record
 */
@customElement("console-erase-dialog")
export class EraseDialog extends RoomElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    css`
      .content {
        width: min(460px, 78vw);
      }
    `,
  ];

  @state() private item: QueueItem | undefined;
  @state() private why = "";
  readonly #attempt = new Attempt(this);

  show(item: QueueItem): void {
    this.#attempt.forget();
    [this.item, this.why] = [item, ""];
  }

  #close = () => (this.item = undefined);

  #erase = (mode: Erasure["mode"]) =>
    this.#attempt.run(async () => {
      if (!this.item) return;
      const { conversations } = this.desk.client;
      const { erasure } = await conversations.erase({ id: this.item.id, mode, why: this.why.trim() });
      this.#close();
      this.tell("erased", erasure);
      this.desk.notices.done(
        msg(str`Стёрто сообщений: ${count(erasure.messages)}. Запись об этом — в разделе «Смена и очередь».`),
      );
    });

  protected override render() {
    const unready = this.#attempt.busy || this.why.trim() === "";
    return html`<vaadin-dialog
      header-title=${msg("Удалить переписку?")}
      .opened=${this.item !== undefined}
      @opened-changed=${openedOrLeft(this.#close)}
    >
      <div class="content">
        ${refusalNote(this.#attempt.refusal)}
        <p>
          ${msg("Вернуть её будет нельзя. «Обезличить» стирает слова, снимки и заметки, но оставляет диалог в цифрах. «Удалить» убирает его целиком.")}
        </p>
        <vaadin-text-field
          data-first
          label=${msg("Почему: чья просьба, номер обращения")}
          maxlength="300"
          .value=${this.why}
          @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.why = detail.value)}
        ></vaadin-text-field>
      </div>
      <div slot="footer">
        <vaadin-button theme="tertiary" @click=${this.#close}>${msg("Отмена")}</vaadin-button>
        <vaadin-button theme="error" ?disabled=${unready} @click=${() => this.#erase("anonymise")}>
          ${msg("Обезличить")}
        </vaadin-button>
        <vaadin-button theme="error primary" ?disabled=${unready} @click=${() => this.#erase("delete")}>
          ${msg("Удалить")}
        </vaadin-button>
      </div>
    </vaadin-dialog>`;
  }
}
