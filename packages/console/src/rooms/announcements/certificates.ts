import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/progress-bar";
import "@vaadin/text-field";
import type { CertificateKind, Operations, ReplyOf, StaffCertificate } from "@veche/protocol";
import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icon } from "../../parts/icons.ts";
import { loadingNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { cardStyles, renderTable } from "../../parts/table.ts";
import "./certificate-marks.ts";

type Issued = ReplyOf<Operations["campaigns"]["certificates"]>;

const LOOK_EVERY_MS = 1_500;
const SEARCH_WAITS_MS = 300;

/** In the order in which they are shown. The browser takes only types from the protocol: its checks are the server's. */
const KINDS: readonly CertificateKind[] = ["diploma", "thanks", "participant"];

/** Diplomas, thanks and participants' certificates of one campaign: made, corrected, taken out as files. */
@customElement("console-certificates")
export class Certificates extends RoomElement {
  static override styles = [
    pageStyles,
    documentStyles,
    cardStyles,
    css`
      :host {
        display: block;
        height: auto;
        padding: 0;
      }
      ul {
        display: grid;
        gap: 6px;
        padding: 0;
        list-style: none;
      }
      .panel {
        display: grid;
        gap: 10px;
        padding: 14px 18px;
      }
      .row {
        flex-wrap: wrap;
      }
      td input {
        box-sizing: border-box;
        width: 100%;
        min-width: 14em;
        min-height: 36px;
        padding: 4px 8px;
        border: 1px solid var(--console-field-line);
        border-radius: 8px;
        background: var(--lumo-base-color);
        color: inherit;
        font: inherit;
      }
    `,
  ];

  /** Slug of the campaign; its results are announced. */
  @property() campaign = "";
  @state() private issued: Issued | undefined;
  @state() private busy = false;
  @state() private text = "";
  #looking: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#looking);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("campaign") && this.campaign) void this.#look();
  }

  /** Looks again while papers are being made. */
  async #look(): Promise<void> {
    clearTimeout(this.#looking);
    const { campaign, text } = this;
    try {
      const issued = await this.desk.client.campaigns.certificates({
        slug: campaign,
        text: text || undefined,
      });
      if (campaign !== this.campaign || text !== this.text || !this.isConnected) return;
      this.issued = issued;
      if (issued.made < issued.total) this.#looking = setTimeout(() => void this.#look(), LOOK_EVERY_MS);
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  async #make(): Promise<void> {
    this.busy = true;
    try {
      await this.desk.client.campaigns.issueCertificates({
        slug: this.campaign,
        kinds: [...KINDS],
      });
      await this.#look();
    } catch (error) {
      this.desk.notices.refusal(error);
    } finally {
      this.busy = false;
    }
  }

  async #correct({ number }: StaffCertificate, name: string): Promise<void> {
    try {
      await this.desk.client.campaigns.correctCertificate({ number, name: name.trim() || undefined });
      this.desk.notices.done(msg("Имя исправлено. Документ печатается заново."));
    } catch (error) {
      this.desk.notices.refusal(error);
    }
    await this.#look();
  }

  #search(text: string): void {
    if (text === this.text) return;
    this.text = text;
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => void this.#look(), SEARCH_WAITS_MS);
  }

  protected override render() {
    const { issued } = this;
    if (!issued) return loadingNote();
    const making = issued.made < issued.total;
    return html`<section class="panel" aria-labelledby="certificates">
      <h2 id="certificates">${msg("Дипломы, благодарности, сертификаты")}</h2>
      <p class="quiet">
        ${msg("Диплом каждому награждённому, сертификат каждому участнику, благодарность каждому педагогу. По коду на листе можно проверить номер: имени там нет.")}
      </p>
      <console-certificate-marks
        .campaign=${this.campaign}
        .marks=${issued.marks}
        @marks-changed=${() => this.#look()}
      ></console-certificate-marks>
      <div class="row">
        <vaadin-button theme="primary" ?disabled=${this.busy || making} @click=${() => this.#make()}>
          ${issued.total === 0 ? msg("Сделать документы") : msg("Сделать недостающие")}
        </vaadin-button>
        ${
          issued.total === 0
            ? nothing
            : html`<span role="status">${msg(str`Готово: ${issued.made} из ${issued.total}`)}</span>`
        }
      </div>
      ${
        making
          ? html`<vaadin-progress-bar
              .value=${issued.made / issued.total}
              aria-label=${msg("Печать документов")}
            ></vaadin-progress-bar>`
          : nothing
      }
      ${issued.total === 0 ? nothing : [this.#renderFiles(), this.#renderNames(issued)]}
    </section>`;
  }

  #renderFiles() {
    const names: Record<CertificateKind, string> = {
      diploma: msg("Дипломы"),
      thanks: msg("Благодарности"),
      participant: msg("Сертификаты"),
    };
    const base = `/api/v1/staff/campaigns/${this.campaign}/certificates`;
    return html`<ul>
      ${KINDS.map(
        (kind) =>
          html`<li>
            ${names[kind]}:
            <a href="${base}.pdf?kind=${kind}" download>${icon("download")} ${msg("для печати (PDF)")}</a>
            <a href="${base}.zip?kind=${kind}" download>${icon("download")} ${msg("по одному (ZIP)")}</a>
          </li>`,
      )}
    </ul>`;
  }

  #renderNames({ items, unsure }: Issued) {
    return html`
      ${
        unsure > 0
          ? html`<p>
              <span class="tag warning">${msg(str`Проверьте имена: ${unsure}`)}</span>
              ${msg("Не удалось понять, как их склонять, и они стоят как написаны.")}
            </p>`
          : nothing
      }
      <vaadin-text-field
        label=${msg("Найти по имени или номеру")}
        clear-button-visible
        .value=${this.text}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => this.#search(detail.value)}
      ></vaadin-text-field>
      <div class="scroll cards">
        ${renderTable({
          headings: [msg("Заявка"), msg("Имя на документе"), msg("Номер")],
          rows: items,
          key: ({ number }) => number,
          draw: (one) => this.#renderName(one),
        })}
      </div>
    `;
  }

  #renderName(one: StaffCertificate) {
    return html`<tr>
      <td>№ ${one.entryNumber}</td>
      <td>
        <input
          aria-label=${msg(str`Имя на документе ${one.number}`)}
          maxlength="160"
          .value=${one.name}
          @change=${({ target }: Event) =>
            target instanceof HTMLInputElement && this.#correct(one, target.value)}
        />
        ${one.unsure ? html`<span class="tag warning">${msg("проверьте")}</span>` : nothing}
        ${one.corrected ? html`<span class="tag accent">${msg("исправлено")}</span>` : nothing}
      </td>
      <td><code>${one.number}</code></td>
    </tr>`;
  }
}
