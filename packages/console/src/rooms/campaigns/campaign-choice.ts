import { msg } from "@lit/localize";
import "@vaadin/select";
import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { campaignStateName, inLanguage, type StaffCampaign } from "./words.ts";

/**
 * Chooses one of the campaigns.
 *
 * @fires campaign-chosen - its slug
 */
@customElement("console-campaign-choice")
export class CampaignChoice extends ConsoleElement {
  @property({ attribute: false }) campaigns: readonly StaffCampaign[] = [];
  @property() value = "";

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    const items = this.campaigns.map(({ slug, title, state }) => ({
      value: slug,
      label: `${inLanguage(title)} · ${campaignStateName(state)}`,
    }));
    return html`<vaadin-select
      label=${msg("Конкурс")}
      .items=${items}
      .value=${this.value}
      @value-changed=${(event: CustomEvent<{ value: string }>) => {
        if (event.detail.value && event.detail.value !== this.value)
          this.tell("campaign-chosen", event.detail.value);
      }}
    ></vaadin-select>`;
  }
}
