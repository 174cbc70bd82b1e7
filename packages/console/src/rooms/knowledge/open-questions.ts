import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/select";
import type { OpenQuestion, QuestionOrigin, QuestionState } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import { KeysController } from "../../parts/keys-controller.ts";
import { QueryController } from "../../parts/query-controller.ts";
import { loadingNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import "../../parts/shortcuts-help.ts";
import type { ShortcutsHelp } from "../../parts/shortcuts-help.ts";
import { pageStyles } from "../../parts/styles.ts";
import { articlesStyles } from "./articles-styles.ts";
import "./open-question.ts";
import type { OpenQuestionDetail } from "./open-question.ts";
import { type QuestionAct, questionShortcuts } from "./question-shortcuts.ts";
import { questionsStyles } from "./question-styles.ts";
import { originName, stateName } from "./question-words.ts";

const STATES = ["open", "rejected", "accepted"] as const satisfies readonly QuestionState[];
const ORIGINS = [
  "unanswered",
  "none_of_these",
  "picked",
  "sent_by_operator",
] as const satisfies readonly QuestionOrigin[];

/** What residents asked and the assistant could have answered better: editors teach it from here. */
@customElement("console-open-questions")
export class OpenQuestions extends RoomElement {
  static override styles = [pageStyles, articlesStyles, questionsStyles];

  @state() private items: readonly OpenQuestion[] | undefined;
  @state() private nextCursor: string | undefined;
  @query("console-open-question") private detail!: OpenQuestionDetail | null;
  @query("console-shortcuts-help") private help!: ShortcutsHelp;

  readonly #address = new QueryController(this);
  #read = "";

  constructor() {
    super();
    new KeysController<QuestionAct>(this, questionShortcuts, (act) => this.#act(act));
  }

  #wanted() {
    const asked = this.#address.get("state");
    const origin = this.#address.get("origin");
    return {
      state: STATES.find((it) => it === asked) ?? "open",
      origin: ORIGINS.find((it) => it === origin),
    };
  }

  protected override willUpdate(): void {
    const wanted = JSON.stringify(this.#wanted());
    if (wanted === this.#read) return;
    this.#read = wanted;
    this.items = undefined;
    void this.#load();
  }

  /** Reads the list from its start, or goes on with it. */
  async #load(cursor?: string): Promise<void> {
    const wanted = this.#read;
    try {
      const page = await this.desk.client.knowledge.openQuestions({ ...this.#wanted(), cursor });
      if (wanted !== this.#read) return;
      this.items = [...(cursor ? (this.items ?? []) : []), ...page.items];
      this.nextCursor = page.nextCursor;
    } catch (error) {
      this.items ??= [];
      this.desk.notices.refusal(error);
    }
  }

  #chosen(): OpenQuestion | undefined {
    const id = this.#address.get("question");
    return this.items?.find((question) => question.id === id);
  }

  #choose(question: OpenQuestion | undefined): void {
    this.#address.set({ question: question?.id });
  }

  #act(act: QuestionAct): void {
    if (act === "help") this.help.show();
    else if (act === "accept") void this.detail?.accept();
    else if (act === "reject") void this.detail?.reject();
    else this.#step(act === "next" ? 1 : -1);
  }

  #step(by: number): void {
    const items = this.items ?? [];
    const at = items.findIndex(({ id }) => id === this.#address.get("question"));
    const next = items[at < 0 ? 0 : Math.min(Math.max(at + by, 0), items.length - 1)];
    this.#choose(next);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" }),
    );
  }

  /** What is decided leaves the list, and the next one stands in its place. */
  #onDecided({ id }: OpenQuestion): void {
    const items = this.items ?? [];
    const at = items.findIndex((question) => question.id === id);
    this.items = items.filter((question) => question.id !== id);
    this.#choose(this.items[Math.min(at, this.items.length - 1)]);
  }

  protected override render() {
    const chosen = this.#chosen();
    return html`<div class="columns" data-showing=${chosen ? "article" : "list"}>
        <section class="list" aria-label=${msg("Вопросы жителей")}>
          ${this.#renderHeader()} ${this.#renderList(chosen?.id)}
        </section>
        <div class=${chosen ? "article" : "trying"}>
          ${
            chosen
              ? keyed(
                  chosen.id,
                  html`<console-open-question
                    .question=${chosen}
                    @question-decided=${({ detail }: CustomEvent<OpenQuestion>) => this.#onDecided(detail)}
                    @question-back=${() => void this.#load()}
                    @close-question=${() => this.#choose(undefined)}
                  ></console-open-question>`,
                )
              : html`<p class="quiet">
                  ${msg("Выберите вопрос слева. Добавленный к статье, он начнёт находить её после публикации.")}
                </p>`
          }
        </div>
      </div>
      <console-shortcuts-help .shortcuts=${questionShortcuts}></console-shortcuts-help>`;
  }

  #renderHeader() {
    const { state, origin } = this.#wanted();
    const select = (label: string, name: string, value: string, items: { value: string; label: string }[]) =>
      html`<vaadin-select
        accessible-name=${label}
        .items=${items}
        .value=${value}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => {
          if (detail.value && detail.value !== value) {
            this.#address.set({ [name]: detail.value, question: undefined });
          }
        }}
      ></vaadin-select>`;
    return html`<header>
      <h1>${msg("Вопросы жителей")}</h1>
      <div class="filters">
        ${select(
          msg("Состояние"),
          "state",
          state,
          STATES.map((value) => ({ value, label: stateName(value) })),
        )}
        ${select(msg("Откуда вопрос"), "origin", origin ?? "all", [
          { value: "all", label: msg("Все") },
          ...ORIGINS.map((value) => ({ value, label: originName(value) })),
        ])}
      </div>
    </header>`;
  }

  #renderList(chosen: string | undefined) {
    const { items } = this;
    if (!items) return loadingNote();
    if (items.length === 0) {
      return html`<p class="empty">
        ${
          this.#wanted().state === "open"
            ? msg("Всё разобрано. Новые вопросы появятся здесь сами.")
            : msg("Здесь пока пусто.")
        }
      </p>`;
    }
    return html`<ul>
      ${repeat(
        items,
        ({ id }) => id,
        (question) => html`<li>${this.#renderLine(question, question.id === chosen)}</li>`,
      )}
      ${
        this.nextCursor
          ? html`<li class="more">
              <vaadin-button theme="tertiary" @click=${() => void this.#load(this.nextCursor)}>
                ${msg("Показать ещё")}
              </vaadin-button>
            </li>`
          : nothing
      }
    </ul>`;
  }

  #renderLine(question: OpenQuestion, chosen: boolean) {
    return html`<button aria-current=${chosen ? "true" : "false"} @click=${() => this.#choose(question)}>
      <span class="words">${question.question}</span>
      <span class="facts">
        <span class="tag" title=${msg(str`Спрашивали раз: ${question.times}`)}
          ><span class="visually-hidden">${msg("Спрашивали раз:")}</span> ${question.times}</span
        >
        <span>${originName(question.origin)}</span>
        ${question.article ? html`<span class="suggested">${question.article.question}</span>` : nothing}
      </span>
    </button>`;
  }
}
