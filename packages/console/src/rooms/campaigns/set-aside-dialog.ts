import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import "@vaadin/text-area";
import type { SomeVotes } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { pageStyles } from "../../parts/styles.ts";

/** Which votes, in words, and how many of them count now. */
export interface MeantVotes extends SomeVotes {
  readonly what: string;
  readonly votes: number;
}

/**
 * Asks why votes are not to count.
 *
 * @fires set-aside - `{ meant, reason }`
 */
@customElement("console-set-aside-dialog")
export class SetAsideDialog extends ConsoleElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    css`
      .content {
        width: min(440px, 76vw);
      }
      vaadin-text-area {
        width: 100%;
      }
    `,
  ];

  @state() private meant: MeantVotes | undefined;
  @state() private reason = "";

  ask(meant: MeantVotes): void {
    this.meant = meant;
    this.reason = "";
  }

  #close = () => (this.meant = undefined);

  #give(): void {
    const { meant, reason } = this;
    this.#close();
    if (meant) this.tell("set-aside", { meant, reason: reason.trim() });
  }

  protected override render() {
    const { meant } = this;
    return html`<vaadin-dialog
      header-title=${msg("Отложить голоса")}
      .opened=${meant !== undefined}
      @opened-changed=${openedOrLeft(this.#close)}
    >
      ${
        meant
          ? html`<div class="content">
              <p>${msg(str`${meant.what}. Голосов: ${meant.votes}.`)}</p>
              <vaadin-text-area
                data-first
                label=${msg("Причина")}
                helper-text=${msg("Она останется в журнале и в выгрузке голосов.")}
                maxlength="500"
                .value=${this.reason}
                @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.reason = detail.value)}
              ></vaadin-text-area>
            </div>`
          : nothing
      }
      <div slot="footer">
        <vaadin-button theme="tertiary" @click=${this.#close}>${msg("Отмена")}</vaadin-button
        ><vaadin-button theme="primary" ?disabled=${this.reason.trim() === ""} @click=${() => this.#give()}>
          ${msg("Отложить")}
        </vaadin-button>
      </div>
    </vaadin-dialog>`;
  }
}
