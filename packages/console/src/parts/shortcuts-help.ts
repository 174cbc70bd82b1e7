import { msg } from "@lit/localize";
import { css, html } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { ConsoleElement } from "./console-element.ts";
import { icon } from "./icons.ts";
import { capsOf, type Shortcut } from "./shortcuts.ts";
import { pageStyles } from "./styles.ts";

/** The `?` overlay: a room's keys. */
@customElement("console-shortcuts-help")
export class ShortcutsHelp extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: contents;
      }
      dialog {
        width: min(520px, calc(100vw - 32px));
        max-height: calc(100dvh - 32px);
        padding: 20px 24px;
        border: 1px solid var(--console-line);
        border-radius: 12px;
        background: var(--lumo-base-color);
        color: inherit;
        box-shadow: var(--console-shadow);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 40%);
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        margin-bottom: 12px;
      }
      header button {
        display: grid;
        place-items: center;
        width: 36px;
        height: 36px;
        border: 0;
        border-radius: 8px;
        background: none;
        color: inherit;
        cursor: pointer;
      }
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 8px 16px;
        align-items: baseline;
      }
      dd {
        text-align: end;
      }
    `,
  ];

  @property({ attribute: false }) shortcuts: readonly Shortcut[] = [];
  @query("dialog") private dialog!: HTMLDialogElement;

  show(): void {
    this.dialog.showModal();
  }

  protected override render() {
    return html`<dialog aria-labelledby="title">
      <header>
        <h2 id="title">${msg("Клавиши")}</h2>
        <button aria-label=${msg("Закрыть")} @click=${() => this.dialog.close()}>${icon("close")}</button>
      </header>
      <dl>
        ${this.shortcuts.map(
          ({ keys, says }) =>
            html`<dt>${says()}</dt>
              <dd>
                ${keys.map((key, index) => [
                  index > 0 ? " / " : "",
                  capsOf(key).map((cap, place) => [place > 0 ? "+" : "", html`<kbd>${cap}</kbd>`]),
                ])}
              </dd>`,
        )}
      </dl>
    </dialog>`;
  }
}
