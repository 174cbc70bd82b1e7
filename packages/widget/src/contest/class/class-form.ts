import type { Campaign } from "@veche/protocol";
import { buttonStyles, noticeStyles, reset } from "@veche/ui";
import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { msg, str, updateWhenLocaleChanges } from "@lit/localize";
import { ageIn, nominationsFor } from "../../campaigns/age-groups.ts";
import { inLanguage } from "../../campaigns/campaign-texts.ts";
import type { Address } from "../../requests/ask.ts";
import { ACCEPTED } from "../accepted-files.ts";
import { formStyles } from "../form-styles.ts";
import { laterStyles } from "../later-styles.ts";
import { adviceText } from "../picture/advice-text.ts";
import { unfitText } from "../picture/unfit-text.ts";
import { ClassSession } from "./class-session.ts";
import { classStyles } from "./class-styles.ts";
import { classFaultText, sendingText, workProblemText } from "./class-texts.ts";
import type { ClassFault, ClassWork, TeacherField, WorkField } from "./class-work.ts";
import { printSlips } from "./slips.ts";

/**
 * A teacher's sitting: the class's works one by one, their numbers, and the slips on which parents consent.
 *
 * @fires veche-entry-submitted - the server has a work; detail `{ id, number, campaign }`
 */
@customElement("veche-class-form")
export class VecheClassForm extends LitElement {
  static override styles = [reset, buttonStyles, noticeStyles, formStyles, laterStyles, classStyles];

  @property({ attribute: false }) campaign!: Campaign;
  @property({ attribute: false }) address!: Address;

  readonly #session = new ClassSession(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override render() {
    const { sent, waiting, sending } = this.#session;
    return html`<form novalidate @submit=${this.#submit}>
      <div class="sections" ?inert=${!!sending}>
        <ol class="how">
          <li>${msg("Добавьте фото работ: по одной на ребёнка. Фамилий не нужно, только имя и возраст.")}</li>
          <li>${msg("Отправьте. У каждой работы появится номер и код.")}</li>
          <li>
            ${msg("Распечатайте листки и раздайте родителям. Согласие даёт родитель: на листке или с телефона по коду. До этого работу никто, кроме модератора, не увидит.")}
          </li>
        </ol>
        ${sent.length > 0 ? this.#sent(sent) : nothing} ${this.#teacher()} ${this.#works(waiting)}
      </div>
      <div class="send">${this.#send(waiting.length)}</div>
    </form>`;
  }

  #teacher() {
    const asksTown = this.campaign.asks.includes("settlement");
    return html`<fieldset>
      <legend>${msg("Педагог и класс")}</legend>
      ${this.#teacherField("teacher", msg("Ваше имя"), "name")}
      ${this.#teacherField("teacherContact", msg("Ваша почта или телефон"), "email")}
      ${this.#teacherField("institution", msg("Школа, сад или студия"), "organization")}
      <div class="pair">
        ${this.#teacherField("className", msg("Класс или группа"), "off")}
        ${asksTown ? this.#teacherField("settlement", msg("Город, посёлок или село"), "address-level2") : nothing}
      </div>
    </fieldset>`;
  }

  #works(works: readonly ClassWork[]) {
    const { opening, unfit, sending } = this.#session;
    return html`<fieldset>
      <legend>${msg("Работы")}</legend>
      <div>
        ${repeat(
          works,
          ({ key }) => key,
          (work, index) => this.#work(work, index + 1),
        )}
      </div>
      ${opening > 0 ? html`<p role="status">${msg(str`Открываем файлы: ${opening}…`)}</p>` : nothing}
      ${unfit.map(
        ({ name, unfit: reason }) =>
          html`<p class="fault" role="alert">
            ${name}: ${unfitText(reason, this.campaign.limits.maxFileMb)}
          </p>`,
      )}
      <div class="acts">
        <button
          type="button"
          id="add"
          class="button ${works.length === 0 ? "primary" : ""}"
          ?disabled=${!!sending}
          @click=${(event: Event) => ((event.currentTarget as HTMLElement).nextElementSibling as HTMLElement).click()}
        >
          ${msg("Добавить фото работ")}
        </button>
        <input type="file" hidden multiple accept=${ACCEPTED} @change=${this.#picked} />
      </div>
    </fieldset>`;
  }

  #work(work: ClassWork, nth: number) {
    const { key, values, isUnsettled } = work;
    const session = this.#session;
    const problem = session.problems.get(key);
    const drawing = session.drawings.get(key);
    const advice = drawing?.advice ?? [];
    return html`<div class="work" role="group" aria-label=${msg(str`Работа ${nth}`)} ?inert=${!!isUnsettled}>
      <div class="picture">
        ${drawing?.seen?.preview ?? html`<span class="hint">${drawing?.file.name}</span>`}
        ${
          drawing?.seen
            ? html`<button type="button" class="button" @click=${() => void session.turn(key)}>
                <span aria-hidden="true">↻</span> ${msg("Повернуть")}
              </button>`
            : nothing
        }
        ${advice.map((one) => html`<p class="hint">${adviceText(one)}</p>`)}
      </div>
      <div class="fields">
        ${this.#workField(work, "authorFirstName", msg("Имя ребёнка"))}
        ${this.#workField(work, "authorAge", msg("Возраст"))}
        ${this.#workField(work, "title", msg("Название работы"), "whole")} ${this.#nomination(work)}
        <div class="whole acts">
          <button type="button" class="button quiet" @click=${() => session.remove(key)}>
            ${msg("Убрать")}<span class="for-readers">: ${values.authorFirstName || nth}</span>
          </button>
        </div>
      </div>
      ${problem ? html`<p class="fault" role="alert">${workProblemText(problem)}</p>` : nothing}
    </div>`;
  }

  #nomination({ key, values }: ClassWork) {
    const id = `nomination-${key}`;
    const fault = this.#session.workFaults.get(key)?.get("nomination");
    const open = nominationsFor(this.campaign, ageIn(values.authorAge));
    return html`<div class="field whole">
      <label for=${id}>${msg("Номинация")}</label>
      <select
        id=${id}
        aria-invalid=${fault ? "true" : "false"}
        @change=${(event: Event) => this.#session.write(key, "nomination", (event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${values.nomination === ""}>${msg("Выберите")}</option>
        ${open.map(
          ({ slug, title }) =>
            html`<option value=${slug} ?selected=${values.nomination === slug}>
              ${inLanguage(title, this.address.locale)}
            </option>`,
        )}
      </select>
      ${this.#fault(fault)}
    </div>`;
  }

  #teacherField(name: TeacherField, label: string, autocomplete: AutoFill) {
    const session = this.#session;
    const fault = session.teacherFaults.get(name);
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        maxlength="120"
        autocomplete=${autocomplete}
        .value=${session.teacher[name]}
        aria-required=${name === "settlement" ? "false" : "true"}
        aria-invalid=${fault ? "true" : "false"}
        @input=${(event: Event) => session.writeTeacher(name, (event.target as HTMLInputElement).value)}
      />
      ${this.#fault(fault)}
    </div>`;
  }

  #workField({ key, values }: ClassWork, name: WorkField, label: string, width = "") {
    const id = `${name}-${key}`;
    const session = this.#session;
    const fault = session.workFaults.get(key)?.get(name);
    return html`<div class="field ${width}">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        maxlength=${name === "authorAge" ? 3 : name === "title" ? 120 : 60}
        autocomplete="off"
        inputmode=${name === "authorAge" ? "numeric" : "text"}
        .value=${values[name]}
        aria-required="true"
        aria-invalid=${fault ? "true" : "false"}
        @input=${(event: Event) => session.write(key, name, (event.target as HTMLInputElement).value)}
      />
      ${this.#fault(fault)}
    </div>`;
  }

  #fault(fault: ClassFault | undefined) {
    return fault ? html`<p class="fault">${classFaultText(fault, this.campaign)}</p>` : nothing;
  }

  #send(count: number) {
    const { sending } = this.#session;
    if (sending) {
      return html`<div class="under-way">
        <p id="under-way" role="status">${sendingText(sending)}</p>
        <progress
          aria-labelledby="under-way"
          max=${sending.of}
          .value=${sending.nth - 1 + sending.share}
        ></progress>
        <button type="button" class="button" @click=${() => this.#session.stop()}>
          ${msg("Остановить")}
        </button>
      </div>`;
    }
    if (count === 0) return nothing;
    return html`<button class="button primary wide" type="submit">
        ${msg(str`Отправить работы: ${count}`)}
      </button>
      <p class="hint">
        ${msg("Введённое хранится на этом устройстве. Уйти и вернуться можно в любой момент.")}
      </p>`;
  }

  #sent(sent: readonly ClassWork[]) {
    return html`<section class="receipt" aria-labelledby="sent">
      <h3 id="sent" tabindex="-1">${msg(str`Получено работ: ${sent.length}`)}</h3>
      <ul class="numbers" role="list">
        ${sent.map(
          ({ values, received }) =>
            html`<li>
              № ${received?.number} · ${values.authorFirstName}, «${values.title}» ·
              <span class="code">${received?.code}</span>
            </li>`,
        )}
      </ul>
      <div class="acts">
        <button
          type="button"
          class="button primary"
          @click=${() => printSlips({ works: sent, campaign: this.campaign, teacher: this.#session.teacher, locale: this.address.locale })}
        >
          ${msg("Распечатать листки для родителей")}
        </button>
        <button type="button" class="button quiet" @click=${() => this.#session.forgetSent()}>
          ${msg("Убрать с этого устройства")}
        </button>
      </div>
      <p class="hint">
        ${msg("Подписанные листки передайте организатору. Родитель, который дал согласие с телефона, листок не возвращает.")}
      </p>
    </section>`;
  }

  #picked(event: Event) {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = "";
    void this.#session.pick(files);
  }

  async #submit(event: Event) {
    event.preventDefault();
    const hasFaults = await this.#session.submit(({ entry: { id, number } }) => {
      const detail = { id, number, campaign: this.campaign.slug };
      this.dispatchEvent(new CustomEvent("veche-entry-submitted", { detail, bubbles: true, composed: true }));
    });
    await this.updateComplete;
    const place = this.renderRoot.querySelector<HTMLElement>(hasFaults ? "[aria-invalid=true]" : "#sent");
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: hasFaults ? "center" : "start" });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-class-form": VecheClassForm;
  }
}
