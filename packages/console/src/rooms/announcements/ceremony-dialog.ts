import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import type { Ceremony } from "@veche/protocol";
import { css, html } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { renderMoment } from "../../parts/date-fields.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { renderTextInput } from "../../parts/text-input.ts";

/**
 * When and where prizes are handed out.
 *
 * @fires ceremony-told - the ceremony as it is now
 */
@customElement("console-ceremony-dialog")
export class CeremonyDialog extends RoomElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    css`
      .content {
        width: min(460px, 78vw);
      }
    `,
  ];

  @state() private slug = "";
  @state() private at = "";
  @state() private place = "";
  @state() private note = "";
  @state() private invited = false;
  readonly #attempt = new Attempt(this);

  show(slug: string, { at, place, note, guests }: Ceremony): void {
    this.#attempt.forget();
    this.at = at ?? "";
    this.place = place;
    this.note = note;
    this.invited = guests.some(({ invitedAt }) => invitedAt);
    this.slug = slug;
  }

  #leave = () => (this.slug = "");

  #save = () =>
    this.#attempt.run(async () => {
      const { slug, at, place, note } = this;
      const { ceremony } = await this.desk.client.campaigns.setCeremony({ slug, at, place, note });
      this.tell("ceremony-told", ceremony);
      this.#leave();
      this.desk.notices.done(msg("Время и место записаны."));
    });

  protected override render() {
    const wrong = this.#attempt.refusal?.field;
    return html`<vaadin-dialog
      header-title=${msg("Когда и где награждение")}
      .opened=${this.slug !== ""}
      @opened-changed=${openedOrLeft(this.#leave)}
    >
      <div class="content">
        ${refusalNote(this.#attempt.refusal)}
        ${this.invited ? html`<p class="quiet">${msg("Приглашённые получат письмо об изменении.")}</p>` : ""}
        ${renderMoment({
          label: msg("Начало"),
          value: this.at,
          invalid: wrong === "at",
          write: (at) => (this.at = at),
        })}
        ${renderTextInput({
          label: msg("Место"),
          value: this.place,
          long: false,
          invalid: wrong === "place",
          write: (place) => (this.place = place),
        })}
        ${renderTextInput({
          label: msg("Что ещё сказать гостям"),
          value: this.note,
          long: true,
          invalid: wrong === "note",
          write: (note) => (this.note = note),
        })}
      </div>
      <div slot="footer">
        <vaadin-button theme="tertiary" @click=${this.#leave}>${msg("Отмена")}</vaadin-button
        ><vaadin-button
          theme="primary"
          ?disabled=${this.at === "" || this.place.trim() === "" || this.#attempt.busy}
          @click=${this.#save}
          >${msg("Сохранить")}</vaadin-button
        >
      </div>
    </vaadin-dialog>`;
  }
}
