import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import "@vaadin/text-field";
import type { OperatorView } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Attempt } from "../../../parts/attempt.ts";
import { dialogStyles, openedOrLeft } from "../../../parts/dialogs.ts";
import { refusalNote } from "../../../parts/reading.ts";
import { RoomElement } from "../../../parts/room-element.ts";
import { pageStyles } from "../../../parts/styles.ts";
import type { Departments } from "../words.ts";
import { checkStyles, renderCheck } from "../../../parts/check.ts";

const ENGLISH = "en";

/**
 * What one operator brings to the queue: departments, languages, matters, how many conversations at once, whether
 * they supervise.
 *
 * @fires operator-saved
 */
@customElement("console-operator-dialog")
export class OperatorDialog extends RoomElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    checkStyles,
    css`
      .content {
        width: min(480px, 78vw);
      }
      .many {
        max-height: 34vh;
        overflow-y: auto;
      }
    `,
  ];

  @property({ attribute: false }) departments: Departments = new Map();
  /** Matters of the knowledge, slug → name. */
  @property({ attribute: false }) topics: ReadonlyMap<string, string> = new Map();
  @state() private operator: OperatorView | undefined;
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private skills: ReadonlySet<string> = new Set();
  @state() private most = "";
  @state() private supervises = false;
  readonly #attempt = new Attempt(this);

  show(operator: OperatorView): void {
    this.#attempt.forget();
    this.operator = operator;
    this.chosen = new Set(operator.departments);
    this.skills = new Set(operator.skills);
    this.most = operator.mostOpen === undefined ? "" : String(operator.mostOpen);
    this.supervises = operator.supervises;
  }

  #close = () => (this.operator = undefined);

  #save = () =>
    this.#attempt.run(async () => {
      const { operator } = this;
      if (!operator) return;
      await this.desk.client.conversations.saveOperator({
        id: operator.id,
        departments: [...this.chosen],
        skills: [...this.skills],
        mostOpen: this.most.trim() === "" ? undefined : Number(this.most),
        supervises: this.supervises,
      });
      this.#close();
      this.desk.notices.done(msg(str`${operator.name}: изменения сохранены.`));
      this.tell("operator-saved");
    });

  protected override render() {
    const { operator } = this;
    return html`<vaadin-dialog
      header-title=${operator?.name ?? ""}
      .opened=${operator !== undefined}
      @opened-changed=${openedOrLeft(this.#close)}
    >
      ${operator ? html`<div class="content">${this.#renderFields(operator)}</div>` : nothing}
      <div slot="footer">
        <vaadin-button theme="tertiary" @click=${this.#close}>${msg("Отмена")}</vaadin-button>
        <vaadin-button theme="primary" ?disabled=${this.#attempt.busy} @click=${this.#save}>
          ${msg("Сохранить")}
        </vaadin-button>
      </div>
    </vaadin-dialog>`;
  }

  #renderFields({ home }: OperatorView) {
    const homeName = home && (this.departments.get(home) ?? home);
    return html`${refusalNote(this.#attempt.refusal)}
      <vaadin-text-field
        data-first
        label=${msg("Сколько диалогов сразу")}
        helper-text=${msg("Пусто — как для всех. Отложенные не считаются.")}
        inputmode="numeric"
        manual-validation
        ?invalid=${this.#attempt.refusal?.field === "mostOpen"}
        .value=${this.most}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.most = detail.value)}
      ></vaadin-text-field>
      ${renderCheck(msg("Отвечает и по-английски"), this.skills.has(ENGLISH), (on) => {
        this.skills = toggled(this.skills, ENGLISH, on);
      })}
      ${renderCheck(
        msg("Старший смены: видит диалоги коллег и может их перехватить"),
        this.supervises,
        (on) => {
          this.supervises = on;
        },
      )}
      <fieldset>
        <legend>${msg("Чьи вопросы берёт")}</legend>
        <p class="quiet">
          ${
            homeName
              ? msg(str`Ничего не отмечено — вопросы своего подразделения (${homeName}) и общие.`)
              : msg("Ничего не отмечено — все вопросы.")
          }
        </p>
        <div class="many">
          ${[...this.departments].map(([slug, name]) =>
            renderCheck(name, this.chosen.has(slug), (on) => (this.chosen = toggled(this.chosen, slug, on))),
          )}
        </div>
      </fieldset>
      <fieldset>
        <legend>${msg("В каких темах силён")}</legend>
        <p class="quiet">
          ${msg("Такие вопросы очередь даёт сначала тем, кто в теме. Если их нет на смене или все заняты, — любому.")}
        </p>
        <div class="many">
          ${[...this.topics].map(([topic, name]) =>
            renderCheck(name, this.skills.has(skillOf(topic)), (on) => {
              this.skills = toggled(this.skills, skillOf(topic), on);
            }),
          )}
        </div>
      </fieldset>`;
  }
}

/** Knowing a matter, as the queue calls it. */
export const skillOf = (topic: string): string => `topic:${topic}`;

function toggled(before: ReadonlySet<string>, one: string, on: boolean): ReadonlySet<string> {
  const next = new Set(before);
  if (on) next.add(one);
  else next.delete(one);
  return next;
}
