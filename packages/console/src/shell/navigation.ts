import { msg } from "@lit/localize";
import type { StaffMemberView } from "@veche/protocol";
import { css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ConsoleElement } from "../parts/console-element.ts";
import { icon } from "../parts/icons.ts";
import { roleName } from "../parts/roles.ts";
import { pageStyles } from "../parts/styles.ts";
import type { Room } from "../rooms.ts";
import "./preferences.ts";

/**
 * The rooms that the person may enter, who they are, and the way out. A column on wide screens, a bar with a
 * menu on narrow ones.
 *
 * @fires sign-out
 */
@customElement("console-navigation")
export class Navigation extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      nav {
        display: flex;
        flex-direction: column;
        gap: 2px;
        width: 216px;
        height: 100%;
        padding: 12px 8px;
        border-inline-end: 1px solid var(--console-line);
        background: var(--lumo-base-color);
        overflow-y: auto;
      }
      .bar {
        display: none;
      }
      .name {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 4px 10px 14px;
        font-weight: 700;
      }
      .name img {
        width: 26px;
        height: 26px;
      }
      a,
      button {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 38px;
        padding: 6px 10px;
        border: 0;
        border-radius: 8px;
        background: none;
        color: var(--lumo-body-text-color);
        font: inherit;
        text-align: start;
        text-decoration: none;
        cursor: pointer;
      }
      a:hover,
      button:hover {
        background: var(--console-hover);
      }
      a[aria-current="page"] {
        background: var(--console-chosen);
        color: var(--lumo-primary-text-color);
        font-weight: 600;
      }
      .rest {
        flex: 1;
      }
      .me {
        padding: 8px 10px 4px;
        overflow-wrap: anywhere;
      }
      console-preferences {
        flex-wrap: wrap;
      }
      @media (max-width: 860px) {
        .bar {
          display: flex;
          align-items: center;
          gap: 4px;
          padding: 4px 8px;
          border-bottom: 1px solid var(--console-line);
          background: var(--lumo-base-color);
        }
        .bar h1 {
          font-size: 1rem;
        }
        .bar button {
          min-width: 44px;
          min-height: 44px;
          justify-content: center;
        }
        nav {
          position: fixed;
          inset: 0 auto 0 0;
          z-index: 40;
          width: min(300px, 84vw);
          height: auto;
          box-shadow: var(--console-shadow);
        }
        nav a,
        nav button {
          min-height: 44px;
        }
        nav[data-shut] {
          display: none;
        }
        .shade {
          position: fixed;
          inset: 0;
          z-index: 39;
          background: rgb(0 0 0 / 40%);
        }
      }
      @media (min-width: 861px) {
        .shade {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) me!: StaffMemberView;
  @property({ attribute: false }) rooms: readonly Room[] = [];
  @property() current: string | undefined;
  @state() private menuOpen = false;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("current")) this.menuOpen = false;
  }

  #shutByEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !this.menuOpen) return;
    this.menuOpen = false;
    this.renderRoot.querySelector<HTMLElement>(".bar button")?.focus();
  };

  protected override render() {
    const current = this.rooms.find(({ path }) => path === this.current);
    return html`
      <header class="bar">
        <button
          aria-label=${msg("Меню")}
          aria-expanded=${this.menuOpen}
          @click=${() => (this.menuOpen = !this.menuOpen)}
        >
          ${icon("menu")}
        </button>
        <h1>${current?.title() ?? msg("Вече")}</h1>
      </header>
      <div class="shade" ?hidden=${!this.menuOpen} @click=${() => (this.menuOpen = false)}></div>
      <nav ?data-shut=${!this.menuOpen} aria-label=${msg("Разделы")} @keydown=${this.#shutByEscape}>
        <div class="name"><img src="${import.meta.env.BASE_URL}icon.svg" alt="" />${msg("Вече")}</div>
        ${this.rooms.map(
          (room) =>
            html`<a
              href="${import.meta.env.BASE_URL}${room.path}"
              aria-current=${room.path === this.current ? "page" : "false"}
              @click=${() => (this.menuOpen = false)}
              >${icon(room.icon)} ${room.title()}</a
            >`,
        )}
        <div class="rest"></div>
        <console-preferences></console-preferences>
        <div class="me">
          <div>${this.me.name}</div>
          <div class="quiet">${roleName(this.me.role)}</div>
        </div>
        <button @click=${() => this.tell("sign-out")}>${icon("exit")} ${msg("Выйти")}</button>
      </nav>
    `;
  }
}
