import { msg } from "@lit/localize";
import type { ConversationFilter, ConversationView, Standing } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { isRefusal } from "../../client/server-refusal.ts";
import { icon } from "../../parts/icons.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { renderDay } from "../../parts/date-fields.ts";
import { pageStyles } from "../../parts/styles.ts";
import { CLOSE_REASONS, closeReason, type Departments, standingName, stateName } from "./words.ts";

const STATES = ["open", "assistant", "queued", "operator", "closed"] as const;
const STANDINGS = [
  "transferred",
  "returned",
  "reopened",
  "hold",
  "call_back",
  "redirected",
] as const satisfies readonly Standing[];
const SETTLES_MS = 250;

/**
 * Words and facts to search by, and filters kept under a name.
 *
 * @fires filter-changed - the new filter
 */
@customElement("console-found-filter")
export class FoundFilter extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: grid;
        gap: 6px;
        padding: 0 12px 10px;
      }
      input,
      select,
      button {
        min-width: 0;
        min-height: 38px;
        padding: 0 10px;
        border: 1px solid var(--console-field-line);
        border-radius: 8px;
        background: var(--lumo-base-color);
        color: inherit;
        font: inherit;
        font-size: var(--lumo-font-size-s);
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 6px;
      }
      .views {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      .views button[aria-pressed="true"] {
        background: var(--console-accent-soft);
        color: var(--lumo-primary-text-color);
      }
      .share {
        display: flex;
        gap: 6px;
        align-items: center;
        font-size: var(--lumo-font-size-s);
      }
      .share input {
        width: 18px;
        min-height: 18px;
        accent-color: var(--lumo-primary-color);
      }
      .views button {
        min-height: 32px;
        border-color: var(--console-line);
        border-radius: 999px;
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) filter: ConversationFilter = {};
  @property({ attribute: false }) departments: Departments = new Map();
  @state() private views: readonly ConversationView[] = [];
  /** The name that is being written for the filter. */
  @state() private naming: string | undefined;
  /** Whether colleagues will see the filter that is being named. */
  @state() private sharing = false;

  #typing: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector("input")?.focus());
  }

  async #load(): Promise<void> {
    try {
      this.views = (await this.desk.client.conversations.views({})).items;
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  #change(part: Partial<ConversationFilter>): void {
    const next = Object.fromEntries(Object.entries({ ...this.filter, ...part }).filter(([, value]) => value));
    this.tell<ConversationFilter>("filter-changed", next);
  }

  #onWords({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#change({ query: target.value }), SETTLES_MS);
  }

  async #save(): Promise<void> {
    const name = this.naming?.trim();
    if (!name) return;
    this.naming = undefined;
    try {
      const { view } = await this.desk.client.conversations.saveView({
        id: this.desk.newId(),
        name,
        filter: this.filter,
        shared: this.sharing,
      });
      this.views = [...this.views, view];
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  async #share(view: ConversationView): Promise<void> {
    try {
      const { id, name, filter, shared } = view;
      const saved = await this.desk.client.conversations.saveView({ id, name, filter, shared: !shared });
      this.views = this.views.map((it) => (it.id === id ? saved.view : it));
      this.desk.notices.done(
        saved.view.shared ? msg("Фильтр видят все операторы.") : msg("Фильтр видите только вы."),
      );
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  async #drop({ id }: ConversationView): Promise<void> {
    try {
      await this.desk.client.conversations.dropView({ id });
      this.views = this.views.filter((view) => view.id !== id);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.desk.notices.problem(error.message);
    }
  }

  protected override render() {
    const { filter } = this;
    return html`
      <input
        type="search"
        aria-label=${msg("Слова из переписки")}
        placeholder=${msg("Слова из переписки")}
        .value=${live(filter.query ?? "")}
        @input=${(event: Event) => this.#onWords(event)}
      />
      <div class="two">
        ${this.#select(
          msg("Состояние"),
          filter.state,
          STATES.map((it) => [it, it === "open" ? msg("Все открытые") : stateName(it)] as const),
          (it) => this.#change({ state: it as ConversationFilter["state"] }),
        )}
        ${this.#select(msg("Подразделение"), filter.department, [...this.departments], (it) => this.#change({ department: it }))}
        ${this.#select(
          msg("Чем закончился"),
          filter.reason,
          CLOSE_REASONS.map((it) => [it, closeReason(it)] as const),
          (it) => this.#change({ reason: it as ConversationFilter["reason"] }),
        )}
        ${this.#select(
          msg("Особенность"),
          filter.standing,
          STANDINGS.map((it) => [it, standingName(it)] as const),
          (it) => this.#change({ standing: it as ConversationFilter["standing"] }),
        )}
        ${this.#renderDay(msg("С дня"), "from")} ${this.#renderDay(msg("По день"), "to")}
      </div>
      <div class="views">
        ${this.views.map(
          (view) =>
            html`<button @click=${() => this.tell("filter-changed", view.filter)}>${view.name}</button> ${
                view.own
                  ? html`<button
                        aria-pressed=${view.shared}
                        aria-label="${msg("Показать всем операторам")}: ${view.name}"
                        title=${msg("Показать всем операторам")}
                        @click=${() => this.#share(view)}
                      >
                        ${icon("people")}
                      </button>
                      <button
                        aria-label="${msg("Убрать фильтр")}: ${view.name}"
                        @click=${() => this.#drop(view)}
                      >
                        ×
                      </button>`
                  : nothing
              }`,
        )}
        ${this.naming === undefined ? nothing : this.#renderNaming(this.naming)}
        <button @click=${() => (this.naming === undefined ? (this.naming = "") : this.#save())}>
          ${msg("Сохранить фильтр")}
        </button>
      </div>
    `;
  }

  #renderNaming(name: string) {
    return html`<input
        maxlength="80"
        aria-label=${msg("Как назвать этот фильтр?")}
        placeholder=${msg("Как назвать этот фильтр?")}
        .value=${live(name)}
        @input=${({ target }: Event) => target instanceof HTMLInputElement && (this.naming = target.value)}
        @keydown=${(event: KeyboardEvent) => event.key === "Enter" && this.#save()}
      />
      <label class="share"
        ><input
          type="checkbox"
          .checked=${live(this.sharing)}
          @change=${({ target }: Event) => target instanceof HTMLInputElement && (this.sharing = target.checked)}
        />
        ${msg("для всех операторов")}</label
      >`;
  }

  #renderDay(label: string, part: "from" | "to") {
    return renderDay({
      label,
      value: this.filter[part] ?? "",
      write: (day) => this.#change({ [part]: day }),
    });
  }

  #select(
    label: string,
    value: string | undefined,
    options: readonly (readonly [string, string])[],
    choose: (value: string) => void,
  ) {
    return html`<select
      aria-label=${label}
      @change=${({ target }: Event) => target instanceof HTMLSelectElement && choose(target.value)}
    >
      <option value="" ?selected=${!value}>${label}</option>
      ${options.map(([it, name]) => html`<option value=${it} ?selected=${it === value}>${name}</option>`)}
    </select>`;
  }
}
