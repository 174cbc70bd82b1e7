import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/text-area";
import type { StaffEntry } from "@veche/protocol";
import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";

/**
 * What a picture shows, for those who don't see it: the title says it until a moderator writes better.
 *
 * @fires entry-changed - detail is the entry as it stands now
 */
@customElement("console-picture-words")
export class PictureWords extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: grid;
        gap: 6px;
      }
      vaadin-text-area {
        width: 100%;
      }
    `,
  ];

  @property({ attribute: false }) entry!: StaffEntry;
  @state() private words = "";
  readonly #attempt = new Attempt(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("entry");
    if (!changed.has("entry") || (before?.id === this.entry.id && before.alt === this.entry.alt)) return;
    this.words = this.#known;
  }

  get #known(): string {
    return this.entry.alt ?? this.entry.title;
  }

  #keep(): void {
    const said = this.words.trim();
    const alt = said === this.entry.title ? "" : said;
    void this.#attempt.run(async () => {
      const { entry } = await this.desk.client.campaigns.describe({ id: this.entry.id, alt });
      this.tell("entry-changed", entry);
      this.desk.notices.done(msg("Описание снимка сохранено."));
    });
  }

  protected override render() {
    if (!this.entry.image) return nothing;
    const { busy, refusal } = this.#attempt;
    const isNew = this.words.trim() !== this.#known;
    return html`<vaadin-text-area
        label=${msg("Описание для тех, кто не видит снимка")}
        helper-text=${msg("Сначала это название работы. Скажите, что на ней: кто, где, что делает.")}
        maxlength="300"
        .value=${this.words}
        @keydown=${(event: KeyboardEvent) => event.key !== "Escape" && event.stopPropagation()}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.words = detail.value)}
      ></vaadin-text-area>
      ${refusalNote(refusal)}
      ${
        isNew
          ? html`<vaadin-button theme="small" ?disabled=${busy} @click=${() => this.#keep()}>
              ${msg("Сохранить описание")}
            </vaadin-button>`
          : nothing
      }`;
  }
}
