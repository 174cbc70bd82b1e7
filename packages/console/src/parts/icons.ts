import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

const shapes = {
  chat: svg`<path d="M4 5h16v11H9l-5 4z" />`,
  headset: svg`<path d="M4 16v-4a8 8 0 0 1 16 0v4M4 14h3v6H4zM17 14h3v6h-3M18.5 20c-1 1.5-3 2-5.5 2" />`,
  picture: svg`<rect x="3" y="5" width="18" height="14" rx="2" /><path d="M4 17l5-5 4 4 3-3 4 4" /><circle cx="15.5" cy="9.5" r="1.2" />`,
  scales: svg`<path d="M12 4v16M8 20h8M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5z" />`,
  trophy: svg`<path d="M8 4h8v6a4 4 0 0 1-8 0zM8 6H4c0 3 1.5 5 4 5M16 6h4c0 3-1.5 5-4 5M12 14v4M8 20h8" />`,
  megaphone: svg`<path d="M4 10v4h3l8 4V6l-8 4zM18 9c1.5 1.5 1.5 4.5 0 6M8 14l1 5h2" />`,
  medal: svg`<circle cx="12" cy="15" r="5" /><path d="M8.5 11.5L5 4h4l3 6 3-6h4l-3.5 7.5" />`,
  book: svg`<path d="M12 7c-2-2-5-2-8-2v13c3 0 6 0 8 2 2-2 5-2 8-2V5c-3 0-6 0-8 2zM12 7v13" />`,
  question: svg`<circle cx="12" cy="12" r="8.5" /><path d="M9.5 9.7a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.8h.01" />`,
  people: svg`<circle cx="9" cy="9" r="3" /><path d="M3 19c0-3.5 2.5-5 6-5s6 1.5 6 5M15.5 6.5a3 3 0 0 1 0 5.5M18 14.5c2 .8 3 2.3 3 4.5" />`,
  chart: svg`<path d="M4 20h16M7 20v-7M12 20V5M17 20v-10" />`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16" />`,
  close: svg`<path d="M6 6l12 12M18 6L6 18" />`,
  back: svg`<path d="M14 6l-6 6 6 6" />`,
  next: svg`<path d="M10 6l6 6-6 6" />`,
  exit: svg`<path d="M14 4H5v16h9M10 12h10M17 8.5l3.5 3.5-3.5 3.5" />`,
  sun: svg`<circle cx="12" cy="12" r="4" /><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.4 1.4M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4" />`,
  moon: svg`<path d="M19 14.5A8 8 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5z" />`,
  half: svg`<circle cx="12" cy="12" r="8" /><path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />`,
  keyboard: svg`<rect x="3" y="6" width="18" height="12" rx="2" /><path d="M7 10h.01M11 10h.01M15 10h.01M8 14h8" />`,
  check: svg`<path d="M5 12.5l4.5 4.5L19 7.5" />`,
  plus: svg`<path d="M12 5v14M5 12h14" />`,
  minus: svg`<path d="M5 12h14" />`,
  warning: svg`<path d="M12 4l9 16H3zM12 10v4.5M12 17.5h.01" />`,
  stack: svg`<path d="M12 4l8 4-8 4-8-4zM4 12l8 4 8-4M4 16l8 4 8-4" />`,
  search: svg`<circle cx="11" cy="11" r="6" /><path d="M15.5 15.5L20 20" />`,
  bell: svg`<path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4" />`,
  bellOff: svg`<path d="M6 17V11a6 6 0 0 1 9-5.2M18 11v6l1.5 1.5H8M10 21h4M4 4l16 16" />`,
  key: svg`<circle cx="8" cy="15" r="4" /><path d="M11 12l8-8M16 7l3 3M14 9l2 2" />`,
  person: svg`<circle cx="12" cy="8" r="3.5" /><path d="M5 20c0-4 3-6 7-6s7 2 7 6" />`,
  journal: svg`<path d="M6 4h12v16H6zM9 8h6M9 12h6M9 16h3" />`,
  gear: svg`<circle cx="12" cy="12" r="3.2" /><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M5.6 18.4l2.2-2.2M16.2 7.8l2.2-2.2" />`,
  city: svg`<path d="M4 20V9l6-3v14M10 20V4l10 4v12M3 20h18M13.5 10h3M13.5 14h3M6.5 12h1M6.5 16h1" />`,
  outage: svg`<path d="M13 3L6 13h5l-1 8 8-11h-5z" />`,
  download: svg`<path d="M12 4v11M7 11l5 5 5-5M5 20h14" />`,
  upload: svg`<path d="M12 16V5M7 9l5-5 5 5M5 20h14" />`,
  calendar: svg`<rect x="4" y="5" width="16" height="15" rx="2" /><path d="M4 10h16M9 3v4M15 3v4" />`,
  bold: svg`<path d="M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z" stroke-width="2.4" />`,
  italic: svg`<path d="M10 5h7M7 19h7M14 5l-4 14" />`,
  link: svg`<path d="M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1.2-1.2" />`,
  bullets: svg`<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01" />`,
  numbers: svg`<path d="M10 6h10M10 12h10M10 18h10M4 4.5L5.5 4v4M4 15.5c.3-.7 2-.7 2 .4 0 .8-2 1.6-2 2.6h2.2" />`,
  heading: svg`<path d="M6 5v14M18 5v14M6 12h12" />`,
  table: svg`<rect x="4" y="5" width="16" height="14" rx="1.5" /><path d="M4 10h16M4 14.5h16M12 10v9" />`,
  undo: svg`<path d="M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4" />`,
  redo: svg`<path d="M16 5l4 4-4 4M20 9H10a5 5 0 0 0 0 10h4" />`,
  send: svg`<path d="M4 12l16-8-5 16-3.5-6.5z" />`,
} as const satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof shapes;

/** A 24 × 24 drawing in the text's colour; decoration, hidden from screen readers. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg
    class="icon"
    viewBox="0 0 24 24"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shapes[name]}
  </svg>`;
