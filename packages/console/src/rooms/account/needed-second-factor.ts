import { msg } from "@lit/localize";
import "@vaadin/button";
import { css, html } from "lit";
import { customElement, state } from "lit/decorators.js";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import "./second-factor.ts";

/**
 * For whoever came in by a password alone though their role asks for more: the second factor is set
 * up here, and then the console opens.
 *
 * @fires set-up
 * @fires sign-out
 */
@customElement("console-needed-second-factor")
export class NeededSecondFactor extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: grid;
        place-content: center;
        min-height: 100%;
        padding: 24px 16px;
        box-sizing: border-box;
      }
      .whole {
        display: grid;
        gap: 16px;
        width: min(480px, 92vw);
      }
    `,
  ];

  @state() private on = false;

  protected override render() {
    return html`<div class="whole">
      <div>
        <h1>${msg("Осталось включить вход по коду")}</h1>
        <p class="quiet">
          ${msg("Ваша роль открывает данные жителей, поэтому одного пароля мало. Понадобится телефон с приложением для кодов и одна минута.")}
        </p>
      </div>
      <console-second-factor
        .desk=${this.desk}
        ?on=${this.on}
        @account-changed=${() => (this.on = true)}
        @codes-kept=${() => this.tell("set-up")}
      ></console-second-factor>
      <div>
        <vaadin-button theme="tertiary" @click=${() => this.tell("sign-out")}>${msg("Выйти")}</vaadin-button>
      </div>
    </div>`;
  }
}
