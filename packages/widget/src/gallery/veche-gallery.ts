import type { Campaign, PublicEntry } from "@veche/protocol";
import { buttonStyles, lowVision, noticeStyles, ResidentElement } from "@veche/ui";
import { panelStyles } from "@veche/ui/panel.ts";
import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { msg, str } from "@lit/localize";
import type { Address } from "../requests/ask.ts";
import { Loading } from "../requests/loading.ts";
import { trouble } from "../requests/trouble.ts";
import { campaignOf, workLink } from "../campaigns/campaign-client.ts";
import { ageGroupText, authorText, inLanguage, workText } from "../campaigns/campaign-texts.ts";
import type { Exhibit } from "../campaigns/lightbox.ts";
import { GalleryPages, PAGE_SIZE } from "./gallery-pages.ts";
import { galleryStyles } from "./gallery-styles.ts";
import type { ReportedWork } from "./report-dialog.ts";
import type { Voting } from "./vote/voting.ts";
import "../campaigns/picture.ts";

/** Below the tile's own width: a doubled screen takes the 400 px picture, so that a row stays under 100 KB. */
const TILE_SIZES = "(max-width: 30rem) 45vw, 12.4rem";

/**
 * The approved entries of a campaign: pictures first, filtered by nomination and age group.
 *
 * @csspart filters - the two selects
 * @csspart grid - the pictures
 * @csspart vote - what is said of the public vote, where there is one
 */
@customElement("veche-gallery")
export class VecheGallery extends ResidentElement {
  static override styles = ResidentElement.dressed(buttonStyles, noticeStyles, panelStyles, galleryStyles);

  /** The campaign's slug. */
  @property() campaign = "";
  /** A nomination's slug: only its entries are shown. */
  @property() nomination = "";
  @state() private chosenNomination = "";
  @state() private chosenAgeGroup = "";
  @state() private enlarged: number | undefined;

  @state() private reported: ReportedWork | undefined;
  /** Only works that the public votes among. */
  @state() private shortlisted = false;
  @state() private voting: Voting | undefined;

  protected readonly texts = () => import("./english.ts");
  readonly #about = new Loading<Campaign>(this);
  readonly #pages = new GalleryPages(this);
  #address: Address = { server: "", locale: "" };

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const moved = this.#address.server !== this.server || changed.has("campaign");
    if (moved || this.#address.locale !== this.language) {
      this.#address = { server: this.server, locale: this.language };
      const address = this.#address;
      void this.#about
        .run((signal) => campaignOf(address, this.campaign, signal), { anew: false })
        .then(() => this.#openVote(address));
    }
    if (moved || changed.has("nomination")) this.#open();
  }

  protected override render() {
    const { items, isLoading, problem } = this.#pages;
    return html`<div class="veche">
      <div class="scaled" aria-busy=${isLoading ? "true" : "false"}>
        ${this.#filters()} ${this.#voteBar()}
        <ul class="grid" role="list" part="grid">
          ${repeat(
            items,
            ({ id }) => id,
            (entry, index) => html`<li>${this.#tile(entry, index)}</li>`,
          )}
          ${isLoading ? blanks(PAGE_SIZE) : nothing}
        </ul>
        <p class="for-readers" role="status">
          ${isLoading ? nothing : msg(str`Показано работ: ${items.length}`)}
        </p>
        ${problem ? trouble(problem, () => void this.#pages.more()) : nothing}
        ${!isLoading && !problem && items.length === 0 ? this.#empty() : nothing}
        ${
          this.#pages.hasMore && !isLoading && !problem
            ? html`<button type="button" class="button more" @click=${() => void this.#pages.more()}>
                ${msg("Показать ещё")}
              </button>`
            : nothing
        }
      </div>
      ${this.enlarged === undefined ? nothing : this.#lightbox(items, this.enlarged)}
    </div>`;
  }

  #filters() {
    const about = this.#about.now.kind === "done" ? this.#about.now.value : undefined;
    return html`<div class="filters" part="filters">
      ${
        this.nomination
          ? nothing
          : this.#select(
              msg("Номинация"),
              (about?.nominations ?? []).map(({ slug, title }) => [slug, inLanguage(title, this.language)]),
              this.chosenNomination,
              (slug) => (this.chosenNomination = slug),
            )
      }
      ${this.#select(
        msg("Возраст"),
        (about?.ageGroups ?? []).map((group) => [group.slug, ageGroupText(group, this.language)]),
        this.chosenAgeGroup,
        (slug) => (this.chosenAgeGroup = slug),
      )}
    </div>`;
  }

  #select(
    label: string,
    options: [slug: string, title: string][],
    chosen: string,
    choose: (slug: string) => void,
  ) {
    return html`<label
      >${label}
      <select
        @change=${(event: Event) => {
          choose((event.target as HTMLSelectElement).value);
          this.#open();
        }}
      >
        <option value="" ?selected=${chosen === ""}>${msg("Все")}</option>
        ${options.map(([slug, title]) => html`<option value=${slug} ?selected=${chosen === slug}>${title}</option>`)}
      </select>
    </label>`;
  }

  #tile(entry: PublicEntry, index: number) {
    const author = authorText(entry, this.language);
    return html`<figure>
      <button type="button" class="tile" id="entry-${entry.id}" @click=${() => void this.#enlarge(index)}>
        ${
          entry.image
            ? html`<veche-picture
                .image=${entry.image}
                .server=${this.server}
                .worded=${!lowVision().pictures}
                alt=${entry.alt ?? workText(entry.title, author)}
                sizes=${TILE_SIZES}
              ></veche-picture>`
            : html`<span class="in-words">${entry.text}</span>`
        }
      </button>
      <figcaption class="caption">
        <p class="title">${entry.title}</p>
        <p class="author">${author}</p>
        ${entry.awards?.map((award) => html`<p class="award" part="award">${award}</p>`)}
        ${this.voting?.under(entry)}
      </figcaption>
    </figure>`;
  }

  #empty() {
    const isFiltered = !!(this.chosenNomination || this.chosenAgeGroup || this.shortlisted);
    return html`<p class="empty">
      ${
        isFiltered
          ? msg("Таких работ пока нет. Выберите другую номинацию или возраст.")
          : msg("Работ пока нет. Они появятся здесь после проверки.")
      }
    </p>`;
  }

  #lightbox(items: readonly PublicEntry[], index: number) {
    return html`<veche-lightbox
        .exhibits=${items.map((entry) => this.#exhibit(entry))}
        .index=${index}
        .server=${this.server}
        @lightbox-show=${(event: CustomEvent<number>) => void this.#enlarge(event.detail)}
        @lightbox-report=${this.#report}
        @lightbox-close=${this.#shrink}
      ></veche-lightbox
      >${
        this.reported
          ? html`<veche-report
              .address=${this.#address}
              .work=${this.reported}
              @report-close=${() => (this.reported = undefined)}
            ></veche-report>`
          : nothing
      }`;
  }

  #exhibit(entry: PublicEntry): Exhibit {
    const about = this.#about.now.kind === "done" ? this.#about.now.value : undefined;
    const nomination = about?.nominations.find(({ slug }) => slug === entry.nomination);
    return {
      image: entry.image,
      text: entry.text,
      title: entry.title,
      author: authorText(entry, this.language),
      note: nomination ? inLanguage(nomination.title, this.language) : "",
      alt: entry.alt,
      reportable: true,
      link: workLink(this.#address, this.campaign, entry.number),
    };
  }

  #voteBar() {
    const about = this.#about.now;
    if (!this.voting || about.kind !== "done") return nothing;
    const calendar = { locale: this.language, timeZone: about.value.timeZone };
    return this.voting.bar(calendar, this.shortlisted, (chosen) => {
      this.shortlisted = chosen;
      this.#open();
    });
  }

  /** What a vote needs is fetched where there is one. */
  async #openVote(address: Address) {
    const about = this.#about.now;
    if (about.kind !== "done" || !about.value.vote || address !== this.#address) return;
    const { slug, vote } = about.value;
    const { Voting } = await import("./vote/voting.ts");
    if (this.voting) this.removeController(this.voting);
    this.voting = new Voting(this, address, slug, vote, (id, by) => this.#pages.countVote(id, by));
  }

  #open() {
    const filter = {
      nomination: this.nomination || this.chosenNomination,
      ageGroup: this.chosenAgeGroup,
      shortlisted: this.shortlisted,
    };
    void this.#pages.open({ address: this.#address, campaign: this.campaign, filter });
  }

  async #enlarge(index: number) {
    await import("../campaigns/lightbox.ts");
    this.enlarged = index;
    // The last one that is here is on show: fetch what comes after it.
    if (index === this.#pages.items.length - 1 && this.#pages.hasMore) void this.#pages.more();
  }

  async #report() {
    const entry = this.#pages.items[this.enlarged ?? -1];
    if (!entry) return;
    await import("./report-dialog.ts");
    const { number, title } = entry;
    this.reported = {
      campaign: this.campaign,
      number,
      said: workText(title, authorText(entry, this.language)),
    };
  }

  async #shrink() {
    const entry = this.#pages.items[this.enlarged ?? -1];
    this.enlarged = undefined;
    await this.updateComplete;
    if (entry) this.renderRoot.querySelector<HTMLElement>(`[id="entry-${entry.id}"]`)?.focus();
  }
}

function blanks(count: number) {
  return Array.from(
    { length: count },
    () =>
      html`<li aria-hidden="true">
        <div class="blank"></div>
        <div class="words-blank"></div>
      </li>`,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-gallery": VecheGallery;
  }
}
