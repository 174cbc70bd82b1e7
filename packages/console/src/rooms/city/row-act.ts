import "@vaadin/button";
import { html } from "lit";

/** A button at a row's end; its whole name says which row it is for. */
export const renderRowAct = (words: string, whole: string, act: () => void, theme = "") =>
  html`<vaadin-button theme="tertiary small ${theme}" aria-label=${whole} @click=${act}
    >${words}</vaadin-button
  >`;
