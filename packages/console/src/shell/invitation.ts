import { msg } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import "@vaadin/password-field";
import "@vaadin/text-field";
import type { Operations, ReplyOf } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Client } from "../client/client.ts";
import { Attempt } from "../parts/attempt.ts";
import { ConsoleElement } from "../parts/console-element.ts";
import { loadingNote, refusalNote } from "../parts/reading.ts";
import { roleName } from "../parts/roles.ts";
import { pageStyles } from "../parts/styles.ts";
import { entranceStyles } from "./entrance-styles.ts";
import "./preferences.ts";

type Opened = ReplyOf<Operations["staff"]["openInvitation"]>["invitation"];

/** The token in the part of an address that no server sees: `#invitation=…`. */
export const invitationIn = (hash: string): string =>
  new URLSearchParams(hash.slice(1)).get("invitation") ?? "";

/**
 * Where an invitation's link leads: choosing one's password.
 *
 * @fires invitation-done - the e-mail to sign in with; empty when the link is left alone
 */
@customElement("console-invitation")
export class ConsoleInvitation extends ConsoleElement {
  static override styles = [
    pageStyles,
    entranceStyles,
    css`
      form {
        width: min(420px, 100%);
      }
    `,
  ];

  @property({ attribute: false }) client!: Client;
  @property() token = "";
  @state() private name = "";
  @state() private password = "";
  readonly #attempt = new Attempt(this);

  readonly #opening = new Task(this, {
    args: () => [this.token] as const,
    task: async ([token], { signal }) => {
      const { invitation } = await this.client.staff.openInvitation({ token }, signal);
      this.name = invitation.name;
      return invitation;
    },
  });

  async #accept(event: Event): Promise<void> {
    event.preventDefault();
    await this.#attempt.run(async () => {
      const { token, password } = this;
      const name = this.name.trim() || undefined;
      const { email } = await this.client.staff.acceptInvitation({ token, password, name });
      this.tell("invitation-done", email);
    });
  }

  protected override render() {
    return html`<form
      class="panel"
      novalidate
      @submit=${(event: Event) => this.#accept(event)}
      @keydown=${(event: KeyboardEvent) => event.key === "Enter" && this.#accept(event)}
    >
      ${this.#opening.render({
        pending: loadingNote,
        complete: (invitation) => this.#renderWelcome(invitation),
        error: (error) => this.#renderWorthless(error),
      })}
      <console-preferences></console-preferences>
    </form>`;
  }

  #renderWorthless(error: unknown) {
    return html`<h1>${msg("Приглашение")}</h1>
      ${refusalNote(error)}
      <vaadin-button @click=${() => this.tell("invitation-done", "")}>${msg("Ко входу")}</vaadin-button>`;
  }

  #renderWelcome({ kind, email, role }: Opened) {
    return html`
      <h1>${kind === "join" ? msg("Добро пожаловать") : msg("Новый пароль")}</h1>
      <p class="quiet">${email} · ${roleName(role)}</p>
      ${refusalNote(this.#attempt.refusal)}
      ${
        kind === "join"
          ? html`<vaadin-text-field
              label=${msg("Как вас зовут")}
              helper-text=${msg("Это имя увидят жители и коллеги.")}
              autocomplete="name"
              .value=${this.name}
              @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.name = detail.value)}
            ></vaadin-text-field>`
          : nothing
      }
      <input type="hidden" autocomplete="username" .value=${email} />
      <vaadin-password-field
        label=${msg("Придумайте пароль")}
        helper-text=${msg("Не меньше 10 знаков. Проще всего запомнить несколько слов.")}
        autocomplete="new-password"
        ?invalid=${this.#attempt.refusal?.field === "password"}
        manual-validation
        .i18n=${{ reveal: msg("Показать пароль") }}
        .value=${this.password}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.password = detail.value)}
      ></vaadin-password-field>
      <vaadin-button
        theme="primary"
        ?disabled=${this.#attempt.busy || this.password === ""}
        @click=${(event: Event) => this.#accept(event)}
      >
        ${msg("Сохранить и перейти ко входу")}
      </vaadin-button>
    `;
  }
}
