import type { Image } from "@veche/protocol";
import { reset } from "@veche/ui";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { thumbHashToRGBA } from "thumbhash";

/** A published picture: its placeholder at once, then itself in the size that fits, without a jump. */
@customElement("veche-picture")
export class VechePicture extends LitElement {
  static override styles = [
    reset,
    css`
      :host {
        position: relative;
        overflow: hidden;
        background: var(--_surface-2);
      }
      canvas,
      img {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        object-fit: var(--_fit, cover);
      }
      img {
        opacity: 0;
        transition: opacity 0.18s;
      }
      img.here {
        opacity: 1;
      }
      p {
        position: absolute;
        inset: 0;
        padding: 0.5em;
        overflow: auto;
        text-align: start;
      }
      @media print {
        img {
          opacity: 1;
        }
      }
    `,
  ];

  @property({ attribute: false }) image!: Image;
  /** Origin that the variants' addresses belong to. */
  @property() server = "";
  @property() alt = "";
  /** As `<img sizes>` has it. */
  @property() sizes = "100vw";
  @property({ type: Boolean }) eager = false;
  /** Pictures are switched off by the reader: the words stand in their place. */
  @property({ type: Boolean }) worded = false;
  @state() private isHere = false;

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has("image")) this.isHere = false;
  }

  protected override render() {
    if (this.worded) return html`<p>${this.alt}</p>`;
    const { variants, width, height } = this.image;
    const largest = variants.at(-1);
    if (!largest) return nothing;
    const addressed = variants.map((variant) => `${this.#address(variant.url)} ${variant.width}w`);
    return html`<canvas aria-hidden="true"></canvas>
      <img
        class=${this.isHere ? "here" : ""}
        alt=${this.alt}
        width=${width}
        height=${height}
        sizes=${this.sizes}
        srcset=${addressed.join(", ")}
        src=${this.#address(largest.url)}
        loading=${this.eager ? "eager" : "lazy"}
        decoding="async"
        @load=${this.#arrive}
        @error=${this.#arrive}
      />`;
  }

  protected override updated(changed: PropertyValues<this>) {
    const canvas = this.renderRoot.querySelector("canvas");
    if (canvas && (changed.has("image") || changed.has("worded"))) paint(canvas, this.image.placeholder);
  }

  #address(url: string): string {
    return new URL(url, this.server).href;
  }

  #arrive() {
    this.isHere = true;
  }
}

/** A placeholder that cannot be read leaves the plain background. */
function paint(canvas: HTMLCanvasElement, placeholder: string): void {
  try {
    const { w, h, rgba } = thumbHashToRGBA(Uint8Array.from(atob(placeholder), (char) => char.charCodeAt(0)));
    canvas.width = w;
    canvas.height = h;
    canvas.getContext("2d")?.putImageData(new ImageData(new Uint8ClampedArray(rgba), w, h), 0, 0);
  } catch {
    canvas.hidden = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-picture": VechePicture;
  }
}
