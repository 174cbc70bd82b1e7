import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import "@vaadin/progress-bar";
import type { CityList, SheetImport } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { isRefusal } from "../../client/server-refusal.ts";
import { sendFile } from "../../client/send-file.ts";
import { openedOrLeft } from "../../parts/dialogs.ts";
import { icon } from "../../parts/icons.ts";
import { count } from "../../parts/moments.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { language } from "../../shell/language.ts";

const ASKS_EVERY_MS = 400;

/**
 * A list out to a file, and in from one: first what it would change, or its mistakes row by row; then all of it.
 *
 * @fires list-changed
 */
@customElement("console-list-files")
export class ListFiles extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .content {
        display: grid;
        gap: 12px;
        width: min(640px, 80vw);
      }
      ul {
        display: grid;
        gap: 4px;
        max-height: 44vh;
        padding-inline-start: 20px;
        overflow: auto;
      }
      .link {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-height: 36px;
        padding: 0 10px;
      }
    `,
  ];

  /** One of the city's lists, or its articles. */
  @property() list: CityList | "articles" = "hotlines";
  @state() private reading = false;
  @state() private found: SheetImport | undefined;
  @state() private refusal = "";
  @query("input") private input!: HTMLInputElement;

  async #read(): Promise<void> {
    const file = this.input.files?.[0];
    this.input.value = "";
    if (!file) return;
    this.reading = true;
    this.refusal = "";
    try {
      const reply = await sendFile<{ import: SheetImport }>(this.#addresses().imports, file, {
        locale: language(),
        unreachable: msg("Сервер не отвечает. Проверьте соединение и повторите."),
      });
      this.found = reply.import;
    } catch (error) {
      this.desk.notices.refusal(error);
    } finally {
      this.reading = false;
    }
  }

  #addresses() {
    return this.list === "articles"
      ? { file: "/api/v1/staff/articles-file", imports: "/api/v1/staff/articles-imports" }
      : { file: `/api/v1/staff/city/${this.list}/file`, imports: `/api/v1/staff/city/${this.list}/imports` };
  }

  #calls() {
    const { city, knowledge } = this.desk.client;
    return this.list === "articles"
      ? { asked: knowledge.articleImport, take: knowledge.takeArticles }
      : { asked: city.importState, take: city.takeImport };
  }

  async #take({ id }: SheetImport): Promise<void> {
    const { asked, take } = this.#calls();
    this.found = this.found && { ...this.found, state: "writing", progress: 0 };
    const asking = setInterval(() => {
      asked({ id }).then(
        (reply) => this.found?.state === "writing" && (this.found = reply.import),
        () => undefined,
      );
    }, ASKS_EVERY_MS);
    try {
      await take({ id });
      this.found = undefined;
      this.desk.notices.done(msg("Список загружен."));
      this.tell("list-changed");
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.refusal = error.message;
      this.found = this.found && { ...this.found, state: "ready" };
    } finally {
      clearInterval(asking);
    }
  }

  protected override render() {
    const { file } = this.#addresses();
    return html`
      <a class="link" href="${file}?format=csv" download>${icon("download")} CSV</a>
      <a class="link" href="${file}?format=xlsx" download>${icon("download")} XLSX</a>
      <input
        type="file"
        hidden
        accept=".csv,.xlsx"
        aria-label=${msg("Файл списка")}
        @change=${() => this.#read()}
      />
      <vaadin-button ?disabled=${this.reading} @click=${() => this.input.click()}>
        ${icon("upload")} ${this.reading ? msg("Читаем файл…") : msg("Загрузить файл")}
      </vaadin-button>
      <vaadin-dialog
        header-title=${msg("Что изменит файл")}
        .opened=${this.found !== undefined}
        @opened-changed=${openedOrLeft(() => (this.found = undefined))}
      >
        ${this.found ? html`<div class="content">${this.#renderFound(this.found)}</div>` : nothing}
        <div slot="footer">
          <vaadin-button theme="tertiary" @click=${() => (this.found = undefined)}
            >${msg("Закрыть")}</vaadin-button
          >${
            this.found && this.found.state !== "refused"
              ? html`<vaadin-button
                  theme="primary"
                  ?disabled=${this.found.state !== "ready"}
                  @click=${() => this.found && this.#take(this.found)}
                >
                  ${msg("Загрузить")}
                </vaadin-button>`
              : nothing
          }
        </div>
      </vaadin-dialog>
    `;
  }

  #renderFound(found: SheetImport) {
    const { counts, problems, problemCount, warnings, changes, state, progress = 0 } = found;
    if (state === "refused") {
      return html`${refusalNote(msg(str`В файле есть ошибки: ${count(problemCount)}. Ничего не загружено.`))}
        <ul tabindex="0">
          ${problems.map(({ text }) => html`<li>${text}</li>`)}
        </ul>
        ${problemCount > problems.length ? html`<p class="quiet">${msg(str`Показаны первые: ${count(problems.length)}.`)}</p>` : nothing}`;
    }
    return html`
      ${refusalNote(this.refusal)}
      <p>
        ${msg(str`Добавится: ${count(counts?.added ?? 0)}, изменится: ${count(counts?.changed ?? 0)}, исчезнет: ${count(counts?.removed ?? 0)}, останется как есть: ${count(counts?.unchanged ?? 0)}.`)}
      </p>
      ${
        changes.length > 0
          ? html`<ul tabindex="0">
              ${changes.map(
                ({ key, kind }) =>
                  html`<li>
                    <span
                      class="tag ${kind === "removed" ? "error" : kind === "added" ? "success" : "accent"}"
                      >${{ added: msg("новая"), changed: msg("изменится"), removed: msg("исчезнет") }[kind]}</span
                    >
                    ${key}
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      ${
        warnings.length > 0
          ? html`<p class="tag warning">${msg("На что взглянуть")}</p>
              <ul tabindex="0">
                ${warnings.map(({ text }) => html`<li>${text}</li>`)}
              </ul>`
          : nothing
      }
      ${state === "writing" ? html`<vaadin-progress-bar .value=${progress} aria-label=${msg("Загрузка")}></vaadin-progress-bar>` : nothing}
    `;
  }
}
