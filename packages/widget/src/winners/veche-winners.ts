import type { Campaign, Winner } from "@veche/protocol";
import { buttonStyles, lowVision, noticeStyles, ResidentElement } from "@veche/ui";
import { panelStyles } from "@veche/ui/panel.ts";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { msg, str } from "@lit/localize";
import type { Address } from "../requests/ask.ts";
import { Loading } from "../requests/loading.ts";
import { Problem } from "../requests/problem.ts";
import { trouble } from "../requests/trouble.ts";
import { campaignOf, type Results, resultsOf, workLink } from "../campaigns/campaign-client.ts";
import { ageGroupText, authorText, inLanguage, workText } from "../campaigns/campaign-texts.ts";
import { dayInWords, momentInWords } from "../campaigns/dates-in-words.ts";
import { written } from "../campaigns/written.ts";
import type { Exhibit } from "../campaigns/lightbox.ts";
import { type NominationPodiums, podiumsOf } from "./podium.ts";
import { winnersStyles } from "./winners-styles.ts";
import "../campaigns/picture.ts";

interface Told {
  readonly campaign: Campaign;
  /** Absent before the announcement. */
  readonly results: Results | undefined;
}

/**
 * The announced winners of a campaign by nomination and age group; a calm sentence before the announcement.
 *
 * @csspart title - the campaign's name; hide it where the page says it already
 * @csspart winner - one winner's card
 */
@customElement("veche-winners")
export class VecheWinners extends ResidentElement {
  static override styles = ResidentElement.dressed(buttonStyles, noticeStyles, panelStyles, winnersStyles);

  /** The campaign's slug. */
  @property() campaign = "";
  @state() private enlarged: number | undefined;

  protected readonly texts = () => import("./english.ts");
  readonly #loading = new Loading<Told>(this);
  #address: Address = { server: "", locale: "" };

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const spoken = this.#address.server === this.server && this.#address.locale === this.language;
    if (spoken && !changed.has("campaign")) return;
    this.#address = { server: this.server, locale: this.language };
    this.#load();
  }

  protected override render() {
    const { now } = this.#loading;
    return html`<div class="veche">
      <div class="scaled" aria-busy=${now.kind === "pending" ? "true" : "false"}>
        ${
          now.kind === "done"
            ? this.#told(now.value)
            : now.kind === "failed"
              ? trouble(now.problem, () => this.#load())
              : html`<p role="status">${msg("Открываем итоги…")}</p>`
        }
      </div>
    </div>`;
  }

  #told({ campaign, results }: Told) {
    if (!results) return this.#notYet(campaign);
    const calendar = { locale: this.language, timeZone: campaign.timeZone };
    const day = dayInWords(results.announcedAt, new Date(), calendar);
    const shown = podiumsOf(campaign, results.winners);
    const exhibited = shown
      .flatMap(({ podiums }) => podiums.flatMap(({ winners }) => winners))
      .filter(isShown);
    return html`<h2 part="title">${inLanguage(campaign.title, this.language)}</h2>
      <p class="when">${msg(str`Итоги объявлены ${day}`)}</p>
      <button type="button" class="button print" @click=${() => print()}>${msg("Распечатать")}</button>
      ${shown.map((one, index) => this.#nomination(one, index, exhibited, campaign))}
      ${this.enlarged === undefined ? nothing : this.#lightbox(campaign, exhibited, this.enlarged)}`;
  }

  #notYet({ title, dates, timeZone }: Campaign) {
    const calendar = { locale: this.language, timeZone };
    const isAhead = dates.announceAt && new Date(dates.announceAt) > new Date();
    return html`<h2 part="title">${inLanguage(title, this.language)}</h2>
      <p class="calm">
        ${
          dates.announceAt && isAhead
            ? msg(
                str`Победителей объявим ${momentInWords(dates.announceAt, new Date(), calendar)}. Имена появятся здесь.`,
              )
            : msg("Победителей пока не объявили. Имена появятся здесь.")
        }
      </p>`;
  }

  #nomination(
    { nomination, podiums }: NominationPodiums,
    index: number,
    exhibited: readonly Winner[],
    campaign: Campaign,
  ) {
    return html`<section aria-labelledby="nomination-${index}">
      <h3 id="nomination-${index}">${inLanguage(nomination.title, this.language)}</h3>
      <div class="groups">
        ${podiums.map(
          ({ ageGroup, winners }) =>
            html`<section>
              <h4>${ageGroupText(ageGroup, this.language)}</h4>
              <ul class="podium" role="list">
                ${winners.map((winner) => html`<li>${this.#winner(winner, exhibited.indexOf(winner), campaign)}</li>`)}
              </ul>
            </section>`,
        )}
      </div>
    </section>`;
  }

  #winner(winner: Winner, exhibit: number, campaign: Campaign) {
    const author = authorText(winner, this.language);
    return html`<figure class="winner" part="winner">
      ${
        isShown(winner)
          ? html`<button
              type="button"
              class="look"
              id="exhibit-${exhibit}"
              @click=${() => void this.#enlarge(exhibit)}
            >
              ${
                winner.image
                  ? html`<veche-picture
                      .image=${winner.image}
                      .server=${this.server}
                      .worded=${!lowVision().pictures}
                      alt=${workText(winner.entryTitle, author)}
                      sizes="(max-width: 32rem) 90vw, 20rem"
                    ></veche-picture>`
                  : html`<span class="in-words">${winner.entryText}</span>`
              }
            </button>`
          : nothing
      }
      <figcaption class="words">
        <span class="place">${placeText(winner, campaign, this.language)}</span>
        ${winner.entryTitle ? html`<span class="title">${winner.entryTitle}</span>` : nothing}
        <span class="author">${author}</span>
      </figcaption>
    </figure>`;
  }

  #lightbox(campaign: Campaign, exhibited: readonly Winner[], index: number) {
    const exhibits = exhibited.map((winner): Exhibit => {
      const nomination = campaign.nominations.find(({ slug }) => slug === winner.nomination);
      const { number } = winner;
      const place = placeText(winner, campaign, this.language);
      return {
        image: winner.image,
        text: winner.entryText,
        title: winner.entryTitle,
        author: authorText(winner, this.language),
        note: nomination ? html`${inLanguage(nomination.title, this.language)} · ${place}` : html`${place}`,
        link: number === undefined ? undefined : workLink(this.#address, campaign.slug, number),
      };
    });
    return html`<veche-lightbox
      .exhibits=${exhibits}
      .index=${index}
      .server=${this.server}
      @lightbox-show=${(event: CustomEvent<number>) => (this.enlarged = event.detail)}
      @lightbox-close=${this.#shrink}
    ></veche-lightbox>`;
  }

  #load() {
    const address = this.#address;
    void this.#loading.run(async (signal) => {
      const [campaign, results] = await Promise.all([
        campaignOf(address, this.campaign, signal),
        resultsOf(address, this.campaign, signal).catch((problem: unknown) => {
          if (problem instanceof Problem && problem.code === "not_found") return undefined;
          throw problem;
        }),
      ]);
      return { campaign, results };
    });
  }

  async #enlarge(index: number) {
    await import("../campaigns/lightbox.ts");
    this.enlarged = index;
  }

  async #shrink() {
    const index = this.enlarged;
    this.enlarged = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#exhibit-${index}`)?.focus();
  }
}

/** What staff called the award; in another language its place, when it has one. */
function placeText({ place, title }: Winner, { prizes }: Campaign, locale: string): string | TemplateResult {
  if (locale !== "ru" && place !== null) return msg(str`${place} место`);
  return written(title, prizes.find((prize) => prize.title === title)?.titleEn, locale);
}

/** Whether there is something to look at or to read. */
const isShown = ({ image, entryText }: Winner) => image !== undefined || entryText !== undefined;

declare global {
  interface HTMLElementTagNameMap {
    "veche-winners": VecheWinners;
  }
}
