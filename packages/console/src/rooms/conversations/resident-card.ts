import { msg } from "@lit/localize";
import type { QueueItem } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { dayAndMinute, lasting } from "../../parts/moments.ts";
import { pageStyles } from "../../parts/styles.ts";
import { channelName, type Departments, stateName } from "./words.ts";

/** What is known of the resident: no more than they gave. */
@customElement("console-resident-card")
export class ResidentCard extends ConsoleElement {
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
    `,
  ];

  @property({ attribute: false }) item!: QueueItem;
  @property({ attribute: false }) departments: Departments = new Map();

  protected override render() {
    const { item } = this;
    const facts: readonly (readonly [string, unknown])[] = [
      [msg("Состояние"), stateName(item.state)],
      [
        msg("Ждёт"),
        item.state === "queued" && item.waitingSince ? lasting(item.waitingSince, new Date()) : undefined,
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
      </dl>`;
  }

  #renderPage(page: string) {
    if (!URL.canParse(page) || !/^https?:/.test(page)) return page;
    const { host, pathname } = new URL(page);
    return html`<a href=${page} target="_blank" rel="noopener noreferrer">${host}${decodeURI(pathname)}</a>`;
  }
}
