import { msg } from "@lit/localize";
import type { Image } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { icon } from "../../parts/icons.ts";
import { pageStyles } from "../../parts/styles.ts";
import { largest, renderPicture } from "./picture.ts";

const SMALLEST = 1;
const LARGEST = 6;
const STEP = 1.4;

/** A picture as large as its place, brought closer by wheel, double click or buttons, and moved by dragging; a work's words beside or in place of it. */
@customElement("console-zoomable-picture")
export class ZoomablePicture extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        position: relative;
        display: grid;
        min-width: 0;
        min-height: 0;
        overflow: hidden;
        background: light-dark(#e8ecf1, #0c1219);
        touch-action: none;
      }
      img {
        grid-area: 1 / 1;
        width: 100%;
        height: 100%;
        min-height: 0;
        object-fit: contain;
        user-select: none;
      }
      .frame {
        display: grid;
        min-width: 0;
        min-height: 0;
      }
      :host([both]) {
        grid-template-rows: minmax(0, 1fr) minmax(0, 1fr);
      }
      .in-words {
        align-self: center;
        justify-self: center;
        box-sizing: border-box;
        max-width: 46em;
        max-height: 100%;
        padding: 24px;
        overflow: auto;
        font-size: var(--lumo-font-size-l);
        line-height: 1.55;
        white-space: pre-line;
        overflow-wrap: anywhere;
        touch-action: auto;
      }
      :host([zoomed]) img {
        cursor: grab;
      }
      .acts {
        position: absolute;
        inset: auto 12px 12px auto;
        display: flex;
        gap: 4px;
        padding: 4px;
        border-radius: 10px;
        background: var(--lumo-base-color);
        box-shadow: var(--console-shadow);
      }
    `,
  ];

  @property({ attribute: false }) image: Image | undefined;
  @property() alt = "";
  /** Of a work in words. */
  @property() text = "";
  @state() private scale = SMALLEST;
  @state() private offset = { x: 0, y: 0 };

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("image")) this.#reset();
    this.toggleAttribute("zoomed", this.scale > SMALLEST);
    this.toggleAttribute("both", this.image !== undefined && this.text !== "");
  }

  closer(): void {
    this.#to(this.scale * STEP);
  }

  farther(): void {
    this.#to(this.scale / STEP);
  }

  #reset(): void {
    this.scale = SMALLEST;
    this.offset = { x: 0, y: 0 };
  }

  #to(scale: number): void {
    const next = Math.min(Math.max(scale, SMALLEST), LARGEST);
    const ratio = next / this.scale;
    this.offset = next === SMALLEST ? { x: 0, y: 0 } : { x: this.offset.x * ratio, y: this.offset.y * ratio };
    this.scale = next;
  }

  #onWheel = (event: WheelEvent) => {
    event.preventDefault();
    if (event.deltaY < 0) this.closer();
    else this.farther();
  };

  #onPointerMove = (event: PointerEvent) => {
    if (event.buttons !== 1 || this.scale === SMALLEST) return;
    this.offset = { x: this.offset.x + event.movementX, y: this.offset.y + event.movementY };
  };

  protected override render() {
    const { x, y } = this.offset;
    const placed = `transform: translate(${x}px, ${y}px) scale(${this.scale})`;
    const near = this.scale > 1.5 && this.image ? largest(this.image) : undefined;
    const words = this.text ? html`<p class="in-words" tabindex="0">${this.text}</p>` : nothing;
    if (!this.image) return words;
    return html`
      <div
        class="frame"
        .style=${placed}
        @wheel=${this.#onWheel}
        @pointermove=${this.#onPointerMove}
        @dblclick=${() => (this.scale > SMALLEST ? this.#reset() : this.#to(2.5))}
        @dragstart=${(event: Event) => event.preventDefault()}
      >
        ${near ? html`<img src=${near} alt=${this.alt} />` : renderPicture(this.image, this.alt, innerWidth * 0.7)}
      </div>
      <div class="acts">
        <button class="square" aria-label=${msg("Отдалить")} @click=${() => this.farther()}>
          ${icon("minus")}
        </button>
        <button class="square" aria-label=${msg("Приблизить")} @click=${() => this.closer()}>
          ${icon("plus")}
        </button>
      </div>
      ${words}
    `;
  }
}
