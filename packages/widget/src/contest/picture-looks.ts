import { msg } from "@lit/localize";
import type { Image, OwnEntry } from "@veche/protocol";
import { buttonStyles, reset } from "@veche/ui";
import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { chooseLook, ownPicture } from "../campaigns/campaign-client.ts";
import { OwnEntryElement } from "./own-entry-element.ts";
import { problemText } from "./sending/fault-texts.ts";

/**
 * The photograph as it was beside the straightened sheet, and the choice between them.
 *
 * @fires look-chosen - detail is the entry as it stands now
 */
@customElement("veche-picture-looks")
export class VechePictureLooks extends OwnEntryElement {
  static override styles = [
    reset,
    buttonStyles,
    css`
      .parts {
        display: grid;
        gap: 0.5rem;
        justify-items: start;
      }
      .looks {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.5rem;
        inline-size: 100%;
        max-inline-size: 28rem;
      }
      figure {
        display: grid;
        gap: 0.25rem;
        margin: 0;
        color: var(--_text-2);
        font-size: 0.875em;
      }
      img {
        inline-size: 100%;
        block-size: 9rem;
        border-radius: var(--_radius-small);
        background: var(--_line);
        object-fit: contain;
      }
      .shown {
        color: var(--_text);
        font-weight: 600;
      }
      .shown img {
        outline: 2px solid currentColor;
      }
    `,
  ];

  @property({ attribute: false }) entry!: OwnEntry;

  /** Of what is shown and of the other look. */
  @state() private pictures: readonly string[] = [];

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has("entry")) void this.#fetch();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#forget();
  }

  protected override render() {
    const { looks } = this.entry;
    if (!looks) return nothing;
    const isPage = looks.shown === "page";
    const [shown, other] = this.pictures;
    return html`<div class="parts">
      <p>
        ${msg("Мы нашли лист на снимке, выровняли его и убрали тень. Если так хуже, верните снимок как был.")}
      </p>
      <div class="looks">
        ${this.#figure(isPage ? other : shown, msg("Как было"), !isPage)}
        ${this.#figure(isPage ? shown : other, msg("Выровненный лист"), isPage)}
      </div>
      <button
        type="button"
        class="button"
        ?disabled=${this.isSending}
        @click=${() => void this.#choose(isPage ? "as_it_was" : "page")}
      >
        ${isPage ? msg("Показывать как было") : msg("Показывать выровненный лист")}
      </button>
      ${this.problem ? html`<p role="alert">${problemText(this.problem)}</p>` : nothing}
    </div>`;
  }

  #figure(source: string | undefined, name: string, isShown: boolean) {
    return html`<figure class=${isShown ? "shown" : ""}>
      ${source ? html`<img src=${source} alt="" />` : html`<img alt="" />`}
      <figcaption>${isShown ? `${name} — ${msg("выбрано")}` : name}</figcaption>
    </figure>`;
  }

  #choose(look: "page" | "as_it_was"): Promise<void> {
    return this.send("look-chosen", ({ id, token }) => chooseLook(this.address, id, token, look));
  }

  /** Not public yet: an address alone does not open them. */
  async #fetch() {
    const { entry } = this;
    const { token } = this.owned;
    const smallest = (image: Image | undefined) => image?.variants[0]?.url;
    const addresses = [smallest(entry.image), smallest(entry.looks?.other)];
    const fetched = await Promise.all(
      addresses.map(async (url) => (url ? ownPicture(this.address, url, token) : "")),
    );
    if (entry !== this.entry || !this.isConnected) return fetched.forEach((url) => URL.revokeObjectURL(url));
    this.#forget();
    this.pictures = fetched;
  }

  #forget() {
    for (const url of this.pictures) URL.revokeObjectURL(url);
    this.pictures = [];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-picture-looks": VechePictureLooks;
  }
}
