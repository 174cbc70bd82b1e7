import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import type { Operations, ReplyOf } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { renderTextInput } from "../../parts/text-input.ts";

type Recusals = ReplyOf<Operations["campaigns"]["ownRecusals"]>["recusals"];
type By = Recusals[number]["by"];

/**
 * A juror stands back from a work, a school or a family.
 *
 * @fires recused
 */
@customElement("console-recusal-dialog")
export class RecusalDialog extends RoomElement {
  static override styles = [pageStyles, dialogStyles];

  @state() private of: { readonly campaign: string; readonly work: string } | undefined;
  @state() private recusals: Recusals = [];
  @state() private school = "";
  @state() private surname = "";
  readonly #attempt = new Attempt(this);

  async show(campaign: string, work: string): Promise<void> {
    this.#attempt.forget();
    this.school = "";
    this.surname = "";
    try {
      this.recusals = (await this.desk.client.campaigns.ownRecusals({ slug: campaign })).recusals;
      this.of = { campaign, work };
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  #leave = () => (this.of = undefined);

  #recuse = (by: By, value: string) =>
    this.#attempt.run(async () => {
      if (!this.of || value.trim() === "") return;
      await this.desk.client.campaigns.recuse({ slug: this.of.campaign, by, value: value.trim() });
      this.#leave();
      this.desk.notices.done(msg("Отвод записан. Такие работы оценят коллеги."));
      this.tell("recused");
    });

  protected override render() {
    return html`<vaadin-dialog
      header-title=${msg("Самоотвод")}
      .opened=${this.of !== undefined}
      @opened-changed=${openedOrLeft(this.#leave)}
    >
      ${this.of ? this.#renderContent(this.of.work) : nothing}
      <div slot="footer">
        <vaadin-button theme="tertiary" @click=${this.#leave}>${msg("Закрыть")}</vaadin-button>
      </div>
    </vaadin-dialog>`;
  }

  #renderContent(work: string) {
    const past = this.recusals.filter(({ by }) => by !== "work").map(({ value }) => value);
    return html`<div class="content">
      ${refusalNote(this.#attempt.refusal)}
      <p>${msg("Узнали работу или знаете автора? Откажитесь её судить: ваши баллы за неё сотрутся.")}</p>
      <vaadin-button data-first ?disabled=${this.#attempt.busy} @click=${() => this.#recuse("work", work)}
        >${msg("Не судить эту работу")}</vaadin-button
      >
      ${this.#renderWord("school", msg("Не судить работы из школы или сада"), this.school)}
      ${this.#renderWord("surname", msg("Не судить работы семьи: фамилия"), this.surname)}
      ${past.length > 0 ? html`<p class="quiet">${msg("Уже записано:")} ${past.join("; ")}</p>` : nothing}
    </div>`;
  }

  #renderWord(by: "school" | "surname", label: string, value: string) {
    return html`<div class="row">
      <div class="grow">
        ${renderTextInput({ label, value, long: false, invalid: false, write: (said) => (this[by] = said) })}
      </div>
      <vaadin-button
        ?disabled=${this.#attempt.busy || value.trim() === ""}
        @click=${() => this.#recuse(by, value)}
        >${msg("Записать")}</vaadin-button
      >
    </div>`;
  }
}
