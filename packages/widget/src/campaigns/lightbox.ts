import type { Image } from "@veche/protocol";
import { lowVision, reset } from "@veche/ui";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { msg, str, updateWhenLocaleChanges } from "@lit/localize";
import { workText } from "./campaign-texts.ts";
import "./picture.ts";

/** One picture to look at closely. */
export interface Exhibit {
  /** Absent where the work is words alone. */
  readonly image: Image | undefined;
  /** Of a work in words. */
  readonly text?: string | undefined;
  readonly title: string | undefined;
  /** «Варя К., 6 лет» */
  readonly author: string;
  /** Nomination, place or the like. */
  readonly note: string | TemplateResult;
  /** Address of a page about this one alone, to be shared. */
  readonly link?: string | undefined;
  /** What the picture shows, where somebody described it. */
  readonly alt?: string | undefined;
  /** Whether what is wrong with it can be told. */
  readonly reportable?: boolean;
}

const SWIPE_PX = 48;

/**
 * Pictures one at a time over the whole screen. Arrows, Home and End walk, Esc closes.
 *
 * @fires lightbox-show - another picture is wanted; detail is its index
 * @fires lightbox-report - something is wrong with the picture that is shown
 * @fires lightbox-close - it was closed; focus is the opener's to give back
 */
@customElement("veche-lightbox")
export class VecheLightbox extends LitElement {
  static override styles = [
    reset,
    css`
      dialog {
        display: grid;
        grid-template: minmax(0, 1fr) auto / 100%;
        inline-size: 100vw;
        block-size: 100dvh;
        max-inline-size: none;
        max-block-size: none;
        padding: 0;
        border: 0;
        background: #101214;
        color: #fff;
        overscroll-behavior: contain;
      }
      dialog:not([open]) {
        display: none;
      }
      dialog::backdrop {
        background: #000c;
      }
      .work {
        display: grid;
        min-block-size: 0;
        margin: 0.5rem 0.5rem 0;
        touch-action: pan-y pinch-zoom;
      }
      .both {
        grid-template-rows: minmax(0, 3fr) minmax(0, 2fr);
      }
      veche-picture {
        --_fit: contain;
        --_surface-2: transparent;
      }
      .in-words {
        justify-self: center;
        align-self: center;
        max-inline-size: 42rem;
        max-block-size: 100%;
        padding: 1rem;
        overflow: auto;
        font-size: 1.15em;
        line-height: 1.5;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      @media (min-width: 60rem) {
        .both {
          grid-template: minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
        }
      }
      .caption {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
        justify-content: space-between;
        max-block-size: 45dvh;
        overflow: auto;
        padding: 0.75rem 1rem;
      }
      h2 {
        font-size: 1.1em;
        line-height: 1.3;
      }
      .note {
        color: #c9d0d8;
      }
      .words {
        flex: 1 1 14rem;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
      }
      button {
        min-inline-size: var(--_touch);
        min-block-size: var(--_touch);
        padding: 0 0.75em;
        border: 1px solid #8a949f;
        border-radius: var(--_radius-small);
        background: #1f242a;
        color: #fff;
        white-space: nowrap;
        cursor: pointer;
      }
      button:hover {
        background: #343c46;
      }
      button[aria-disabled="true"] {
        opacity: 0.4;
        cursor: default;
      }
      :focus-visible {
        outline-color: #fff;
      }
    `,
  ];

  @property({ attribute: false }) exhibits: readonly Exhibit[] = [];
  @property({ type: Number }) index = 0;
  @property() server = "";
  @state() private isCopied = false;
  #swipeFrom: number | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override firstUpdated() {
    const dialog = this.renderRoot.querySelector("dialog");
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>(".close")?.focus();
  }

  protected override render() {
    const exhibit = this.exhibits[this.index];
    if (!exhibit) return nothing;
    const { image, text, title, author, note, link, alt, reportable } = exhibit;
    return html`<dialog aria-labelledby="title" @close=${this.#closed} @keydown=${this.#walk}>
      <div
        class="work ${text && image ? "both" : ""}"
        @pointerdown=${(event: PointerEvent) => (this.#swipeFrom = event.clientX)}
        @pointerup=${this.#swiped}
      >
        ${
          image
            ? html`<veche-picture
                .image=${image}
                .server=${this.server}
                .worded=${!lowVision().pictures}
                alt=${alt ?? workText(title, author)}
                eager
              ></veche-picture>`
            : nothing
        }
        ${text ? html`<p class="in-words" tabindex="0">${text}</p>` : nothing}
      </div>
      <div class="caption">
        <div class="words" aria-live="polite">
          <h2 id="title">${workText(title, author)}</h2>
          <p class="note">${note}</p>
        </div>
        <div class="acts">
          ${this.#step(-1, "←", msg("Предыдущая работа"))}
          <span>${msg(str`${this.index + 1} из ${this.exhibits.length}`)}</span>
          ${this.#step(1, "→", msg("Следующая работа"))}
          ${
            link
              ? html`<button type="button" @click=${() => void this.#share(link, workText(title, author))}>
                  <span role="status">${this.isCopied ? msg("Ссылка скопирована") : msg("Поделиться")}</span>
                </button>`
              : nothing
          }
          ${
            reportable
              ? html`<button type="button" @click=${() => this.dispatchEvent(new Event("lightbox-report"))}>
                  ${msg("Сообщить")}
                </button>`
              : nothing
          }
          <button
            type="button"
            class="close"
            @click=${() => this.renderRoot.querySelector("dialog")?.close()}
          >
            ${msg("Закрыть")}
          </button>
        </div>
      </div>
    </dialog>`;
  }

  #step(by: number, sign: string, name: string) {
    const isThere = this.exhibits[this.index + by] !== undefined;
    return html`<button
      type="button"
      aria-label=${name}
      aria-disabled=${isThere ? "false" : "true"}
      @click=${() => this.#show(this.index + by)}
    >
      ${sign}
    </button>`;
  }

  #walk(event: KeyboardEvent) {
    const wanted: Record<string, number> = {
      ArrowRight: this.index + 1,
      ArrowLeft: this.index - 1,
      Home: 0,
      End: this.exhibits.length - 1,
    };
    const index = wanted[event.key];
    if (index === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#show(index);
  }

  #swiped(event: PointerEvent) {
    const moved = event.clientX - (this.#swipeFrom ?? event.clientX);
    this.#swipeFrom = undefined;
    if (event.pointerType !== "mouse" && Math.abs(moved) > SWIPE_PX)
      this.#show(this.index - Math.sign(moved));
  }

  /** By what the device has for it, else by copying; who changed their mind has not failed. */
  async #share(url: string, title: string) {
    try {
      if ("share" in navigator) await navigator.share({ url, title });
      else {
        await (navigator as Navigator).clipboard.writeText(url);
        this.isCopied = true;
      }
    } catch (cause) {
      if (!(cause instanceof DOMException)) throw cause;
    }
  }

  #show(index: number) {
    if (!this.exhibits[index] || index === this.index) return;
    this.isCopied = false;
    this.dispatchEvent(new CustomEvent<number>("lightbox-show", { detail: index }));
  }

  #closed() {
    this.dispatchEvent(new Event("lightbox-close"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-lightbox": VecheLightbox;
  }
}
