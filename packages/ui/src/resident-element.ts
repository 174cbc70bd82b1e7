import { LOCALE_STATUS_EVENT } from "@lit/localize";
import { LitElement, type CSSResultGroup, type PropertyValues } from "lit";
import { property } from "lit/decorators.js";
import { breath } from "./breath.ts";
import { pageLocale, speak, spokenLocale, type Locale, type TextPack } from "./locale.ts";
import { lowVision, onLowVision, showLowVision } from "./low-vision.ts";
import { reset } from "./reset.ts";
import { tokens } from "./tokens.ts";

/**
 * What every element for residents has: the server it talks to, its language, the tokens and the low-vision
 * settings. Render into one element with the class `veche`, with `scaled` on the first inside it.
 *
 * @cssproperty --veche-accent - the town's colour; all others derive from it
 * @cssproperty --veche-radius - of panels; buttons and bubbles follow
 * @cssproperty --veche-font - the page's font
 */
export abstract class ResidentElement extends LitElement {
  /** The tokens, the reset and the element's own styles. */
  static dressed(...own: CSSResultGroup[]): CSSResultGroup {
    return [tokens, reset, ...own];
  }

  /** Origin of the server, e.g. `https://chat.example.city`. */
  @property() server = new URL(import.meta.url).origin;
  /** `ru` or `en`; else the page's language, else the browser's. */
  @property() locale = "";

  /** The element's English texts. */
  protected abstract readonly texts: TextPack;
  #ready = false;
  #stopWatching = () => {};
  readonly #spokenElsewhere = () => {
    if (this.#ready && spokenLocale() === "en") void speak("en", this.texts).then(() => this.requestUpdate());
    else this.requestUpdate();
  };

  /** The language that the element speaks. */
  get language(): Locale {
    return spokenLocale();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    showLowVision(this, lowVision());
    this.#stopWatching = onLowVision((choice) => {
      showLowVision(this, choice);
      this.requestUpdate();
    });
    addEventListener(LOCALE_STATUS_EVENT, this.#spokenElsewhere);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching();
    removeEventListener(LOCALE_STATUS_EVENT, this.#spokenElsewhere);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("server")) this.server = this.server.replace(/\/+$/, "");
  }

  /** Nothing is shown before its words are there. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const wanted = pageLocale(this.locale);
    if (this.#ready && this.#wanted === wanted) return super.scheduleUpdate();
    this.#wanted = wanted;
    return Promise.all([speak(wanted, this.texts), breath()]).then(() => {
      this.#ready = true;
      return super.scheduleUpdate();
    });
  }
  #wanted?: Locale;
}
