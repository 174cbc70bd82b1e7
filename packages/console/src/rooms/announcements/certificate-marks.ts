import { msg } from "@lit/localize";
import "@vaadin/button";
import type { CertificateMark } from "@veche/protocol";
import { css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { sendFile } from "../../client/send-file.ts";
import { Attempt } from "../../parts/attempt.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { language } from "../../shell/language.ts";

const MARKS: readonly CertificateMark[] = ["signature", "seal"];

/**
 * The pictures that a campaign's papers carry.
 *
 * @fires marks-changed - papers that were made are made again
 */
@customElement("console-certificate-marks")
export class CertificateMarks extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      .marks {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
      }
      figure {
        display: grid;
        gap: 6px;
        width: 200px;
        margin: 0;
      }
      .sheet {
        display: grid;
        place-items: center;
        height: 96px;
        border: 1px dashed var(--console-field-line);
        border-radius: 8px;
        /* Paper is white in the dark, too. */
        background: #fff;
        color: #51606f;
        font-size: var(--lumo-font-size-s);
        overflow: hidden;
      }
      img {
        max-width: 92%;
        max-height: 88px;
      }
      input {
        position: absolute;
        width: 1px;
        height: 1px;
        opacity: 0;
      }
    `,
  ];

  /** Slug of the campaign. */
  @property() campaign = "";
  @property({ attribute: false }) marks: readonly CertificateMark[] = [];
  /** Another picture has the same address. */
  @state() private version = 0;
  readonly #attempt = new Attempt(this);

  #name = (mark: CertificateMark) => (mark === "seal" ? msg("Печать") : msg("Подпись"));
  #address = (mark: CertificateMark) => `/api/v1/staff/campaigns/${this.campaign}/certificate-marks/${mark}`;

  #take = (mark: CertificateMark, input: HTMLInputElement) =>
    this.#attempt.run(async () => {
      const [file] = input.files ?? [];
      input.value = "";
      if (!file) return;
      await sendFile(this.#address(mark), file, {
        locale: language(),
        unreachable: msg("Сервер не отвечает. Проверьте соединение и повторите."),
      });
      this.#changed();
    });

  #remove = (mark: CertificateMark) =>
    this.#attempt.run(async () => {
      await this.desk.client.campaigns.removeCertificateMark({ slug: this.campaign, mark });
      this.#changed();
    });

  #changed(): void {
    this.version += 1;
    this.tell("marks-changed");
  }

  protected override render() {
    return html`
      <p class="quiet">
        ${msg("Подпись и печать на белом листе: снимок или скан. Белое станет прозрачным. Видят их только сотрудники.")}
      </p>
      ${refusalNote(this.#attempt.refusal)}
      <div class="marks">${MARKS.map((mark) => this.#renderMark(mark))}</div>
    `;
  }

  #renderMark(mark: CertificateMark) {
    const there = this.marks.includes(mark);
    return html`<figure>
      <figcaption>${this.#name(mark)}</figcaption>
      <div class="sheet">
        ${there ? html`<img src="${this.#address(mark)}?${this.version}" alt=${this.#name(mark)} />` : msg("нет")}
      </div>
      <div class="row">
        <vaadin-button
          theme="small"
          ?disabled=${this.#attempt.busy}
          @click=${() => this.renderRoot.querySelector<HTMLInputElement>(`#${mark}`)?.click()}
          >${there ? msg("Заменить") : msg("Загрузить файл")}</vaadin-button
        >
        ${
          there
            ? html`<vaadin-button
                theme="small tertiary"
                ?disabled=${this.#attempt.busy}
                @click=${() => this.#remove(mark)}
                >${msg("Убрать")}</vaadin-button
              >`
            : ""
        }
        <input
          id=${mark}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          tabindex="-1"
          aria-label=${this.#name(mark)}
          @change=${({ target }: Event) => target instanceof HTMLInputElement && this.#take(mark, target)}
        />
      </div>
    </figure>`;
  }
}
