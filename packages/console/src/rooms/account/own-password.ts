import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/password-field";
import { html } from "lit";
import { customElement, state } from "lit/decorators.js";
import { isRefusal } from "../../client/server-refusal.ts";
import { Attempt } from "../../parts/attempt.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { cardStyles } from "./account-styles.ts";

/** A new password: afterwards one signs in again, everywhere. */
@customElement("console-own-password")
export class OwnPassword extends RoomElement {
  static override styles = [pageStyles, cardStyles];

  @state() private current = "";
  @state() private password = "";
  readonly #attempt = new Attempt(this);

  async #change(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.current || !this.password) return;
    await this.#attempt.run(async () => {
      try {
        await this.desk.client.staff.changePassword({ current: this.current, password: this.password });
        this.current = "";
        this.password = "";
        this.desk.notices.done(msg("Пароль изменён. Войдите с новым."));
        // The session is over: the next question shows the door.
        await this.desk.client.staff.session({});
      } catch (error) {
        if (!isRefusal(error, "unauthenticated")) throw error;
      }
    });
  }

  protected override render() {
    return html`<h2>${msg("Пароль")}</h2>
      <p class="quiet">
        ${msg("После смены все сеансы закончатся: на этом и на других устройствах нужно будет войти снова.")}
      </p>
      <form
        novalidate
        @submit=${(event: Event) => this.#change(event)}
        @keydown=${(event: KeyboardEvent) => event.key === "Enter" && this.#change(event)}
      >
        ${this.#renderField("current", msg("Нынешний пароль"), "current-password")}
        ${this.#renderField("password", msg("Новый пароль"), "new-password", msg("Не меньше 10 знаков. Проще всего запомнить несколько слов."))}
        ${refusalNote(this.#attempt.refusal)}
        <vaadin-button
          ?disabled=${this.#attempt.busy || !this.current || !this.password}
          @click=${(event: Event) => this.#change(event)}
        >
          ${msg("Сменить пароль")}
        </vaadin-button>
      </form>`;
  }

  #renderField(field: "current" | "password", label: string, autocomplete: string, helper = "") {
    return html`<vaadin-password-field
      label=${label}
      helper-text=${helper}
      autocomplete=${autocomplete}
      manual-validation
      ?invalid=${this.#attempt.refusal?.field === field}
      .i18n=${{ reveal: msg("Показать пароль") }}
      .value=${this[field]}
      @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this[field] = detail.value)}
    ></vaadin-password-field>`;
  }
}
