import { html } from "lit";

/** A parent's mail or phone, to be written to or called at a tap. */
export const renderContact = (value: string) =>
  value.includes("@")
    ? html`<a href="mailto:${value}">${value}</a>`
    : html`<a href="tel:${value.replace(/[^+\d]/g, "")}">${value}</a>`;
