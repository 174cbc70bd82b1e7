import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/combo-box";
import "@vaadin/dialog";
import "@vaadin/text-field";
import type { QueueItem, RestrictionKind } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { cityDay, cityMinute, momentOfCity } from "../../parts/city-clock.ts";
import { ConsoleElement } from "../../parts/console-element.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { pageStyles } from "../../parts/styles.ts";
import { isOwn } from "./queue.ts";
import { checkStyles, renderCheck } from "../../parts/check.ts";
import { type Departments, restrictionName } from "./words.ts";

export interface HoldAsked {
  /** ISO 8601 UTC. */
  readonly until: string;
}
export interface RestrictAsked {
  readonly kind: RestrictionKind;
  readonly minutes: number;
  readonly reason: string;
  /** Of a block: whoever writes from the same network, too. */
  readonly network: boolean;
}

type Asked = "menu" | "hold" | "redirect" | "restrict";
const KINDS = ["mute", "limit", "block"] as const satisfies readonly RestrictionKind[];
const MINUTE_MS = 60_000;

/**
 * What is done more rarely with a conversation, and the questions that it needs first.
 *
 * @fires hold - until when
 * @fires wake
 * @fires redirect - the body's slug
 * @fires give-back
 * @fires take
 * @fires take-quietly
 * @fires prioritise - 0, 1 or 2
 * @fires restrict - kind, term and reason
 * @fires transcript
 * @fires erase
 */
@customElement("console-acts-menu")
export class ActsMenu extends ConsoleElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    checkStyles,
    css`
      .network {
        width: min(420px, 76vw);
        margin: -6px 0 0;
      }
      .choices {
        min-width: min(340px, 72vw);
      }
      vaadin-combo-box,
      vaadin-text-field {
        width: min(420px, 76vw);
      }
    `,
  ];

  @property({ attribute: false }) item: QueueItem | undefined;
  @property() me = "";
  /** May take over what a colleague has. */
  @property({ type: Boolean }) supervises = false;
  /** May delete what was said. */
  @property({ type: Boolean }) erases = false;
  /** The network that the resident wrote from is no longer kept. */
  @property({ type: Boolean }) networkForgotten = false;
  @property({ attribute: false }) departments: Departments = new Map();
  @state() private asked: Asked | undefined;
  @state() private body = "";
  @state() private kind: RestrictionKind = "mute";
  @state() private reason = "";
  @state() private network = false;

  show(asked: Asked = "menu"): void {
    if (!this.item) return;
    [this.body, this.reason, this.kind, this.network] = ["", "", "mute", false];
    this.asked = asked;
  }

  /** From the menu to a question the dialog stays open, and the button that had the focus is gone. */
  protected override updated(changed: Map<string, unknown>): void {
    if (this.asked === undefined || changed.get("asked") === undefined) return;
    requestAnimationFrame(() => this.renderRoot.querySelector<HTMLElement>("[data-first]")?.focus());
  }

  #close = () => (this.asked = undefined);

  #do(event: string, detail?: unknown): void {
    this.#close();
    this.tell(event, detail);
  }

  protected override render() {
    const titles = {
      menu: msg("Что сделать с диалогом?"),
      hold: msg("Отложить до"),
      redirect: msg("Кто ответит на этот вопрос?"),
      restrict: msg("Ограничить жителя"),
    };
    return html`<vaadin-dialog
      header-title=${titles[this.asked ?? "menu"]}
      .opened=${this.asked !== undefined}
      @opened-changed=${openedOrLeft(this.#close)}
    >
      ${this.#renderAsked()}
      <div slot="footer">
        <vaadin-button theme="tertiary" @click=${this.#close}>${msg("Отмена")}</vaadin-button>
        ${this.#renderConfirm()}
      </div>
    </vaadin-dialog>`;
  }

  #renderAsked() {
    switch (this.asked) {
      case undefined:
        return nothing;
      case "menu":
        return this.#renderMenu();
      case "hold":
        return this.#renderHold();
      case "redirect":
        return html`<vaadin-combo-box
          data-first
          label=${msg("Организация или подразделение")}
          .items=${[...this.departments].map(([slug, name]) => ({ slug, name }))}
          item-value-path="slug"
          item-label-path="name"
          .value=${this.body}
          @value-changed=${(event: CustomEvent<{ value: string }>) => (this.body = event.detail.value)}
        ></vaadin-combo-box>`;
      case "restrict":
        return this.#renderRestrict();
      default:
        return this.asked satisfies never;
    }
  }

  #renderMenu() {
    const { item } = this;
    if (!item) return nothing;
    const own = isOwn(item, this.me);
    const served = item.state === "operator";
    const may = own || (served && this.supervises);
    const acts: readonly (readonly [boolean, string, () => void])[] = [
      [item.state === "assistant", msg("Взять у помощника"), () => this.#do("take")],
      [served && !own && this.supervises, msg("Перехватить открыто"), () => this.#do("take")],
      [
        served && !own && this.supervises,
        msg("Перехватить без объявления жителю"),
        () => this.#do("take-quietly"),
      ],
      [may && !item.holdUntil, msg("Отложить…"), () => this.show("hold")],
      [may && item.holdUntil !== undefined, msg("Вернуть в работу"), () => this.#do("wake")],
      [may || item.state === "queued", msg("Направить в другую организацию…"), () => this.show("redirect")],
      [may || item.state === "queued", msg("Отдать помощнику"), () => this.#do("give-back")],
      [
        item.state === "queued" && item.priority !== 2,
        msg("Сделать срочным"),
        () => this.#do("prioritise", 2),
      ],
      [
        item.state === "queued" && item.priority === 2,
        msg("Снять срочность"),
        () => this.#do("prioritise", 0),
      ],
      [true, msg("Ограничить жителя…"), () => this.show("restrict")],
      [true, msg("Скачать переписку"), () => this.#do("transcript")],
      [
        this.erases && (item.state === "closed" || item.state === "assistant"),
        msg("Удалить переписку…"),
        () => this.#do("erase"),
      ],
    ];
    const offered = acts.filter(([possible]) => possible);
    return html`<div class="choices">
      ${offered.map(
        ([, label, act], index) =>
          html`<vaadin-button ?data-first=${index === 0} @click=${act}>${label}</vaadin-button>`,
      )}
    </div>`;
  }

  #renderHold() {
    const tomorrow = cityMinute(cityDay(cityMinute(new Date()).slice(0, 10), 1)).slice(0, 10);
    const until = (ms: number) => new Date(Date.now() + ms);
    const choices: readonly (readonly [string, Date])[] = [
      [msg("15 минут"), until(15 * MINUTE_MS)],
      [msg("час"), until(60 * MINUTE_MS)],
      [msg("3 часа"), until(180 * MINUTE_MS)],
      [msg("завтра, 9:00"), new Date(momentOfCity(`${tomorrow}T09:00`))],
    ];
    return html`<div class="choices">
      ${choices.map(
        ([label, at], index) =>
          html`<vaadin-button
            ?data-first=${index === 0}
            @click=${() => this.#do("hold", { until: at.toISOString() } satisfies HoldAsked)}
          >
            ${label}
          </vaadin-button>`,
      )}
    </div>`;
  }

  #renderRestrict() {
    return html`<div class="choices">
      ${KINDS.map(
        (kind, index) =>
          html`<vaadin-button
            ?data-first=${index === 0}
            aria-pressed=${this.kind === kind}
            theme=${this.kind === kind ? "primary" : ""}
            @click=${() => (this.kind = kind)}
          >
            ${restrictionName(kind)}
          </vaadin-button>`,
      )}
      <vaadin-text-field
        label=${msg("Причина")}
        .value=${this.reason}
        @value-changed=${(event: CustomEvent<{ value: string }>) => (this.reason = event.detail.value)}
      ></vaadin-text-field>
      ${this.kind === "block" ? this.#renderNetwork() : nothing}
    </div>`;
  }

  #renderNetwork() {
    const { networkForgotten } = this;
    return html`${renderCheck(
        msg("И новые диалоги из той же сети"),
        this.network && !networkForgotten,
        (on) => (this.network = on),
        networkForgotten,
      )}
      <p class="network quiet">
        ${
          networkForgotten
            ? msg("Сеть этого жителя уже не известна: она хранится до конца суток.")
            : msg(
                "Из одной сети пишут семья или офис, у мобильной связи — целый район. Отмечайте, если иначе не остановить.",
              )
        }
      </p>`;
  }

  #renderConfirm() {
    if (this.asked === "redirect") {
      return html`<vaadin-button
        theme="primary"
        ?disabled=${!this.body}
        @click=${() => this.#do("redirect", this.body)}
      >
        ${msg("Направить и завершить")}
      </vaadin-button>`;
    }
    if (this.asked !== "restrict") return nothing;
    const terms: readonly (readonly [string, number])[] = [
      [msg("На час"), 60],
      [msg("На сутки"), 24 * 60],
      [msg("На месяц"), 30 * 24 * 60],
    ];
    return terms.map(
      ([label, minutes]) =>
        html`<vaadin-button
          ?disabled=${this.reason.trim() === ""}
          @click=${() =>
            this.#do("restrict", {
              kind: this.kind,
              minutes,
              reason: this.reason,
              network: this.kind === "block" && this.network && !this.networkForgotten,
            } satisfies RestrictAsked)}
        >
          ${label}
        </vaadin-button>`,
    );
  }
}
