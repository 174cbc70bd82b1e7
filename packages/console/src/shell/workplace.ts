import { consume } from "@lit/context";
import { msg } from "@lit/localize";
import { Router } from "@vaadin/router";
import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Connection } from "../client/live.ts";
import { ConsoleElement } from "../parts/console-element.ts";
import { icon } from "../parts/icons.ts";
import { pageStyles } from "../parts/styles.ts";
import { type Room, roomsFor } from "../rooms.ts";
import { type Desk, deskContext } from "./desk.ts";
import "./navigation.ts";
import "./not-found.ts";

/**
 * The signed-in person's place: navigation by role, and the room they are in.
 *
 * @fires sign-out
 */
@customElement("console-workplace")
export class Workplace extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: grid;
        grid-template: auto minmax(0, 1fr) / auto minmax(0, 1fr);
        height: 100dvh;
        background: var(--console-page);
      }
      console-navigation {
        grid-row: 1 / 3;
      }
      .offline {
        grid-column: 2;
        display: flex;
        gap: 8px;
        align-items: center;
        padding: 6px 16px;
        background: var(--console-warning-soft);
        color: var(--lumo-warning-text-color);
        font-size: var(--lumo-font-size-s);
      }
      main {
        grid-row: 2;
        grid-column: 2;
        min-width: 0;
        min-height: 0;
        overflow: hidden;
      }
      main > * {
        height: 100%;
      }
      @media (max-width: 860px) {
        :host {
          grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
        }
        console-navigation {
          grid-row: 1;
        }
        .offline {
          grid-row: 2;
          grid-column: 1;
        }
        main {
          grid-row: 3;
          grid-column: 1;
        }
      }
    `,
  ];

  @consume({ context: deskContext }) private desk!: Desk;
  @query("main") private outlet!: HTMLElement;
  @state() private room: Room | undefined;
  @state() private connection: Connection = "connecting";

  #router: Router | undefined;
  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.connection = this.desk.live.connection;
    this.#stopListening = this.desk.live.on("connection", (connection) => (this.connection = connection));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
    this.#router?.unsubscribe();
  }

  protected override firstUpdated(): void {
    const open = roomsFor(this.desk.me.role);
    // `/console` is served too; the router knows only what is under `/console/`.
    if (`${location.pathname}/` === import.meta.env.BASE_URL) {
      history.replaceState(null, "", import.meta.env.BASE_URL + location.search);
    }
    this.#router = new Router(this.outlet, {
      baseUrl: new URL(import.meta.env.BASE_URL, location.href).href,
    });
    void this.#router.setRoutes([
      { path: "", redirect: `/${open[0]?.path ?? ""}` },
      ...open.map((room) => ({
        path: room.path,
        component: room.element,
        action: async () => {
          await room.load();
          this.room = room;
        },
      })),
      {
        path: "(.*)",
        component: "console-not-found",
        action: () => {
          this.room = undefined;
        },
      },
    ]);
  }

  protected override updated(): void {
    document.title = this.room ? `${this.room.title()} · ${msg("Вече")}` : msg("Вече");
  }

  protected override render() {
    return html`
      <console-navigation
        .me=${this.desk.me}
        .rooms=${roomsFor(this.desk.me.role)}
        .current=${this.room?.path}
      ></console-navigation>
      ${
        this.connection === "offline"
          ? html`<div class="offline" role="status">
              ${icon("warning")} ${msg("Нет связи с сервером. Написанное сохраняется и уйдёт само.")}
            </div>`
          : nothing
      }
      <main></main>
    `;
  }
}
