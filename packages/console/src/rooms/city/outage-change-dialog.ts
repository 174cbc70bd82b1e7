import { msg } from "@lit/localize";
import "@vaadin/button";
import "@vaadin/dialog";
import "@vaadin/radio-group";
import "@vaadin/text-field";
import type { OutageChange } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { dialogStyles, openedOrLeft } from "../../parts/dialogs.ts";
import { dayAndMinute } from "../../parts/moments.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { renderMoment } from "../../parts/date-fields.ts";

type Act = OutageChange["act"];

/**
 * What became of an outage: longer, over, or not at all, and who said so.
 *
 * @fires list-changed
 */
@customElement("console-outage-change")
export class OutageChangeDialog extends RoomElement {
  static override styles = [
    pageStyles,
    dialogStyles,
    css`
      .content {
        width: min(440px, 78vw);
      }
      ul {
        padding-inline-start: 20px;
      }
    `,
  ];

  @state() private outageId = "";
  @state() private act: Act = "prolong";
  @state() private begun = true;
  @state() private endsAt = "";
  @state() private source = "";
  @state() private earlier: readonly OutageChange[] = [];
  readonly #attempt = new Attempt(this);

  show(id: string, endsAt: string, begun: boolean): void {
    Object.assign(this, { outageId: id, begun, act: "prolong", source: "", earlier: [] });
    this.#attempt.forget();
    this.endsAt = endsAt;
    this.desk.client.city.outageChanges({ id }).then(
      ({ items }) => this.outageId === id && (this.earlier = items),
      (error: unknown) => this.desk.notices.refusal(error),
    );
  }

  #save = () =>
    this.#attempt.run(async () => {
      const { outageId: id, act, source } = this;
      const endsAt = act === "prolong" && this.endsAt ? this.endsAt : undefined;
      await this.desk.client.city.changeOutage({ id, act, source, endsAt });
      this.outageId = "";
      this.tell("list-changed");
    });

  protected override render() {
    return html`<vaadin-dialog
      header-title=${msg("Что стало с отключением")}
      .opened=${this.outageId !== ""}
      @opened-changed=${openedOrLeft(() => (this.outageId = ""))}
    >
      ${this.outageId ? html`<div class="content">${this.#renderFields()}</div>` : nothing}
      <div slot="footer">
        <vaadin-button theme="tertiary" @click=${() => (this.outageId = "")}>${msg("Отмена")}</vaadin-button
        ><vaadin-button
          theme="primary"
          ?disabled=${this.#attempt.busy || !this.source.trim()}
          @click=${this.#save}
          >${msg("Сохранить")}</vaadin-button
        >
      </div>
    </vaadin-dialog>`;
  }

  #renderFields() {
    const acts: readonly (readonly [Act, string])[] = [
      ["prolong", msg("Продлили")],
      this.begun ? ["restore", msg("Подача восстановлена")] : ["cancel", msg("Отменили")],
    ];
    return html`
      ${refusalNote(this.#attempt.refusal)}
      <vaadin-radio-group
        label=${msg("Что произошло")}
        .value=${this.act}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => {
          this.act = acts.find(([act]) => act === detail.value)?.[0] ?? this.act;
        }}
      >
        ${acts.map(([act, name]) => html`<vaadin-radio-button .value=${act} label=${name}></vaadin-radio-button>`)}
      </vaadin-radio-group>
      ${
        this.act === "prolong"
          ? renderMoment({
              label: msg("Теперь до"),
              value: this.endsAt,
              write: (moment) => (this.endsAt = moment),
            })
          : nothing
      }
      <vaadin-text-field
        label=${msg("Кто сообщил")}
        placeholder=${msg("Например: диспетчер Водоканала, звонок в 14:20")}
        .value=${this.source}
        @value-changed=${({ detail }: CustomEvent<{ value: string }>) => (this.source = detail.value)}
      ></vaadin-text-field>
      ${
        this.earlier.length > 0
          ? html`<ul>
              ${this.earlier.map(
                ({ at, by, source, endsAt }) =>
                  html`<li class="quiet">
                    ${dayAndMinute(at)}, ${by}: ${msg("до")} ${dayAndMinute(endsAt)} (${source})
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    `;
  }
}
