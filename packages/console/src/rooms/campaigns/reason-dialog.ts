import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import "@vaadin/radio-group";
import "@vaadin/text-area";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { pageStyles } from "../../parts/styles.ts";
import { type Refusing, usualReasons } from "./reasons.ts";

const OWN = "own";
const MAX_CHARACTERS = 500;

/**
 * Asks for the one reason that all chosen entries get.
 *
 * @fires reason-given - `{ decision, reason }`
 */
@customElement("console-reason-dialog")
export class ReasonDialog extends ConsoleElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    css`
      .content {
        width: min(480px, 76vw);
      }
      vaadin-text-area {
        width: 100%;
      }
    `,
  ];

  @state() private decision: Refusing | undefined;
  @state() private entries = 0;
  @state() private picked = "";
  @state() private own = "";

  ask(decision: Refusing, entries: number): void {
    this.decision = decision;
    this.entries = entries;
    this.picked = "";
    this.own = "";
  }

  #close = () => (this.decision = undefined);

  #give(): void {
    const { decision } = this;
    const reason = this.picked === OWN ? this.own.trim() : this.picked;
    this.#close();
    if (decision && reason) this.tell("reason-given", { decision, reason });
  }

  protected override render() {
    const { decision } = this;
    const title = decision === "reject" ? msg("Отклонить") : msg("Попросить исправить");
    const ready = this.picked !== "" && (this.picked !== OWN || this.own.trim() !== "");
    return html`<vaadin-dialog
      header-title="${title}${this.entries > 1 ? msg(str`: работ — ${this.entries}`) : ""}"
      .opened=${decision !== undefined}
      @opened-changed=${openedOrLeft(this.#close)}
    >
      ${
        decision
          ? html`<div class="content">
              <vaadin-radio-group
                theme="vertical"
                data-first
                label=${msg("Причина. Её прочитает родитель")}
                .value=${this.picked}
                @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.picked = detail.value)}
              >
                ${usualReasons(decision).map(
                  (reason) =>
                    html`<vaadin-radio-button .value=${reason} label=${reason}></vaadin-radio-button>`,
                )}
                <vaadin-radio-button .value=${OWN} label=${msg("Другая причина")}></vaadin-radio-button>
              </vaadin-radio-group>
              ${
                this.picked === OWN
                  ? html`<vaadin-text-area
                      label=${msg("Своими словами")}
                      autofocus
                      maxlength=${MAX_CHARACTERS}
                      .value=${this.own}
                      @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.own = detail.value)}
                    ></vaadin-text-area>`
                  : nothing
              }
            </div>`
          : nothing
      }
      <div slot="footer">
        <vaadin-button theme="tertiary" @click=${this.#close}>${msg("Отмена")}</vaadin-button
        ><vaadin-button
          theme=${decision === "reject" ? "primary error" : "primary"}
          ?disabled=${!ready}
          @click=${() => this.#give()}
        >
          ${title}
        </vaadin-button>
      </div>
    </vaadin-dialog>`;
  }
}
