import { msg, str } from "@lit/localize";
import "@vaadin/button";
import type { StaffEntry } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { icon } from "../../parts/icons.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { actFor } from "../../parts/shortcuts.ts";
import { pageStyles } from "../../parts/styles.ts";
import { language } from "../../shell/language.ts";
import "../../shell/notice-list.ts";
import "./entry-facts.ts";
import { LookersController } from "./lookers.ts";
import { previewShortcuts } from "./shortcuts.ts";
import type { StaffCampaign } from "./words.ts";
import "./zoomable-picture.ts";
import type { ZoomablePicture } from "./zoomable-picture.ts";

/**
 * One entry, large, with what is known of it. All outside a modal dialog is dead to mouse, keyboard and screen reader,
 * so notices are shown within it too, and questions about the entry are put into its slot.
 *
 * @fires look - the neighbour's id
 * @fires decide - `approve`, `reject`, `ask_fix` or `same`
 * @fires undo - of the last decision
 * @fires preview-closed
 */
@customElement("console-entry-preview")
export class EntryPreview extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: contents;
      }
      dialog {
        width: 100vw;
        height: 100dvh;
        max-width: none;
        max-height: none;
        padding: 0;
        border: 0;
        background: var(--lumo-base-color);
        color: inherit;
      }
      .inside {
        display: grid;
        grid-template: minmax(0, 1fr) auto / minmax(0, 1fr) 360px;
        height: 100%;
      }
      console-zoomable-picture {
        grid-row: 1 / 3;
      }
      .side {
        min-height: 0;
        overflow-y: auto;
        padding: 8px 16px 16px;
      }
      .top {
        display: flex;
        justify-content: flex-end;
        gap: 4px;
      }
      .top button {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        border: 0;
        border-radius: 8px;
        background: none;
        color: inherit;
        cursor: pointer;
      }
      .top button:hover {
        background: var(--console-hover);
      }
      .acts {
        display: grid;
        gap: 6px;
        padding: 12px 16px;
        border-top: 1px solid var(--console-line);
      }
      .lookers:not(:empty) {
        padding: 6px 10px;
        border-radius: 8px;
        background: var(--console-hover);
        font-size: var(--lumo-font-size-s);
      }
      /* Beside the acts, which follow each other. */
      console-notice-list {
        inset: auto auto 16px 16px;
      }
      kbd {
        color: var(--lumo-body-text-color);
      }
      @media (max-width: 860px) {
        .inside {
          grid-template: minmax(0, 46dvh) minmax(0, 1fr) auto / minmax(0, 1fr);
        }
        console-zoomable-picture {
          grid-row: 1;
        }
        console-notice-list {
          inset: 8px 8px auto auto;
        }
        .acts {
          grid-auto-flow: column;
          grid-auto-columns: 1fr;
          padding: 8px;
        }
        .acts vaadin-button {
          padding-inline: 4px;
          font-size: var(--lumo-font-size-s);
        }
        kbd {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) entry!: StaffEntry;
  @property({ attribute: false }) entries: readonly StaffEntry[] = [];
  @property({ attribute: false }) campaign: StaffCampaign | undefined;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("slot") private questions!: HTMLSlotElement;
  @query("console-zoomable-picture") private picture!: ZoomablePicture;

  #keysAreInQuestion = false;
  readonly #lookers = new LookersController(this, () => this.desk.client);

  protected override willUpdate(): void {
    this.#lookers.lookAt(this.entry.id);
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  #go(by: 1 | -1): void {
    const at = this.entries.findIndex(({ id }) => id === this.entry.id);
    const next = this.entries[at + by];
    if (next) this.tell("look", next.id);
  }

  #renderLookers() {
    const { others } = this.#lookers;
    if (others.length === 0) return nothing;
    const names = new Intl.ListFormat(language(), { type: "conjunction" }).format(others);
    return msg(str`Эту работу сейчас смотрят: ${names}`);
  }

  #onKeyDown(event: KeyboardEvent): void {
    this.#keysAreInQuestion = event.composedPath().includes(this.questions);
    if (this.#keysAreInQuestion) return;
    const act = actFor(previewShortcuts, { ...pressedOf(event), typing: false });
    if (act === undefined) return;
    event.preventDefault();
    switch (act) {
      case "next":
        return this.#go(1);
      case "previous":
        return this.#go(-1);
      case "closer":
        return this.picture.closer();
      case "farther":
        return this.picture.farther();
      case "undo":
        return this.tell("undo");
      default:
        return this.tell("decide", act);
    }
  }

  protected override render() {
    return html`<dialog
      aria-label=${this.entry.title}
      @cancel=${(event: Event) => this.#keysAreInQuestion && event.preventDefault()}
      @close=${() => this.tell("preview-closed")}
      @keydown=${(event: KeyboardEvent) => this.#onKeyDown(event)}
    >
      <div class="inside">
        <console-zoomable-picture
          .image=${this.entry.image}
          .text=${this.entry.text ?? ""}
          .alt=${this.entry.alt ?? this.entry.title}
        ></console-zoomable-picture>
        <div class="side">
          <div class="top">
            <button aria-label=${msg("Предыдущая")} @click=${() => this.#go(-1)}>${icon("back")}</button>
            <button aria-label=${msg("Следующая")} @click=${() => this.#go(1)}>${icon("next")}</button>
            <button aria-label=${msg("Закрыть")} @click=${() => this.dialog.close()}>${icon("close")}</button>
          </div>
          <p class="lookers" role="status">${this.#renderLookers()}</p>
          <console-entry-facts
            .entry=${this.entry}
            .campaign=${this.campaign}
            .entries=${this.entries}
          ></console-entry-facts>
        </div>
        <div class="acts">
          <vaadin-button theme="primary" @click=${() => this.tell("decide", "approve")}>
            ${msg("Принять")} <kbd slot="suffix">A</kbd>
          </vaadin-button>
          <vaadin-button @click=${() => this.tell("decide", "ask_fix")}>
            ${msg("Исправить")} <kbd slot="suffix">F</kbd>
          </vaadin-button>
          <vaadin-button theme="error" @click=${() => this.tell("decide", "reject")}>
            ${msg("Отклонить")} <kbd slot="suffix">R</kbd>
          </vaadin-button>
          <vaadin-button @click=${() => this.tell("decide", "same")}>
            ${msg("Повтор")} <kbd slot="suffix">S</kbd>
          </vaadin-button>
        </div>
      </div>
      <slot></slot>
      <console-notice-list .notices=${this.desk.notices}></console-notice-list>
    </dialog>`;
  }
}

const pressedOf = ({ code, key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent) => ({
  code,
  key,
  altKey,
  ctrlKey,
  metaKey,
  shiftKey,
});
