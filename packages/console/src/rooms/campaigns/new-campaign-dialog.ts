import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { renderTextInput } from "../../parts/text-input.ts";
import { slugOf } from "../../parts/slug.ts";
import "@vaadin/select";

/**
 * Begins a campaign: what it is called and of what kind it is.
 *
 * @fires campaign-begun - its slug
 */
@customElement("console-new-campaign-dialog")
export class NewCampaignDialog extends RoomElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    css`
      .content {
        width: min(420px, 78vw);
      }
    `,
  ];

  /** What a campaign may be. */
  @property({ attribute: false }) kinds: readonly string[] = [];
  @state() private opened = false;
  @state() private heading = "";
  @state() private kind = "";
  readonly #attempt = new Attempt(this);

  show(): void {
    this.#attempt.forget();
    this.heading = "";
    this.kind = this.kinds[0] ?? "";
    this.opened = true;
  }

  #leave = () => (this.opened = false);

  #begin = () =>
    this.#attempt.run(async () => {
      const slug = `${slugOf(this.heading) || "konkurs"}-${new Date().getFullYear()}`;
      const begun = await this.desk.client.campaigns.create({
        slug,
        kind: this.kind,
        title: this.heading.trim(),
      });
      this.#leave();
      this.tell("campaign-begun", begun.campaign.slug);
    });

  protected override render() {
    return html`<vaadin-dialog
      header-title=${msg("Новый конкурс")}
      .opened=${this.opened}
      @opened-changed=${openedOrLeft(this.#leave)}
    >
      ${
        this.opened
          ? html`<div class="content">
              ${refusalNote(this.#attempt.refusal)}
              ${renderTextInput({
                label: msg("Название"),
                value: this.heading,
                long: false,
                invalid: this.#attempt.refusal?.field === "title",
                first: true,
                write: (value) => (this.heading = value),
              })}
              <vaadin-select
                label=${msg("Что присылают")}
                .items=${this.kinds.map((value) => ({ value, label: kindName(value) }))}
                .value=${this.kind}
                @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.kind = detail.value || this.kind)}
              ></vaadin-select>
            </div>`
          : nothing
      }
      <div slot="footer">
        <vaadin-button theme="tertiary" @click=${this.#leave}>${msg("Отмена")}</vaadin-button>
        <vaadin-button
          theme="primary"
          ?disabled=${this.#attempt.busy || this.heading.trim() === ""}
          @click=${this.#begin}
          >${msg("Начать")}</vaadin-button
        >
      </div>
    </vaadin-dialog>`;
  }
}

/** A kind that the console does not know yet goes by its own name. */
const kindName = (kind: string): string =>
  ({
    drawing: msg("Рисунки на бумаге"),
    photo: msg("Фотографии"),
    idea: msg("Идеи: текст, картинка по желанию"),
  })[kind] ?? kind;
