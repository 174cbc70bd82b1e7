import { msg, str } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import "@vaadin/confirm-dialog";
import type { Invitation, Member } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { icon } from "../../parts/icons.ts";
import { dayAndMinute } from "../../parts/moments.ts";
import { shown } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { renderTable, tableStyles } from "../../parts/table.ts";
import { roleName } from "../../parts/roles.ts";
import "./member-dialog.ts";
import type { MemberDialog } from "./member-dialog.ts";

/** An administrator's room: who works here, who is invited, and who no longer comes in. */
@customElement("console-staff")
export class Staff extends RoomElement {
  static override styles = [
    pageStyles,
    documentStyles,
    tableStyles,
    css`
      h2 {
        padding: 8px 0;
      }
    `,
  ];

  @state() private withdrawn: Invitation | undefined;
  @query("console-member-dialog") private dialog!: MemberDialog;

  readonly #members = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const { staff, city } = this.desk.client;
      const [members, invitations, hotlines] = await Promise.all([
        staff.members({}, signal),
        staff.invitations({}, signal),
        city.hotlines({}, signal),
      ]);
      return { members: members.items, invitations: invitations.items, hotlines: hotlines.items };
    },
  });

  async #withdraw({ id }: Invitation): Promise<void> {
    this.withdrawn = undefined;
    try {
      await this.desk.client.staff.withdrawInvitation({ id });
      void this.#members.run();
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  protected override render() {
    const { value } = this.#members;
    return html`<div class="page">
        <div class="row">
          <h1 class="grow">${msg("Сотрудники")}</h1>
          <vaadin-button theme="primary" @click=${() => this.dialog.invite()}>
            ${icon("plus")} ${msg("Пригласить")}
          </vaadin-button>
        </div>
        ${shown(this.#members, () => this.#renderAll())}
      </div>
      <console-member-dialog
        .desk=${this.desk}
        .departments=${value?.hotlines ?? []}
        @members-changed=${() => this.#members.run()}
      ></console-member-dialog>
      <vaadin-confirm-dialog
        header=${msg("Отозвать приглашение?")}
        cancel-button-visible
        cancel-text=${msg("Отмена")}
        confirm-text=${msg("Отозвать")}
        confirm-theme="error primary"
        .opened=${this.withdrawn !== undefined}
        @confirm=${() => this.withdrawn && this.#withdraw(this.withdrawn)}
        @cancel=${() => (this.withdrawn = undefined)}
      >
        <p>${this.withdrawn ? msg(str`Ссылка для ${this.withdrawn.email} перестанет работать.`) : ""}</p>
      </vaadin-confirm-dialog>`;
  }

  #renderAll() {
    const { members = [], invitations = [] } = this.#members.value ?? {};
    return html`${this.#renderMembers(members)}
    ${invitations.length > 0 ? this.#renderInvitations(invitations) : nothing}`;
  }

  #departmentName(slug: string | undefined) {
    if (!slug) return msg("Все");
    return this.#members.value?.hotlines.find((hotline) => hotline.slug === slug)?.name ?? slug;
  }

  #renderMembers(members: readonly Member[]) {
    return html`<div class="panel scroll">
      ${renderTable({
        headings: [
          msg("Имя"),
          msg("Электронная почта"),
          msg("Роль"),
          msg("Подразделение"),
          msg("Защита входа"),
          msg("Был(а) здесь"),
        ],
        acts: true,
        rows: members,
        key: ({ id }) => id,
        draw: (member) => this.#renderMember(member),
      })}
    </div>`;
  }

  #renderMember(member: Member) {
    const { name, email, role, department, secondFactor, passkeys, seenAt, disabled, sessions } = member;
    return html`<tr>
      <td>
        ${name} ${disabled ? html`<span class="tag error">${msg("Доступ закрыт")}</span>` : nothing}
        ${member.id === this.desk.me.id ? html`<span class="tag">${msg("Это вы")}</span>` : nothing}
      </td>
      <td>${email}</td>
      <td>${roleName(role)}</td>
      <td>${this.#departmentName(department)}</td>
      <td>
        ${secondFactor ? html`<span class="tag success">${msg("Код")}</span>` : nothing}
        ${passkeys > 0 ? html`<span class="tag success">${msg("Ключ")}</span>` : nothing}
        ${!secondFactor && passkeys === 0 ? html`<span class="quiet">${msg("Пароль")}</span>` : nothing}
      </td>
      <td>
        ${sessions > 0 ? html`<span class="tag accent">${msg("Вошёл(а)")}</span>` : nothing}
        ${seenAt ? dayAndMinute(seenAt) : html`<span class="quiet">—</span>`}
      </td>
      <td class="acts">
        <vaadin-button
          theme="tertiary small"
          aria-label=${msg(str`Изменить: ${name}`)}
          @click=${() => this.dialog.edit(member)}
        >
          ${msg("Изменить")}
        </vaadin-button>
      </td>
    </tr>`;
  }

  #renderInvitations(invitations: readonly Invitation[]) {
    return html`<div class="panel scroll">
      <h2>${msg("Ждут ответа")}</h2>
      ${renderTable({
        headings: [msg("Кому"), msg("Что"), msg("Роль"), msg("Кто пригласил"), msg("Действует до")],
        acts: true,
        rows: invitations,
        key: ({ id }) => id,
        draw: (invitation) => this.#renderInvitation(invitation),
      })}
    </div>`;
  }

  #renderInvitation(invitation: Invitation) {
    const { name, email, kind, role, invitedBy, expiresAt } = invitation;
    return html`<tr>
      <td>${name}<br /><span class="quiet">${email}</span></td>
      <td>${kind === "join" ? msg("Приглашение") : msg("Новый пароль")}</td>
      <td>${roleName(role)}</td>
      <td>${invitedBy}</td>
      <td>${dayAndMinute(expiresAt)}</td>
      <td class="acts">
        <vaadin-button
          theme="tertiary small error"
          aria-label=${msg(str`Отозвать: ${email}`)}
          @click=${() => (this.withdrawn = invitation)}
        >
          ${msg("Отозвать")}
        </vaadin-button>
      </td>
    </tr>`;
  }
}
