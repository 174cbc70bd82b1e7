import { html } from "lit";

export const icon = (path: string) =>
  html`<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="currentColor">
    <path d=${path} />
  </svg>`;

export const closeIcon = icon(
  "M6.4 5 5 6.4 10.6 12 5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6L19 6.4 17.6 5 12 10.6z",
);
export const plusIcon = icon("M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z");
export const sendIcon = icon("M3 20.5v-6.6L12 12 3 10.1V3.5l19 8.5z");
export const sightIcon = icon(
  "M12 5c5 0 9.3 3 11 7-1.7 4-6 7-11 7S2.7 16 1 12c1.7-4 6-7 11-7zm0 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zm0 2a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
);
