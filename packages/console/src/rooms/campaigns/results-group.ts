import { msg, str } from "@lit/localize";
import type { StaffEntry } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { cardStyles } from "../../parts/table.ts";
import { ConsoleElement } from "../../parts/console-element.ts";
import { decimal } from "../../parts/moments.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";
import { type Award, awardKey, awardsOf } from "./award-words.ts";
import { renderPicture } from "./picture.ts";
import { resultsStyles } from "./results-styles.ts";
import type { StaffCampaign } from "./words.ts";

/** Published as written, so it is in the city's language whatever the console speaks. */
/** «Победитель, 1 место», where the campaign says what places are called. */
const placeTitle =
  ({ titles }: StaffCampaign) =>
  (place: number) => {
    const word = place === 1 ? titles?.winner : titles?.prizeWinner;
    return word ? `${word}, ${place} место` : `${place} место`;
  };

/**
 * The entries that compete with each other, best score first, with their places.
 *
 * @fires awarded - `{ id, award }`; no award takes it away
 */
@customElement("console-results-group")
export class ResultsGroup extends ConsoleElement {
  static override styles = [pageStyles, documentStyles, resultsStyles, cardStyles];

  @property() heading = "";
  @property({ attribute: false }) campaign!: StaffCampaign;
  @property() ageGroup = "";
  @property({ attribute: false }) entries: readonly StaffEntry[] = [];
  @property({ attribute: false }) awards: ReadonlyMap<string, Award> = new Map();
  @property({ type: Boolean }) editable = false;

  protected override render() {
    return html`<div class="panel scroll cards">
      <table>
        <caption>
          ${this.heading}
        </caption>
        <thead>
          <tr>
            <th scope="col">${msg("Работа")}</th>
            <th scope="col">${msg("Автор")}</th>
            <th scope="col" class="number">${msg("Балл")}</th>
            <th scope="col" class="number">${msg("С поправкой на строгость")}</th>
            <th scope="col">${msg("Место или звание")}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            this.entries,
            ({ id }) => id,
            (entry) => this.#renderEntry(entry),
          )}
        </tbody>
      </table>
    </div>`;
  }

  #renderEntry(entry: StaffEntry) {
    const { id, number, title, author, score, adjusted, image, votes } = entry;
    return html`<tr>
      <td>
        <div class="work">
          ${image ? html`<span class="thumbnail">${renderPicture(image, "", 64)}</span>` : nothing}
          <span>
            ${title}<br /><span class="quiet"
              >№ ${number}${votes === undefined ? nothing : html`, ${msg(str`голосов: ${votes}`)}`}</span
            >
          </span>
        </div>
      </td>
      <td>${author ? html`${author.firstName} ${author.lastName}, ${author.age}` : "—"}</td>
      <td class="number" data-heading=${msg("Балл")}>${score === undefined ? "—" : decimal(score)}</td>
      <td class="number quiet" data-heading=${msg("С поправкой на строгость")}>
        ${adjusted === undefined ? "—" : decimal(adjusted)}
      </td>
      <td data-heading=${msg("Место или звание")}>
        ${this.editable ? this.#renderChoice(entry) : (this.awards.get(id)?.title ?? "—")}
      </td>
    </tr>`;
  }

  #renderChoice({ id, number }: StaffEntry) {
    const award = this.awards.get(id);
    const offered = awardsOf(this.campaign, this.ageGroup, placeTitle(this.campaign));
    const known =
      award &&
      offered.some((one) => one.place === award.place && (award.place !== null || one.title === award.title));
    const chosen = award ? (award.place === null ? awardKey(award) : keyOfPlace(offered, award.place)) : "";
    return html`<div class="award">
      <select
        aria-label=${msg(str`Место работы № ${number}`)}
        @change=${(event: Event) => {
          if (!(event.target instanceof HTMLSelectElement)) return;
          const { value } = event.target;
          this.tell("awarded", { id, award: offered.find((one) => awardKey(one) === value) });
        }}
      >
        <option value="" ?selected=${!award}>—</option>
        ${offered.map(
          (one) =>
            html`<option value=${awardKey(one)} ?selected=${awardKey(one) === chosen}>${one.title}</option>`,
        )}
        ${award && !known ? html`<option value=${awardKey(award)} selected>${award.title}</option>` : nothing}
      </select>
      ${
        award
          ? html`<input
              aria-label=${msg(str`Как это будет названо у работы № ${number}`)}
              maxlength="200"
              .value=${award.title}
              @change=${(event: Event) => {
                if (event.target instanceof HTMLInputElement) {
                  this.tell("awarded", { id, award: { ...award, title: event.target.value } });
                }
              }}
            />`
          : nothing
      }
    </div>`;
  }
}

const keyOfPlace = (offered: readonly Award[], place: number) => {
  const award = offered.find((one) => one.place === place);
  return award ? awardKey(award) : "";
};
