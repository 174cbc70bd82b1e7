import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import "@vaadin/text-area";
import type { QuestionGroup } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { count, lasting } from "../../parts/moments.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { checkStyles, renderCheck } from "../../parts/check.ts";
import "./suggested-articles.ts";
import type { Words } from "./composer.ts";

/** What waiting residents ask alike: one answer for all, each hears it in their own conversation. */
@customElement("console-groups-dialog")
export class GroupsDialog extends RoomElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    checkStyles,
    css`
      .content {
        width: min(620px, 80vw);
      }
      .members {
        max-height: 30vh;
        overflow-y: auto;
      }
      .choices vaadin-button {
        height: auto;
        min-height: 40px;
        white-space: normal;
        text-align: start;
      }
      console-suggested-articles {
        margin: 0;
      }
    `,
  ];

  @state() private open = false;
  @state() private groups: readonly QuestionGroup[] | undefined;
  @state() private group: QuestionGroup | undefined;
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private text = "";
  /** One for each answer: a second try is heard by nobody twice. */
  #clientId = "";
  readonly #attempt = new Attempt(this);

  show(): void {
    [this.open, this.groups, this.group, this.text] = [true, undefined, undefined, ""];
    void this.#load();
  }

  #load = () =>
    this.#attempt.run(async () => {
      this.groups = (await this.desk.client.conversations.groups({})).items;
      this.#toFirst();
    });

  #choose(group: QuestionGroup): void {
    this.#clientId = this.desk.newId();
    this.#attempt.forget();
    [this.group, this.text] = [group, ""];
    this.chosen = new Set(group.members.map(({ conversationId }) => conversationId));
    this.#toFirst();
  }

  /** What had the keyboard is gone with its list. */
  #toFirst(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("[data-first]")?.focus());
  }

  #back = () => {
    this.group = undefined;
    this.#toFirst();
  };

  #close = () => (this.open = false);

  #answer = () =>
    this.#attempt.run(async () => {
      const { answered, left } = await this.desk.client.conversations.answerGroup({
        ids: [...this.chosen],
        text: this.text,
        clientId: this.#clientId,
      });
      this.#close();
      const done = msg(str`Ответ получили: ${count(answered.length)}.`);
      const others = msg(str`Уже не ждали или ждут другое подразделение: ${count(left.length)}.`);
      this.desk.notices.done(left.length > 0 ? `${done} ${others}` : done);
    });

  protected override render() {
    return html`<vaadin-dialog
      header-title=${this.group?.question ?? msg("Похожие вопросы")}
      .opened=${this.open}
      @opened-changed=${openedOrLeft(this.#close)}
    >
      ${
        this.open
          ? html`<div class="content">
              ${refusalNote(this.#attempt.refusal)}
              ${this.group ? this.#renderGroup(this.group) : this.#renderGroups()}
            </div>`
          : nothing
      }
      <div slot="footer">
        ${
          this.group
            ? html`<vaadin-button theme="tertiary" @click=${this.#back}>${msg("К группам")}</vaadin-button
                ><vaadin-button
                  theme="primary"
                  ?disabled=${this.#attempt.busy || this.chosen.size === 0 || this.text.trim() === ""}
                  @click=${this.#answer}
                >
                  ${msg(str`Ответить и завершить: ${count(this.chosen.size)}`)}
                </vaadin-button>`
            : html`<vaadin-button theme="tertiary" @click=${this.#close}>${msg("Закрыть")}</vaadin-button>`
        }
      </div>
    </vaadin-dialog>`;
  }

  #renderGroups() {
    if (!this.groups)
      return this.#attempt.busy ? html`<p class="empty">${msg("Сравниваем вопросы…")}</p>` : nothing;
    if (this.groups.length === 0) {
      return html`<p class="empty">${msg("Сейчас все ждут с разными вопросами.")}</p>`;
    }
    return html`<p class="quiet">
        ${msg("Один ответ получит каждый в своём диалоге, и диалоги завершатся.")}
      </p>
      <div class="choices">
        ${this.groups.map(
          (group, index) =>
            html`<vaadin-button ?data-first=${index === 0} @click=${() => this.#choose(group)}>
              ${group.question} (${count(group.members.length)})
            </vaadin-button>`,
        )}
      </div>`;
  }

  #renderGroup({ question, locale, members }: QuestionGroup) {
    const now = new Date();
    return html`<fieldset>
        <legend>${msg("Кому ответить")}</legend>
        <div class="members">
          ${members.map(({ conversationId, question: words, waitingSince }) =>
            renderCheck(
              waitingSince ? `${words} — ${lasting(waitingSince, now)}` : words,
              this.chosen.has(conversationId),
              (on) => {
                const next = new Set(this.chosen);
                if (on) next.add(conversationId);
                else next.delete(conversationId);
                this.chosen = next;
              },
            ),
          )}
        </div>
      </fieldset>
      <vaadin-text-area
        data-first
        label=${msg("Ответ для всех")}
        maxlength="4000"
        .value=${this.text}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.text = detail.value)}
      ></vaadin-text-area>
      <console-suggested-articles
        .client=${this.desk.client}
        .question=${question}
        .locale=${locale}
        answerable
        only-insert
        @insert-article=${(event: CustomEvent<Words>) => this.#insert(event)}
      ></console-suggested-articles>`;
  }

  /** Here an article is looked at before it goes to many. */
  #insert(event: CustomEvent<Words>): void {
    event.stopPropagation();
    this.text = event.detail.text;
  }
}
