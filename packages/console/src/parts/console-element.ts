import { updateWhenLocaleChanges } from "@lit/localize";
import { LitElement } from "lit";

/** An element that says its texts anew when the language changes. */
export abstract class ConsoleElement extends LitElement {
  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  /** Tells those above of a thing that the person did. */
  protected tell<Detail>(name: string, detail?: Detail): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
