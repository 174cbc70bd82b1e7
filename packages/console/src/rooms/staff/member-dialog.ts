import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/combo-box";
import "@vaadin/dialog";
import "@vaadin/email-field";
import "@vaadin/select";
import "@vaadin/text-field";
import type { Hotline, Member, Role } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { ROLE_ORDER, roleName } from "../../parts/roles.ts";

type Value = CustomEvent<{ value: string }>;

/**
 * Invites somebody, or changes a colleague: name, role, department, access, second factor, sessions, and a link
 * for a new password.
 *
 * @fires members-changed
 */
@customElement("console-member-dialog")
export class MemberDialog extends RoomElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    css`
      .content {
        gap: 10px;
        width: min(460px, 78vw);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
        padding-top: 8px;
        border-top: 1px solid var(--console-line);
      }
      .link {
        padding: 10px 12px;
        border-radius: 8px;
        background: var(--console-hover);
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];

  @property({ attribute: false }) departments: readonly Hotline[] = [];
  @state() private open = false;
  /** Who is changed; nobody while somebody is invited. */
  @state() private member: Member | undefined;
  @state() private email = "";
  @state() private name = "";
  @state() private work: Role = "operator";
  @state() private department = "";
  /** To hand on; shown this once. */
  @state() private link = "";
  readonly #attempt = new Attempt(this);

  invite(): void {
    this.#show(undefined, { email: "", name: "", role: "operator", department: "" });
  }

  edit(member: Member): void {
    this.#show(member, { department: "", ...member });
  }

  #show(
    member: Member | undefined,
    fields: { email: string; name: string; role: Role; department: string },
  ): void {
    this.member = member;
    this.#attempt.forget();
    [this.link, this.open] = ["", true];
    ({ email: this.email, name: this.name, role: this.work, department: this.department } = fields);
  }

  #change(act: () => Promise<unknown>): Promise<void> {
    return this.#attempt.run(async () => {
      await act();
      this.tell("members-changed");
    });
  }

  #save = () =>
    this.#change(async () => {
      const { staff } = this.desk.client;
      const { name, work: role, department, email } = this;
      if (this.member) {
        await staff.changeMember({ id: this.member.id, name, role, department });
        this.desk.notices.done(msg(str`${name}: изменения сохранены.`));
        this.open = false;
      } else {
        const invited = await staff.invite({ email, name, role, department: department || undefined });
        this.link = invited.link;
      }
    });

  #act(run: (id: string) => Promise<{ staff: Member }>, said: (name: string) => string): void {
    const { member } = this;
    if (!member) return;
    void this.#change(async () => {
      this.member = (await run(member.id)).staff;
      this.desk.notices.done(said(member.name));
    });
  }

  protected override render() {
    const title = this.member ? this.member.name : msg("Пригласить сотрудника");
    return html`<vaadin-dialog
      header-title=${title}
      .opened=${this.open}
      @opened-changed=${openedOrLeft(() => (this.open = false))}
    >
      ${this.open ? html`<div class="content">${this.link ? this.#renderLink() : this.#renderFields()}</div>` : nothing}
      <div slot="footer">
        <vaadin-button theme="tertiary" @click=${() => (this.open = false)}>
          ${this.link ? msg("Закрыть") : msg("Отмена")} </vaadin-button
        >${
          this.link
            ? html`<vaadin-button theme="primary" @click=${() => navigator.clipboard.writeText(this.link)}>
                ${msg("Скопировать ссылку")}
              </vaadin-button>`
            : html`<vaadin-button theme="primary" ?disabled=${this.#attempt.busy} @click=${this.#save}>
                ${this.member ? msg("Сохранить") : msg("Создать ссылку")}
              </vaadin-button>`
        }
      </div>
    </vaadin-dialog>`;
  }

  #renderLink() {
    return html`<p>
        ${msg(str`Передайте эту ссылку: ${this.email}. Она подойдёт один раз и действует семь дней. Больше мы её не покажем.`)}
      </p>
      <p class="link" tabindex="0" data-first>${this.link}</p>`;
  }

  #renderFields() {
    const departments = [
      { value: "", label: msg("Все") },
      ...this.departments.map(({ slug, name }) => ({ value: slug, label: name })),
    ];
    return html`
      ${refusalNote(this.#attempt.refusal)}
      <vaadin-email-field
        label=${msg("Электронная почта")}
        ?data-first=${!this.member}
        ?readonly=${this.member !== undefined}
        manual-validation
        ?invalid=${this.#attempt.refusal?.field === "email"}
        .value=${this.email}
        @value-changed=${({ detail }: Value) => (this.email = detail.value)}
      ></vaadin-email-field>
      <vaadin-text-field
        label=${msg("Имя")}
        ?data-first=${this.member !== undefined}
        manual-validation
        ?invalid=${this.#attempt.refusal?.field === "name"}
        .value=${this.name}
        @value-changed=${({ detail }: Value) => (this.name = detail.value)}
      ></vaadin-text-field>
      <vaadin-select
        label=${msg("Роль")}
        .items=${ROLE_ORDER.map((role) => ({ value: role, label: roleName(role) }))}
        .value=${this.work}
        @value-changed=${({ detail }: Value) => {
          this.work = ROLE_ORDER.find((role) => role === detail.value) ?? this.work;
        }}
      ></vaadin-select>
      <vaadin-combo-box
        label=${msg("Подразделение")}
        .items=${departments}
        .value=${this.department}
        @value-changed=${({ detail }: Value) => (this.department = detail.value)}
      ></vaadin-combo-box>
      ${this.member ? this.#renderActs(this.member) : nothing}
    `;
  }

  #renderActs(member: Member) {
    const { staff } = this.desk.client;
    return html`<div class="acts">
      <vaadin-button
        theme="tertiary small"
        ?disabled=${this.#attempt.busy || member.disabled}
        @click=${() => this.#change(async () => (this.link = (await staff.passwordLink({ id: member.id })).link))}
      >
        ${msg("Ссылка для нового пароля")}
      </vaadin-button>
      <vaadin-button
        theme="tertiary small"
        ?disabled=${this.#attempt.busy || member.sessions === 0}
        @click=${() =>
          this.#act(
            (id) => staff.endMemberSessions({ id }),
            (name) => msg(str`${name}: все сеансы закончены.`),
          )}
      >
        ${msg("Закончить сеансы")}
      </vaadin-button>
      <vaadin-button
        theme="tertiary small"
        ?disabled=${this.#attempt.busy || !(member.secondFactor || member.passkeys > 0)}
        @click=${() =>
          this.#act(
            (id) => staff.resetSecondFactor({ id }),
            (name) => msg(str`${name}: вход по коду и ключи сняты.`),
          )}
      >
        ${msg("Снять код и ключи")}
      </vaadin-button>
      ${
        member.disabled
          ? html`<vaadin-button
              theme="tertiary small"
              ?disabled=${this.#attempt.busy}
              @click=${() =>
                this.#act(
                  (id) => staff.enable({ id }),
                  (name) => msg(str`${name}: доступ открыт.`),
                )}
            >
              ${msg("Открыть доступ")}
            </vaadin-button>`
          : html`<vaadin-button
              theme="tertiary small error"
              ?disabled=${this.#attempt.busy || member.id === this.desk.me.id}
              @click=${() =>
                this.#act(
                  (id) => staff.disable({ id }),
                  (name) => msg(str`${name}: доступ закрыт.`),
                )}
            >
              ${msg("Закрыть доступ")}
            </vaadin-button>`
      }
    </div>`;
  }
}
