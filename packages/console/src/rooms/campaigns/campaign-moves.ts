import { msg, str } from "@lit/localize";
import "@vaadin/confirm-dialog";
import type { CampaignState } from "@veche/protocol";
import { html } from "lit";
import { customElement, state } from "lit/decorators.js";
import { RoomElement } from "../../parts/room-element.ts";
import { campaignStateName, inLanguage, type StaffCampaign } from "./words.ts";

/**
 * Asks before a campaign goes to another state, and moves it.
 *
 * @fires campaign-moved
 */
@customElement("console-campaign-moves")
export class CampaignMoves extends RoomElement {
  @state() private asked: { readonly campaign: StaffCampaign; readonly to: CampaignState } | undefined;

  ask(campaign: StaffCampaign, to: CampaignState): void {
    this.asked = { campaign, to };
  }

  async #move(): Promise<void> {
    const { asked } = this;
    this.asked = undefined;
    if (!asked) return;
    try {
      await this.desk.client.campaigns.move({ slug: asked.campaign.slug, state: asked.to });
      this.desk.notices.done(msg(str`Теперь: ${campaignStateName(asked.to)}.`));
      this.tell("campaign-moved");
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  #consequence(to: CampaignState): string {
    switch (to) {
      case "open":
        return msg("Конкурс станет виден всем, и можно будет присылать работы.");
      case "judging":
        return msg("Новые работы больше не принимаются. Жюри увидит допущенные.");
      case "archived":
        return msg("Конкурс уйдёт в архив. Победители и галерея останутся видны.");
      default:
        return "";
    }
  }

  protected override render() {
    const { asked } = this;
    return html`<vaadin-confirm-dialog
      header=${asked ? inLanguage(asked.campaign.title) : ""}
      cancel-button-visible
      cancel-text=${msg("Отмена")}
      confirm-text=${asked ? campaignStateName(asked.to) : ""}
      .opened=${asked !== undefined}
      @confirm=${() => this.#move()}
      @cancel=${() => (this.asked = undefined)}
    >
      <p>${asked ? this.#consequence(asked.to) : ""}</p>
    </vaadin-confirm-dialog>`;
  }
}
