import { msg, str } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/progress-bar";
import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { icon } from "../../parts/icons.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";

const LOOK_EVERY_MS = 1_500;

/** Sheets for a wall: which works, how far they are, and the files. */
@customElement("console-exhibition")
export class Exhibition extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      .panel {
        display: grid;
        gap: 10px;
        padding: 14px 18px;
      }
    `,
  ];

  /** Slug of the campaign. */
  @property() campaign = "";
  @state() private progress = { total: 0, made: 0 };
  readonly #attempt = new Attempt(this);
  #looking: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#looking);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("campaign") && this.campaign) void this.#look();
  }

  /** Looks again while sheets are being made. */
  async #look(): Promise<void> {
    clearTimeout(this.#looking);
    const { campaign } = this;
    try {
      const progress = await this.desk.client.campaigns.exhibition({ slug: campaign });
      if (campaign !== this.campaign || !this.isConnected) return;
      this.progress = progress;
      if (progress.made < progress.total) this.#looking = setTimeout(() => void this.#look(), LOOK_EVERY_MS);
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  #make = (works: "awarded" | "all") =>
    this.#attempt.run(async () => {
      await this.desk.client.campaigns.makeExhibition({ slug: this.campaign, works });
      await this.#look();
    });

  protected override render() {
    const { total, made } = this.progress;
    const making = made < total;
    return html`<section class="panel" aria-labelledby="exhibition">
      <h2 id="exhibition">${msg("Выставка")}</h2>
      <p class="quiet">
        ${msg("Лист А3 на каждую работу, с подписью: название, имя и первая буква фамилии, возраст. Только работы, которые разрешили использовать.")}
      </p>
      ${refusalNote(this.#attempt.refusal)}
      <div class="row">
        <vaadin-button ?disabled=${this.#attempt.busy} @click=${() => this.#make("awarded")}
          >${msg("Листы награждённых")}</vaadin-button
        >
        <vaadin-button ?disabled=${this.#attempt.busy} @click=${() => this.#make("all")}
          >${msg("Листы всех работ")}</vaadin-button
        >
        ${total > 0 ? html`<span role="status">${msg(str`Готово: ${made} из ${total}`)}</span>` : nothing}
        ${
          made > 0
            ? html`<a href="/api/v1/staff/campaigns/${this.campaign}/exhibition.zip" download
                >${icon("download")} ${msg("Листы для печати (ZIP)")}</a
              >`
            : nothing
        }
      </div>
      ${
        making
          ? html`<vaadin-progress-bar
              .value=${made / total}
              aria-label=${msg("Печать листов")}
            ></vaadin-progress-bar>`
          : nothing
      }
    </section>`;
  }
}
