import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import type { CeremonyGuest } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { renderTextInput } from "../../parts/text-input.ts";

const MOST_PEOPLE = 20;

/**
 * Notes of one guest: what they answered by telephone, or to whom the prize was given.
 *
 * @fires ceremony-told - the ceremony as it is now
 */
@customElement("console-guest-dialog")
export class GuestDialog extends RoomElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    css`
      .content {
        width: min(380px, 78vw);
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 32px;
      }
      input[type="number"] {
        width: 5em;
        min-height: 36px;
        font: inherit;
      }
    `,
  ];

  @state() private guest: CeremonyGuest | undefined;
  @state() private about: "reply" | "prize" = "reply";
  @state() private coming = true;
  @state() private people = 2;
  @state() private photo = false;
  @state() private to = "";
  readonly #attempt = new Attempt(this);

  show(guest: CeremonyGuest, about: "reply" | "prize"): void {
    this.#attempt.forget();
    this.about = about;
    this.coming = guest.reply?.coming ?? true;
    this.people = guest.reply?.people ?? 2;
    this.photo = guest.reply?.photo ?? false;
    this.to = guest.guardian.name;
    this.guest = guest;
  }

  #leave = () => (this.guest = undefined);

  #save = () =>
    this.#attempt.run(async () => {
      const { guest, coming, people, photo, to } = this;
      if (!guest) return;
      const { campaigns } = this.desk.client;
      const { ceremony } =
        this.about === "prize"
          ? await campaigns.handOutPrize({ id: guest.entryId, to: to.trim() })
          : await campaigns.noteReply({
              id: guest.entryId,
              ...(coming ? { coming, people, photo } : { coming }),
            });
      this.tell("ceremony-told", ceremony);
      this.#leave();
    });

  protected override render() {
    const { guest, about } = this;
    return html`<vaadin-dialog
      header-title=${about === "prize" ? msg("Кому вручён приз") : msg("Ответ на приглашение")}
      .opened=${guest !== undefined}
      @opened-changed=${openedOrLeft(this.#leave)}
    >
      <div class="content">
        <p>${guest?.name}. ${guest?.awards.join(", ")}</p>
        ${refusalNote(this.#attempt.refusal)}
        ${
          about === "prize"
            ? renderTextInput({
                label: msg("Кому вручён"),
                value: this.to,
                long: false,
                invalid: false,
                first: true,
                write: (to) => (this.to = to),
              })
            : this.#renderReply()
        }
      </div>
      <div slot="footer">
        <vaadin-button theme="tertiary" @click=${this.#leave}>${msg("Отмена")}</vaadin-button
        ><vaadin-button
          theme="primary"
          ?disabled=${this.#attempt.busy || (about === "prize" && this.to.trim() === "")}
          @click=${this.#save}
          >${about === "prize" ? msg("Вручён") : msg("Записать")}</vaadin-button
        >
      </div>
    </vaadin-dialog>`;
  }

  #renderReply() {
    return html`
      <label
        ><input type="radio" name="coming" .checked=${this.coming} @change=${() => (this.coming = true)} />
        ${msg("Придут")}</label
      >
      <label
        ><input type="radio" name="coming" .checked=${!this.coming} @change=${() => (this.coming = false)} />
        ${msg("Не придут")}</label
      >
      ${
        this.coming
          ? html`<label
                ><input
                  type="number"
                  min="1"
                  max=${MOST_PEOPLE}
                  .value=${String(this.people)}
                  @change=${({ target }: Event) =>
                    target instanceof HTMLInputElement &&
                    (this.people = Math.min(Math.max(Number(target.value) || 1, 1), MOST_PEOPLE))}
                />
                ${msg("человек вместе с ребёнком")}</label
              >
              <label
                ><input
                  type="checkbox"
                  .checked=${this.photo}
                  @change=${({ target }: Event) =>
                    target instanceof HTMLInputElement && (this.photo = target.checked)}
                />
                ${msg("Родитель разрешает фотографировать ребёнка")}</label
              >`
          : nothing
      }
    `;
  }
}
