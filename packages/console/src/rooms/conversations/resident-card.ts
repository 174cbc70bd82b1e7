import { msg } from "@lit/localize";
import { Task } from "@lit/task";
import type { QueueItem, ResidentCard as Card } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { isRefusal } from "../../client/server-refusal.ts";
import { dayAndMinute, lasting } from "../../parts/moments.ts";
import { resourceName } from "../../parts/resource-name.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import {
  callBackReason,
  channelName,
  type Departments,
  moveName,
  restrictionName,
  stateName,
} from "./words.ts";

/**
 * What is known of the resident: no more than they gave.
 *
 * @fires open-conversation - an earlier one's id
 * @fires card-known - the card, for texts that quote it
 */
@customElement("console-resident-card")
export class ResidentCard extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 6px 12px;
        margin-top: 10px;
        font-size: var(--lumo-font-size-s);
      }
      dt {
        color: var(--lumo-secondary-text-color);
      }
      dd {
        overflow-wrap: anywhere;
      }
      h3 {
        margin-top: 16px;
      }
      ul {
        display: grid;
        gap: 4px;
        margin-top: 6px;
        list-style: none;
        font-size: var(--lumo-font-size-s);
      }
      .off {
        color: var(--lumo-error-text-color);
      }
      button {
        min-height: 32px;
        padding: 0;
        border: 0;
        background: none;
        color: var(--lumo-primary-text-color);
        font: inherit;
        text-align: start;
        text-decoration: underline;
        cursor: pointer;
      }
      details {
        margin-top: 16px;
        font-size: var(--lumo-font-size-s);
      }
      summary {
        min-height: 32px;
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) item!: QueueItem;
  /** Read anew when it grows: the resident may have said an address. */
  @property({ type: Number }) said = 0;
  @property({ attribute: false }) departments: Departments = new Map();

  readonly #card = new Task(this, {
    args: () => [this.item.id, this.item.state, this.item.operator?.id, this.said] as const,
    task: async ([id], { signal }): Promise<Card | undefined> => {
      try {
        const { card } = await this.desk.client.conversations.card({ id }, signal);
        this.tell("card-known", card);
        return card;
      } catch (error) {
        // What the queue told is shown meanwhile.
        if (isRefusal(error)) return undefined;
        throw error;
      }
    },
  });

  /** Asks anew what is known. */
  read(): Promise<void> {
    return this.#card.run();
  }

  async #lift(id: string): Promise<void> {
    try {
      await this.desk.client.conversations.lift({ id });
      await this.read();
    } catch (error) {
      this.desk.notices.refusal(error);
    }
  }

  protected override render() {
    const { item } = this;
    const card = this.#card.value?.conversation.id === item.id ? this.#card.value : undefined;
    const facts: readonly (readonly [string, unknown])[] = [
      [msg("Состояние"), stateName(item.state)],
      [
        msg("Ждёт"),
        item.state === "queued" && item.waitingSince ? lasting(item.waitingSince, new Date()) : undefined,
      ],
      [
        msg("Ответить"),
        item.callBack &&
          html`${item.callBack.contact}<br /><span class="quiet">${callBackReason(item.callBack.why)}</span>`,
      ],
      [msg("Оператор"), item.operator?.name],
      [msg("Подразделение"), item.department && (this.departments.get(item.department) ?? item.department)],
      [msg("Канал"), channelName(item.channel)],
      [msg("Язык"), item.locale === "ru" ? msg("русский") : msg("английский")],
      [msg("Страница"), item.page ? this.#renderPage(item.page) : undefined],
      [msg("Последнее слово"), dayAndMinute(item.updatedAt)],
    ];
    return html`<h2>${msg("Житель")}</h2>
      <dl>
        ${facts.map(([name, value]) =>
          value
            ? html`<dt>${name}</dt>
                <dd>${value}</dd>`
            : nothing,
        )}
      </dl>
      ${card ? this.#renderCard(card) : nothing}`;
  }

  #renderCard({ address, restrictions, earlier, moves }: Card) {
    return html`${address ? this.#renderAddress(address) : nothing}
    ${
      restrictions.length > 0
        ? html`<h3>${msg("Ограничения")}</h3>
            <ul>
              ${restrictions.map(
                ({ id, kind, until, reason }) =>
                  html`<li>
                    ${restrictionName(kind)}, ${msg("до")} ${dayAndMinute(until)}. ${reason}
                    <button @click=${() => this.#lift(id)}>${msg("Снять")}</button>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
    ${
      earlier.length > 0
        ? html`<h3>${msg("Раньше")}</h3>
            <ul>
              ${earlier.map(
                ({ id, preview, updatedAt }) =>
                  html`<li>
                    <button @click=${() => this.tell("open-conversation", id)}>
                      ${dayAndMinute(updatedAt)}: ${preview}
                    </button>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
    ${
      moves.length > 0
        ? html`<details>
            <summary>${msg("Что было с диалогом")}</summary>
            <ul>
              ${moves.map(
                ({ at, by, move, why }) =>
                  html`<li>
                    ${dayAndMinute(at)} — ${moveName(move)}, ${actor(by)}${why ? ` (${why})` : ""}
                  </li>`,
              )}
            </ul>
          </details>`
        : nothing
    }`;
  }

  #renderAddress({ text, outages, organisation }: NonNullable<Card["address"]>) {
    return html`<h3>${text}</h3>
      <ul>
        ${
          outages.length === 0
            ? html`<li>${msg("Отключений не значится.")}</li>`
            : outages.map(
                ({ resource, current, endsAt, reason }) =>
                  html`<li class=${current ? "off" : ""}>
                    ${resourceName(resource)}: ${current ? msg("нет сейчас, до") : msg("отключат, до")}
                    ${dayAndMinute(endsAt)}. ${reason}
                  </li>`,
              )
        }
        ${
          organisation
            ? html`<li>
                ${organisation.name}:
                ${[...organisation.phones, organisation.emergencyPhone].filter(Boolean).join(", ")}
                <span class="tag ${organisation.openNow ? "success" : ""}"
                  >${
                    organisation.openNow
                      ? msg("открыто")
                      : organisation.opensAt
                        ? html`${msg("откроется")} ${dayAndMinute(organisation.opensAt)}`
                        : msg("закрыто")
                  }</span
                >
              </li>`
            : nothing
        }
      </ul>`;
  }

  #renderPage(page: string) {
    if (!URL.canParse(page) || !/^https?:/.test(page)) return page;
    const { host, pathname } = new URL(page);
    return html`<a href=${page} target="_blank" rel="noopener noreferrer">${host}${decodeURI(pathname)}</a>`;
  }
}

const actor = (by: string) =>
  ({ resident: msg("житель"), assistant: msg("помощник"), system: msg("само") })[by] ?? by;
