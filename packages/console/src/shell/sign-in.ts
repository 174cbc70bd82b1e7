import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/email-field";
import "@vaadin/password-field";
import "@vaadin/text-field";
import type { SignedIn } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Client } from "../client/client.ts";
import { isRefusal, type ServerRefusal } from "../client/server-refusal.ts";
import { Attempt } from "../parts/attempt.ts";
import { ConsoleElement } from "../parts/console-element.ts";
import { icon } from "../parts/icons.ts";
import { inTime } from "../parts/moments.ts";
import { refusalNote } from "../parts/reading.ts";
import { pageStyles } from "../parts/styles.ts";
import { entranceStyles } from "./entrance-styles.ts";
import { answerWithPasskey, knowsPasskeys, turnedAway } from "./passkeys.ts";
import "./preferences.ts";

const SINGLE_SIGN_ON = "/api/v1/staff/single-sign-on";

/**
 * Sign-in by e-mail and password, and by a second factor's code when the server asks for it; by a passkey;
 * or at the city's own sign-in service, where it has one.
 *
 * @fires signed-in - who it is, and whether a second factor is needed first
 */
@customElement("console-sign-in")
export class SignIn extends ConsoleElement {
  static override styles = [
    pageStyles,
    entranceStyles,
    css`
      .name {
        display: flex;
        align-items: center;
        gap: 10px;
        color: var(--lumo-primary-text-color);
        font-weight: 700;
        font-size: 1.125rem;
      }
      .name img {
        width: 32px;
        height: 32px;
      }
    `,
  ];

  @property({ attribute: false }) client!: Client;
  /** The session ended while somebody worked; their work waits underneath. */
  @property({ type: Boolean }) lost = false;
  @property() email = "";
  /** The city's sign-in service sent them back with nothing. */
  @property({ type: Boolean, attribute: "turned-back" }) turnedBack = false;

  @state() private password = "";
  @state() private code = "";
  @state() private asksCode = false;
  readonly #attempt = new Attempt(this);
  /** What the city calls its own sign-in service. */
  @state() private serviceName = "";

  @query("vaadin-password-field") private passwordField!: HTMLElement;
  @query("vaadin-text-field") private codeField!: HTMLElement | null;
  @query("vaadin-email-field") private emailField!: HTMLElement;

  protected override firstUpdated(): void {
    requestAnimationFrame(() => (this.email ? this.passwordField : this.emailField).focus());
    void this.#askEntrance();
  }

  async #askEntrance(): Promise<void> {
    try {
      this.serviceName = (await this.client.staff.entrance({})).singleSignOn?.name ?? "";
    } catch (error) {
      // The password is always there.
      if (!isRefusal(error)) throw error;
    }
  }

  #byPasskey(): Promise<void> {
    return this.#attempt.run(async () => {
      try {
        const { options, challenge } = await this.client.staff.startPasskeySignIn({});
        const response = await answerWithPasskey(options);
        this.tell<SignedIn>("signed-in", await this.client.staff.passkeySignIn({ challenge, response }));
      } catch (error) {
        if (!turnedAway(error)) throw error;
      }
    });
  }

  #submit(event: Event): Promise<void> {
    event.preventDefault();
    return this.#attempt.run(async () => {
      try {
        const code = this.asksCode ? this.code.trim() : undefined;
        const signedIn = await this.client.staff.signIn({
          email: this.email.trim(),
          password: this.password,
          code,
        });
        this.password = "";
        this.tell<SignedIn>("signed-in", signedIn);
      } catch (error) {
        if (this.asksCode || !isRefusal(error) || error.field !== "code") throw error;
        // The field that appears says it already.
        this.asksCode = true;
        void this.updateComplete.then(() => this.codeField?.focus());
      }
    });
  }

  #explain(refusal: ServerRefusal): string {
    if (refusal.code !== "rate_limited" || !refusal.retryAfterSeconds) return refusal.message;
    return msg(str`Слишком много попыток. Попробуйте снова ${inTime(refusal.retryAfterSeconds)}.`);
  }

  protected override render() {
    return html`
      <form
        class="panel"
        @submit=${(event: Event) => this.#submit(event)}
        @keydown=${this.#submitByEnter}
        novalidate
      >
        <div class="name"><img src="${import.meta.env.BASE_URL}icon.svg" alt="" />${msg("Вече")}</div>
        <h1>${this.lost ? msg("Войдите снова") : msg("Вход для сотрудников")}</h1>
        ${
          this.lost
            ? html`<p class="quiet">
                ${msg("Сессия закончилась. То, что вы делали, сохранилось: войдите, и можно продолжать.")}
              </p>`
            : nothing
        }
        ${
          this.turnedBack && !this.#attempt.refusal
            ? refusalNote(msg("Служба входа вас не узнала. Войдите паролем или обратитесь к администратору."))
            : nothing
        }
        ${refusalNote(this.#attempt.refusal && this.#explain(this.#attempt.refusal))}
        <vaadin-email-field
          label=${msg("Электронная почта")}
          name="email"
          autocomplete="username"
          required
          manual-validation
          .value=${this.email}
          @value-changed=${(event: CustomEvent<{ value: string }>) => (this.email = event.detail.value)}
        ></vaadin-email-field>
        <vaadin-password-field
          label=${msg("Пароль")}
          name="password"
          autocomplete="current-password"
          required
          manual-validation
          .value=${this.password}
          .i18n=${{ reveal: msg("Показать пароль") }}
          @value-changed=${(event: CustomEvent<{ value: string }>) => (this.password = event.detail.value)}
        ></vaadin-password-field>
        ${
          this.asksCode
            ? html`<vaadin-text-field
                label=${msg("Код из приложения")}
                helper-text=${msg("Нет телефона — введите запасной код.")}
                autocomplete="one-time-code"
                .value=${this.code}
                @value-changed=${(event: CustomEvent<{ value: string }>) => (this.code = event.detail.value)}
              ></vaadin-text-field>`
            : nothing
        }
        <vaadin-button
          theme="primary"
          ?disabled=${this.#attempt.busy}
          @click=${(event: Event) => this.#submit(event)}
        >
          ${this.#attempt.busy ? msg("Входим…") : msg("Войти")} ${icon("next")}
        </vaadin-button>
        ${this.#renderOtherWays()}
        <console-preferences></console-preferences>
      </form>
    `;
  }

  #renderOtherWays() {
    return html`
      ${
        knowsPasskeys()
          ? html`<vaadin-button ?disabled=${this.#attempt.busy} @click=${() => this.#byPasskey()}>
              ${icon("key")} ${msg("Войти ключом доступа")}
            </vaadin-button>`
          : nothing
      }
      ${
        this.serviceName
          ? html`<vaadin-button
              ?disabled=${this.#attempt.busy}
              @click=${() => location.assign(SINGLE_SIGN_ON)}
            >
              ${msg(str`Войти через «${this.serviceName}»`)}
            </vaadin-button>`
          : nothing
      }
    `;
  }

  #submitByEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.target instanceof HTMLButtonElement) return;
    const target = event.target instanceof HTMLElement ? event.target.localName : "";
    if (target === "input") void this.#submit(event);
  };
}
