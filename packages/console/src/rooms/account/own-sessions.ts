import { msg, str } from "@lit/localize";
import "@vaadin/button";
import type { StaffSession } from "@veche/protocol";
import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { dayAndMinute } from "../../parts/moments.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { cardStyles } from "./account-styles.ts";
import { browserName } from "./browser-name.ts";

/**
 * Where one is signed in.
 *
 * @fires account-changed
 */
@customElement("console-own-sessions")
export class OwnSessions extends RoomElement {
  static override styles = [pageStyles, cardStyles];

  @property({ attribute: false }) sessions: readonly StaffSession[] = [];

  async #end({ id }: StaffSession): Promise<void> {
    try {
      await this.desk.client.staff.endSession({ id });
      this.tell("account-changed");
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  protected override render() {
    return html`<h2>${msg("Где вы вошли")}</h2>
      <ul>
        ${repeat(
          this.sessions,
          ({ id }) => id,
          (session) => {
            const name = browserName(session.browser);
            return html`<li>
              <span class="grow">
                ${name}
                <br /><span class="quiet"
                  >${msg(str`Вход ${dayAndMinute(session.startedAt)}, действует до ${dayAndMinute(session.expiresAt)}`)}</span
                >
              </span>
              ${
                session.current
                  ? html`<span class="tag success">${msg("Этот сеанс")}</span>`
                  : html`<vaadin-button
                      theme="tertiary small error"
                      aria-label=${msg(str`Закончить сеанс: ${name}`)}
                      @click=${() => this.#end(session)}
                      >${msg("Закончить")}</vaadin-button
                    >`
              }
            </li>`;
          },
        )}
      </ul>`;
  }
}
