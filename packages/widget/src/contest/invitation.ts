import { msg, str } from "@lit/localize";
import type { Campaign, OwnEntry } from "@veche/protocol";
import { buttonStyles, noticeStyles, reset } from "@veche/ui";
import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { replyToInvitation } from "../campaigns/campaign-client.ts";
import { momentInWords } from "../campaigns/dates-in-words.ts";
import { problemText } from "./sending/fault-texts.ts";
import { formStyles } from "./form-styles.ts";
import { laterStyles } from "./later-styles.ts";
import { OwnEntryElement } from "./own-entry-element.ts";

const MOST_PEOPLE = 20;

/**
 * The invitation to the ceremony, and the family's reply to it.
 *
 * @fires invitation-answered - the entry as the server has it now
 */
@customElement("veche-invitation")
export class VecheInvitation extends OwnEntryElement {
  static override styles = [
    reset,
    buttonStyles,
    noticeStyles,
    formStyles,
    laterStyles,
    css`
      .notice {
        display: grid;
        gap: 0.75rem;
      }
      .notice > .button {
        justify-self: start;
      }
      label {
        display: flex;
        gap: 0.6rem;
        align-items: center;
        min-block-size: 44px;
      }
      input[type="number"] {
        inline-size: 5rem;
      }
    `,
  ];

  @property({ attribute: false }) campaign!: Campaign;
  @property({ attribute: false }) entry!: OwnEntry;
  @property() language = "ru";
  @state() private people = 2;
  @state() private photo = false;
  @state() private isChanging = false;

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has("entry")) return;
    const reply = this.entry.invitation?.reply;
    this.people = reply?.people ?? 2;
    this.photo = reply?.photo ?? false;
  }

  protected override render() {
    const { invitation } = this.entry;
    if (!invitation) return nothing;
    const when = momentInWords(invitation.at, new Date(), {
      locale: this.language,
      timeZone: this.campaign.timeZone,
    });
    const calendar = new URL(
      `/campaigns/${encodeURIComponent(this.campaign.slug)}/ceremony.ics`,
      this.address.server,
    );
    return html`<section class="notice" aria-labelledby="invited">
      <h4 id="invited">${msg("Приглашаем на награждение")}</h4>
      <p>
        <strong>${when}</strong
        ><br />${invitation.place}${invitation.note ? html`<br />${invitation.note}` : nothing}
      </p>
      <p><a href=${calendar.href} download>${msg("Добавить в календарь")}</a></p>
      ${this.problem ? html`<p role="alert">${problemText(this.problem)}</p>` : nothing}
      ${invitation.reply && !this.isChanging ? this.#renderReply(invitation.reply, invitation.open) : invitation.open ? this.#renderForm() : nothing}
    </section>`;
  }

  #renderReply(
    { coming, people, photo }: NonNullable<NonNullable<OwnEntry["invitation"]>["reply"]>,
    open: boolean,
  ) {
    return html`<p role="status">
        ${
          coming
            ? html`${msg(str`Вы придёте, вас будет: ${people ?? 1}.`)}
              ${photo ? msg("Фотографировать ребёнка можно.") : msg("Ребёнка не фотографируем.")}`
            : msg("Вы не придёте. Диплом и приз можно забрать потом.")
        }
      </p>
      ${
        open
          ? html`<button type="button" class="button" @click=${() => (this.isChanging = true)}>
              ${msg("Изменить ответ")}
            </button>`
          : nothing
      }`;
  }

  #renderForm() {
    return html`<label
        ><input
          type="number"
          min="1"
          max=${MOST_PEOPLE}
          inputmode="numeric"
          .value=${String(this.people)}
          @change=${({ target }: Event) =>
            target instanceof HTMLInputElement &&
            (this.people = Math.min(Math.max(Math.round(Number(target.value)) || 1, 1), MOST_PEOPLE))}
        />
        ${msg("сколько вас будет, с ребёнком")}</label
      >
      <label
        ><input
          type="checkbox"
          .checked=${this.photo}
          @change=${({ target }: Event) =>
            target instanceof HTMLInputElement && (this.photo = target.checked)}
        />
        ${msg("Разрешаю фотографировать ребёнка на награждении и показать снимки на сайте города")}</label
      >
      <div class="acts">
        <button
          type="button"
          class="button primary"
          ?disabled=${this.isSending}
          @click=${() => void this.#answer(true)}
        >
          ${msg("Придём")}
        </button>
        <button
          type="button"
          class="button"
          ?disabled=${this.isSending}
          @click=${() => void this.#answer(false)}
        >
          ${msg("Не сможем прийти")}
        </button>
      </div>`;
  }

  #answer(coming: boolean): Promise<void> {
    const { people, photo } = this;
    const reply = coming ? { coming, people, photo } : { coming };
    return this.send("invitation-answered", async ({ id, token }) => {
      const entry = await replyToInvitation(this.address, id, token, reply);
      this.isChanging = false;
      return entry;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-invitation": VecheInvitation;
  }
}
