import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import "@vaadin/radio-group";
import "@vaadin/text-area";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { cityMinute, momentOfCity } from "../../parts/city-clock.ts";
import { renderMoment } from "../../parts/date-fields.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { pageStyles } from "../../parts/styles.ts";
import { type Refusing, usualReasons } from "./reasons.ts";

const OWN = "own";
const MAX_CHARACTERS = 500;
const WEEK_MS = 7 * 86_400_000;

/** The last minute of the day a week from now, by the city's clocks. */
const inAWeek = () => momentOfCity(`${cityMinute(new Date(Date.now() + WEEK_MS)).slice(0, 10)}T23:59`);

/**
 * Asks for the one reason that all chosen entries get.
 *
 * @fires reason-given - `{ decision, reason, fixBy }`; the last is the day to mend it by, where one is set
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
  @state() private fixBy = "";

  ask(decision: Refusing, entries: number): void {
    this.decision = decision;
    this.entries = entries;
    this.picked = "";
    this.own = "";
    this.fixBy = decision === "ask_fix" ? inAWeek() : "";
  }

  #close = () => (this.decision = undefined);

  #give(): void {
    const { decision } = this;
    const reason = this.picked === OWN ? this.own.trim() : this.picked;
    this.#close();
    if (decision && reason) this.tell("reason-given", { decision, reason, fixBy: this.fixBy || undefined });
  }

  protected override render() {
    const { decision } = this;
    const title = decision === "reject" ? msg("Отклонить") : msg("Попросить исправить");
    const isLate = this.fixBy !== "" && new Date(this.fixBy) <= new Date();
    const ready = !isLate && this.picked !== "" && (this.picked !== OWN || this.own.trim() !== "");
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
                  ({ written, shown }) =>
                    html`<vaadin-radio-button .value=${written} label=${shown}></vaadin-radio-button>`,
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
              ${
                decision === "ask_fix"
                  ? html`${renderMoment({
                        label: msg("Исправить до"),
                        value: this.fixBy,
                        write: (moment) => (this.fixBy = moment),
                        invalid: isLate,
                      })}
                      <p class="quiet">
                        ${
                          isLate
                            ? msg("Это время уже прошло. Выберите другое или сотрите.")
                            : msg(
                                "Родитель увидит этот срок в письме и на своей странице. Без срока поле оставьте пустым.",
                              )
                        }
                      </p>`
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
