import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import type { Operations, ReplyOf } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { renderMoment } from "../../parts/date-fields.ts";
import { dayAndMinute } from "../../parts/moments.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { renderTextInput } from "../../parts/text-input.ts";
import {
  type DateField,
  dateLabels,
  fieldOf,
  type Fields,
  fieldsOf,
  isLong,
  numberLabels,
  ruleLabels,
  type TextField,
  termsOf,
  textLabels,
} from "./terms-fields.ts";

type Shown = ReplyOf<Operations["campaigns"]["terms"]>;

/**
 * A campaign's terms: read, and changed while that is fair to those who entered.
 *
 * @fires terms-changed
 */
@customElement("console-terms-dialog")
export class TermsDialog extends RoomElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    css`
      .content {
        grid-template-columns: repeat(auto-fit, minmax(min(230px, 100%), 1fr));
        gap: 8px 14px;
        width: min(760px, 78vw);
      }
      .whole,
      .refusal,
      vaadin-text-area {
        grid-column: 1 / -1;
      }
      vaadin-text-area {
        max-height: 16em;
      }
    `,
  ];

  @state() private slug = "";
  @state() private terms: Shown | undefined;
  @state() private fields: Fields | undefined;
  readonly #attempt = new Attempt(this);

  async show(slug: string): Promise<void> {
    this.#attempt.forget();
    try {
      this.terms = await this.desk.client.campaigns.terms({ slug });
      this.fields = fieldsOf(this.terms.terms);
      this.slug = slug;
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  #leave = () => (this.slug = "");

  #save = () =>
    this.#attempt.run(async () => {
      const { slug, terms, fields } = this;
      if (!terms || !fields) return;
      const changed = await this.desk.client.campaigns.changeTerms({
        slug,
        version: terms.version,
        terms: termsOf(fields, terms.terms),
      });
      this.#leave();
      this.desk.notices.done(
        changed.changed.length === 0 ? msg("Ничего не изменилось.") : msg("Условия изменены."),
      );
      this.tell("terms-changed");
    });

  protected override render() {
    const { terms, fields } = this;
    return html`<vaadin-dialog
      header-title=${msg("Условия конкурса")}
      .opened=${this.slug !== ""}
      @opened-changed=${openedOrLeft(this.#leave)}
    >
      ${this.slug && terms && fields ? html`<div class="content">${this.#renderForm(terms, fields)}</div>` : nothing}
      <div slot="footer">
        <vaadin-button theme="tertiary" @click=${this.#leave}
          >${terms?.mayChange ? msg("Отмена") : msg("Закрыть")}</vaadin-button
        >${
          terms?.mayChange
            ? html`<vaadin-button theme="primary" ?disabled=${this.#attempt.busy} @click=${this.#save}
                >${msg("Сохранить")}</vaadin-button
              >`
            : nothing
        }
      </div>
    </vaadin-dialog>`;
  }

  #renderForm(terms: Shown, fields: Fields) {
    const wrong = fieldOf(this.#attempt.refusal?.field);
    return html`${refusalNote(this.#attempt.refusal)}
      <p class="whole quiet">${this.#whenChangeable(terms)}</p>
      ${terms.changes.map(
        ({ at, by }) => html`<p class="whole quiet">${msg(str`Меняли: ${dayAndMinute(at)}, ${by}`)}</p>`,
      )}
      ${textLabels().map(([field, label], index) => this.#renderText(field, label, fields, wrong, index === 0))}
      ${dateLabels().map(([field, label]) => this.#renderDate(field, label, fields, wrong))}
      ${numberLabels().map(([field, label]) =>
        renderTextInput({
          label,
          value: fields[field],
          long: false,
          invalid: wrong === field,
          write: (value) => this.#write(field, value),
        }),
      )}
      ${ruleLabels().map(([field, label]) => this.#renderText(field, label, fields, wrong))}`;
  }

  #renderText(field: TextField, label: string, fields: Fields, wrong: string, first = false) {
    return renderTextInput({
      label,
      value: fields[field],
      long: isLong(field),
      invalid: wrong === field,
      first,
      write: (value) => this.#write(field, value),
    });
  }

  #renderDate(field: DateField, label: string, fields: Fields, wrong: string) {
    return renderMoment({
      label,
      value: fields[field],
      invalid: wrong === field,
      write: (moment) => this.#write(field, moment),
    });
  }

  #whenChangeable({ mayChange, until, changes }: Shown): string {
    if (!mayChange)
      return msg(
        "Условия уже не меняют: это можно в черновике и в первой половине срока приёма работ, чтобы всё было честно.",
      );
    return changes.length > 0 || new Date(until) > new Date()
      ? msg(
          str`После открытия условия меняют до ${dayAndMinute(until)}. Всем, кто прислал работы, мы сообщим об изменении.`,
        )
      : msg("Это черновик: его можно менять свободно.");
  }

  #write(field: keyof Fields, value: string): void {
    if (this.fields && this.fields[field] !== value) this.fields = { ...this.fields, [field]: value };
  }
}
