import { msg } from "@lit/localize";
import { html } from "lit";
import { icon } from "../../parts/icons.ts";

export interface Tools {
  readonly finding: boolean;
  readonly alerts: boolean;
  readonly find: () => void;
  readonly groups: () => void;
  readonly alert: () => void;
  readonly help: () => void;
}

/** The four small buttons above the list. */
export const renderTools = ({ finding, alerts, find, groups, alert, help }: Tools) =>
  html`<span class="tools">
    <button
      class="keys"
      aria-pressed=${finding}
      aria-label=${msg("Поиск по диалогам")}
      title="/"
      @click=${find}
    >
      ${icon("search")}
    </button>
    <button class="keys" aria-label=${msg("Похожие вопросы")} title="G" @click=${groups}>
      ${icon("stack")}
    </button>
    <button class="keys" aria-pressed=${alerts} aria-label=${msg("Звук и уведомления")} @click=${alert}>
      ${icon(alerts ? "bell" : "bellOff")}
    </button>
    <button class="keys" aria-label=${msg("Клавиши")} title="?" @click=${help}>${icon("keyboard")}</button>
  </span>`;
