/** What careless, old or desperate style sheets do to everything on a page; all of it is inherited. */
const HANDED_DOWN = [
  "letter-spacing: 3px",
  "word-spacing: 9px",
  "line-height: 3",
  "text-transform: uppercase",
  "text-indent: 40px",
  "text-align: right",
  "text-shadow: 2px 2px 2px red",
  "white-space: nowrap",
  "word-break: break-all",
  "hyphens: auto",
  "font-family: fantasy",
  "font-size: 31px",
  "font-style: italic",
  "font-variant: small-caps",
  "font-weight: 900",
  "font-stretch: expanded",
  "color: lime",
  "cursor: wait",
  "visibility: hidden",
  "list-style: square inside",
  "quotes: '!' '!'",
  "tab-size: 40",
  "border-collapse: collapse",
  "caption-side: bottom",
  "pointer-events: none",
  "user-select: none",
  "accent-color: red",
  "caret-color: red",
  "text-decoration: underline wavy red",
  "-webkit-text-stroke: 1px red",
  "-webkit-font-smoothing: none",
  "orphans: 9",
];

/** And to the boxes of whatever they can name. */
const BOXES = [
  "margin: 13px",
  "padding: 17px",
  "border: 5px dashed red",
  "border-radius: 40px",
  "background: yellow",
  "box-shadow: 0 0 9px red",
  "outline: 4px solid red",
  "min-height: 90px",
  "max-width: 80px",
  "float: left",
  "position: relative",
  "overflow: hidden",
  "box-sizing: content-box",
  "animation: spin 1s infinite",
  "transition: all 2s",
  "opacity: 0.4",
  "filter: invert(1)",
];

const TAGS =
  "button, input, select, textarea, label, a, p, h2, h3, ul, ol, li, img, svg, dialog, form, table, details";
const important = (rules: readonly string[]) => rules.map((rule) => `${rule} !important;`).join("\n");

/** More than thirty cruel rules. */
export const HOSTILE = `
html { font-size: 62.5%; }
* { ${important(HANDED_DOWN)} }
${TAGS} { ${important(BOXES)} }
*::before, *::after { content: "☠" !important; ${important(BOXES)} }
*::selection { background: red !important; }
:focus, :focus-visible { outline: none !important; }
[hidden] { display: block !important; }
.button, .panel, .messages, .notice, .tile, .scaled, .veche { display: none !important; }
#log, #words, #launcher, #heading { display: none !important; }
`;
