import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import "@vaadin/confirm-dialog";
import type { Operations, ReplyOf } from "@veche/protocol";
import { css, html } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { isRefusal } from "../../client/server-refusal.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { roleName } from "../../shell/navigation.ts";

type Member = ReplyOf<Operations["staff"]["members"]>["items"][number];

/** An administrator's room: who works here, and who no longer does. */
@customElement("console-staff")
export class Staff extends RoomElement {
  static override styles = [
    pageStyles,
    documentStyles,
    css`
      .panel {
        padding: 6px 16px 10px;
      }
      td:last-child {
        text-align: end;
        white-space: nowrap;
      }
    `,
  ];

  @state() private asked: Member | undefined;

  readonly #members = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => (await this.desk.client.staff.members({}, signal)).items,
  });

  async #disable({ id, name }: Member): Promise<void> {
    this.asked = undefined;
    try {
      await this.desk.client.staff.disable({ id });
      this.desk.notices.done(msg(str`${name}: доступ закрыт.`));
      void this.#members.run();
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  protected override render() {
    return html`<div class="page">
        <div>
          <h1>${msg("Сотрудники")}</h1>
          <p class="quiet">
            ${msg("Нового сотрудника добавляет команда")}
            <code>npm run veche -- staff add --email … --role …</code>
          </p>
        </div>
        ${this.#members.render({
          pending: () => html`<p class="empty">${msg("Загружаем…")}</p>`,
          complete: (members) => this.#renderMembers(members),
          error: (error) =>
            html`<p class="refusal" role="alert">${isRefusal(error) ? error.message : String(error)}</p>`,
        })}
      </div>
      <vaadin-confirm-dialog
        header=${msg("Закрыть доступ?")}
        cancel-button-visible
        cancel-text=${msg("Отмена")}
        confirm-text=${msg("Закрыть доступ")}
        confirm-theme="error primary"
        .opened=${this.asked !== undefined}
        @confirm=${() => this.asked && this.#disable(this.asked)}
        @cancel=${() => (this.asked = undefined)}
      >
        <p>${this.asked ? msg(str`${this.asked.name}: все сессии закончатся в течение пяти секунд.`) : ""}</p>
      </vaadin-confirm-dialog>`;
  }

  #renderMembers(members: readonly Member[]) {
    return html`<div class="panel scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${msg("Имя")}</th>
            <th scope="col">${msg("Электронная почта")}</th>
            <th scope="col">${msg("Роль")}</th>
            <th scope="col"><span class="visually-hidden">${msg("Доступ")}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            members,
            ({ id }) => id,
            (member) =>
              html`<tr>
                <td>${member.name}</td>
                <td>${member.email}</td>
                <td>${roleName(member.role)}</td>
                <td>${this.#renderAccess(member)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #renderAccess(member: Member) {
    if (member.disabled) return html`<span class="tag error">${msg("Доступ закрыт")}</span>`;
    if (member.id === this.desk.me.id) return html`<span class="tag">${msg("Это вы")}</span>`;
    return html`<vaadin-button
      theme="tertiary small error"
      aria-label=${msg(str`Закрыть доступ: ${member.name}`)}
      @click=${() => (this.asked = member)}
    >
      ${msg("Закрыть доступ")}
    </vaadin-button>`;
  }
}
