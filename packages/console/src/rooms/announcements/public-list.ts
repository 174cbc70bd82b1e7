import { msg } from "@lit/localize";
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import {
  ageGroupName,
  inLanguage,
  publicName,
  renderPicture,
  type StaffCampaign,
} from "../campaigns/index.ts";
import type { Awarded } from "./sealed.ts";

/** Awards as the public will see them, group by group. */
@customElement("console-public-list")
export class PublicList extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      h3 {
        margin: 14px 0 6px;
      }
      ul {
        display: grid;
        gap: 6px;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      .picture {
        flex: none;
        width: 72px;
        height: 54px;
        border-radius: 6px;
        background: var(--console-hover);
        overflow: hidden;
      }
      img {
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
    `,
  ];

  @property({ attribute: false }) campaign!: StaffCampaign;
  @property({ attribute: false }) awarded: readonly Awarded[] = [];
  /** Without pictures, for a dialog. */
  @property({ type: Boolean }) short = false;

  protected override render() {
    const groups = Map.groupBy(this.awarded, ({ entry }) => `${entry.nomination} ${entry.ageGroup}`);
    return [...groups.values()].map(
      (group) =>
        html`<h3>${this.#heading(group)}</h3>
          <ul>
            ${group.map((one) => this.#renderOne(one))}
          </ul>`,
    );
  }

  #heading([first]: readonly Awarded[]): string {
    const nomination = this.campaign.nominations.find(({ slug }) => slug === first?.entry.nomination);
    const ageGroup = this.campaign.ageGroups.find(({ slug }) => slug === first?.entry.ageGroup);
    return `${nomination ? inLanguage(nomination.title) : ""}, ${ageGroup ? ageGroupName(ageGroup) : ""}`;
  }

  #renderOne({ entry, title }: Awarded) {
    const shown = entry.consents.includes("publishing");
    return html`<li>
      ${this.short ? nothing : html`<span class="picture">${shown ? renderPicture(entry.image, "", 72) : nothing}</span>`}
      <span>
        <strong>${title}</strong>
        ${
          shown
            ? html`— ${publicName(entry)}, ${entry.author?.age}. «${entry.title}»`
            : html`— <span class="quiet">${msg("имя и работа не публикуются")}</span>`
        }
      </span>
    </li>`;
  }
}
