import { msg } from "@lit/localize";
import { css, html } from "lit";
import { customElement, state } from "lit/decorators.js";
import { ConsoleElement } from "../parts/console-element.ts";
import { icon, type IconName } from "../parts/icons.ts";
import { pageStyles } from "../parts/styles.ts";
import { language, speak } from "./language.ts";
import { applyTheme, chosenTheme, type Theme, THEMES } from "./theme.ts";

const THEME_ICONS = { system: "half", light: "sun", dark: "moon" } as const satisfies Record<Theme, IconName>;

/** The language and the theme, kept on this computer. */
@customElement("console-preferences")
export class Preferences extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: flex;
        gap: 4px;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-height: 36px;
        padding: 4px 10px;
        border: 0;
        border-radius: 8px;
        background: none;
        color: var(--lumo-secondary-text-color);
        font: inherit;
        font-size: var(--lumo-font-size-s);
        cursor: pointer;
      }
      button:hover {
        background: var(--console-hover);
      }
    `,
  ];

  @state() private theme: Theme = chosenTheme();

  #nextTheme(): void {
    this.theme = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length] ?? "system";
    applyTheme(this.theme);
  }

  protected override render() {
    const names = { system: msg("Как в системе"), light: msg("Светлая"), dark: msg("Тёмная") };
    const russian = language() === "ru";
    return html`
      <button lang=${russian ? "en" : "ru"} @click=${() => speak(russian ? "en" : "ru")} type="button">
        ${russian ? "English" : "Русский"}
      </button>
      <button
        type="button"
        @click=${() => this.#nextTheme()}
        aria-label="${msg("Оформление")}: ${names[this.theme]}"
      >
        ${icon(THEME_ICONS[this.theme])} ${names[this.theme]}
      </button>
    `;
  }
}
