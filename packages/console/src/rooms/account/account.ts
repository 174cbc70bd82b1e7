import { msg } from "@lit/localize";
import { Task } from "@lit/task";
import { css, html } from "lit";
import { customElement } from "lit/decorators.js";
import { shown } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { roleName } from "../../parts/roles.ts";
import "./own-passkeys.ts";
import "./own-password.ts";
import "./own-sessions.ts";
import "./second-factor.ts";

/** One's own account: how one comes in, and where one is signed in. */
@customElement("console-account")
export class Account extends RoomElement {
  static override styles = [
    pageStyles,
    documentStyles,
    css`
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(380px, 100%), 1fr));
        gap: 16px;
        align-items: start;
      }
    `,
  ];

  readonly #reading = new Task(this, {
    args: () => [],
    task: (_, { signal }) => this.desk.client.staff.account({}, signal),
  });

  protected override render() {
    const { me } = this.desk;
    return html`<div class="page" @account-changed=${() => this.#reading.run()}>
      <div>
        <h1>${msg("Моя учётная запись")}</h1>
        <p class="quiet">${me.name} · ${me.email} · ${roleName(me.role)}</p>
      </div>
      ${shown(this.#reading, (account) => this.#renderCards(account))}
    </div>`;
  }

  #renderCards(account: Awaited<ReturnType<typeof this.desk.client.staff.account>>) {
    return html`<div class="cards">
      <console-second-factor .desk=${this.desk} ?on=${account.secondFactor}></console-second-factor>
      <console-own-passkeys .desk=${this.desk} .passkeys=${account.passkeys}></console-own-passkeys>
      <console-own-password .desk=${this.desk}></console-own-password>
      <console-own-sessions .desk=${this.desk} .sessions=${account.sessions}></console-own-sessions>
    </div>`;
  }
}
