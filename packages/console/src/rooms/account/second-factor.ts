import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/password-field";
import "@vaadin/text-field";
import type { Operations, ReplyOf } from "@veche/protocol";
import { html, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { encode } from "uqr";
import { Attempt } from "../../parts/attempt.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { cardStyles } from "./account-styles.ts";

type Started = ReplyOf<Operations["staff"]["startSecondFactor"]>;
type Doing = "turn on" | "turn off" | "renew codes";

/**
 * A code of an app besides the password: scanned, confirmed by a first code, with backup codes to keep.
 *
 * @fires account-changed
 * @fires codes-kept - the backup codes were shown, and are put away
 */
@customElement("console-second-factor")
export class SecondFactor extends RoomElement {
  static override styles = [pageStyles, cardStyles];

  @property({ type: Boolean }) on = false;
  /** What the password is asked for. */
  @state() private doing: Doing | undefined;
  @state() private started: Started | undefined;
  @state() private backupCodes: readonly string[] = [];
  @state() private password = "";
  @state() private code = "";
  readonly #attempt = new Attempt(this);

  #begin(doing: Doing | undefined): void {
    this.doing = doing;
    this.password = "";
    this.code = "";
    this.#attempt.forget();
    this.started = undefined;
    this.backupCodes = [];
  }

  #go = () =>
    this.#attempt.run(async () => {
      const { staff } = this.desk.client;
      const { password } = this;
      if (this.doing === "turn on") this.started = await staff.startSecondFactor({ password });
      if (this.doing === "turn off") await staff.removeSecondFactor({ password });
      if (this.doing === "renew codes")
        this.backupCodes = (await staff.renewBackupCodes({ password })).backupCodes;
      if (this.doing === "turn off") this.tell("account-changed");
      this.doing = undefined;
      this.password = "";
    });

  #confirm = () =>
    this.#attempt.run(async () => {
      await this.desk.client.staff.confirmSecondFactor({ code: this.code });
      this.backupCodes = this.started?.backupCodes ?? [];
      this.started = undefined;
      this.tell("account-changed");
    });

  #putAway = () => {
    this.#begin(undefined);
    this.tell("codes-kept");
  };

  protected override render() {
    return html`<div class="row">
        <h2 class="grow">${msg("Вход по коду")}</h2>
        ${this.on ? html`<span class="tag success">${msg("Включён")}</span>` : html`<span class="tag">${msg("Выключен")}</span>`}
      </div>
      <p class="quiet">
        ${msg("Кроме пароля спрашиваем код из приложения на телефоне: чужой пароль ничего не даст.")}
      </p>
      ${this.#renderNow()}`;
  }

  #renderNow() {
    if (this.backupCodes.length > 0) return this.#renderBackupCodes();
    if (this.started) return this.#renderScanning(this.started);
    if (this.doing) return this.#renderPassword();
    if (!this.on)
      return html`<div>
        <vaadin-button theme="primary" @click=${() => this.#begin("turn on")}
          >${msg("Включить")}</vaadin-button
        >
      </div>`;
    return html`<div class="row">
      <vaadin-button @click=${() => this.#begin("renew codes")}>${msg("Новые запасные коды")}</vaadin-button>
      <vaadin-button theme="tertiary error" @click=${() => this.#begin("turn off")}
        >${msg("Выключить")}</vaadin-button
      >
    </div>`;
  }

  #renderPassword() {
    return html`<form
      novalidate
      @submit=${(event: Event) => event.preventDefault()}
      @keydown=${(event: KeyboardEvent) => event.key === "Enter" && this.#go()}
    >
      <vaadin-password-field
        label=${msg("Ваш пароль")}
        autocomplete="current-password"
        autofocus
        manual-validation
        ?invalid=${this.#attempt.refusal?.field === "password"}
        .i18n=${{ reveal: msg("Показать пароль") }}
        .value=${this.password}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.password = detail.value)}
      ></vaadin-password-field>
      ${refusalNote(this.#attempt.refusal)}
      <div class="row">
        <vaadin-button theme="primary" ?disabled=${this.#attempt.busy || !this.password} @click=${this.#go}>
          ${msg("Дальше")}
        </vaadin-button>
        <vaadin-button theme="tertiary" @click=${() => this.#begin(undefined)}
          >${msg("Отмена")}</vaadin-button
        >
      </div>
    </form>`;
  }

  #renderScanning({ uri }: Started) {
    return html`<form
      novalidate
      @submit=${(event: Event) => event.preventDefault()}
      @keydown=${(event: KeyboardEvent) => event.key === "Enter" && this.#confirm()}
    >
      <p>${msg("Отсканируйте в приложении для кодов, например Яндекс Ключ или Google Authenticator.")}</p>
      ${qrCode(uri, msg("QR-код для приложения"))}
      <p class="quiet">
        ${msg("Не сканируется? Введите ключ вручную:")}
        <code>${new URL(uri).searchParams.get("secret")}</code>
      </p>
      <vaadin-text-field
        label=${msg("Код из приложения")}
        autocomplete="one-time-code"
        inputmode="numeric"
        autofocus
        manual-validation
        ?invalid=${this.#attempt.refusal?.field === "code"}
        .value=${this.code}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.code = detail.value)}
      ></vaadin-text-field>
      ${refusalNote(this.#attempt.refusal)}
      <div class="row">
        <vaadin-button
          theme="primary"
          ?disabled=${this.#attempt.busy || !this.code.trim()}
          @click=${this.#confirm}
        >
          ${msg("Подтвердить")}
        </vaadin-button>
        <vaadin-button theme="tertiary" @click=${() => this.#begin(undefined)}
          >${msg("Отмена")}</vaadin-button
        >
      </div>
    </form>`;
  }

  #renderBackupCodes() {
    return html`<div class="stack">
      <p>
        ${msg("Запасные коды на случай, если телефона нет под рукой. Каждый подойдёт один раз. Сохраните их сейчас: больше мы их не покажем.")}
      </p>
      <div class="codes" aria-label=${msg("Запасные коды")} role="list">
        ${this.backupCodes.map((code) => html`<span role="listitem">${code}</span>`)}
      </div>
      <div class="row">
        <vaadin-button @click=${() => navigator.clipboard.writeText(this.backupCodes.join("\n"))}>
          ${msg("Скопировать")}
        </vaadin-button>
        <vaadin-button theme="primary" @click=${this.#putAway}>${msg("Я сохранил(а)")}</vaadin-button>
      </div>
    </div>`;
  }
}

/** Black on white in every theme: cameras want it so. */
function qrCode(text: string, label: string) {
  const { data, size } = encode(text, { border: 3 });
  const cells = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return html`<svg
    class="qr"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label=${label}
    shape-rendering="crispEdges"
  >
    ${svg`<path d=${cells.join("")} fill="#000" />`}
  </svg>`;
}
