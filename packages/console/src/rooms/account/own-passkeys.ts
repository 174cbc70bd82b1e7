import { msg, str } from "@lit/localize";
import "@vaadin/button";
import type { Passkey } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { dayAndMinute } from "../../parts/moments.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { knowsPasskeys, makePasskey, turnedAway } from "../../shell/passkeys.ts";
import { cardStyles } from "./account-styles.ts";
import { browserName } from "./browser-name.ts";

/**
 * Keys that one's phone or computer keeps, in the place of a password.
 *
 * @fires account-changed
 */
@customElement("console-own-passkeys")
export class OwnPasskeys extends RoomElement {
  static override styles = [pageStyles, cardStyles];

  @property({ attribute: false }) passkeys: readonly Passkey[] = [];
  @state() private busy = false;

  async #add(): Promise<void> {
    this.busy = true;
    try {
      const { options, challenge } = await this.desk.client.staff.startPasskey({});
      const response = await makePasskey(options);
      await this.desk.client.staff.addPasskey({
        challenge,
        response,
        name: browserName(navigator.userAgent),
      });
      this.desk.notices.done(msg("Ключ добавлен. Теперь можно входить без пароля."));
      this.tell("account-changed");
    } catch (error) {
      if (!turnedAway(error)) this.desk.notices.refusal(error);
    } finally {
      this.busy = false;
    }
  }

  async #remove({ id }: Passkey): Promise<void> {
    try {
      await this.desk.client.staff.removePasskey({ id });
      this.tell("account-changed");
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  protected override render() {
    return html`<h2>${msg("Ключи доступа")}</h2>
      <p class="quiet">
        ${msg("Вход по отпечатку, лицу или ключу безопасности. Ключ хранится на вашем устройстве, подобрать его нельзя.")}
      </p>
      ${
        this.passkeys.length > 0
          ? html`<ul>
              ${repeat(
                this.passkeys,
                ({ id }) => id,
                (passkey) => this.#renderPasskey(passkey),
              )}
            </ul>`
          : nothing
      }
      <div>
        <vaadin-button ?disabled=${this.busy || !knowsPasskeys()} @click=${() => this.#add()}>
          ${msg("Добавить ключ")}
        </vaadin-button>
      </div>
      ${knowsPasskeys() ? nothing : html`<p class="quiet">${msg("Этот браузер не умеет работать с ключами.")}</p>`}`;
  }

  #renderPasskey(passkey: Passkey) {
    const { name, addedAt } = passkey;
    return html`<li>
      <span class="grow"
        >${name}
        ${addedAt ? html`<br /><span class="quiet">${msg(str`Добавлен ${dayAndMinute(addedAt)}`)}</span>` : nothing}</span
      >
      <vaadin-button
        theme="tertiary small error"
        aria-label=${msg(str`Убрать ключ: ${name}`)}
        @click=${() => this.#remove(passkey)}
        >${msg("Убрать")}</vaadin-button
      >
    </li>`;
  }
}
