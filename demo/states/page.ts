import { escape } from "../town/html.ts";
import type { State } from "./state.ts";
import { STATES } from "./states.ts";
import { TONGUES, type Tongue } from "./tongue.ts";

/** How a state is looked at; all of it stands in the address. */
export interface Look {
  readonly scheme: "light" | "dark" | "device";
  readonly dir: "ltr" | "rtl";
  /** Of the low-vision settings. */
  readonly letters: string;
  readonly colours: string;
  readonly pictures: boolean;
}

export const lookOf = (query: Readonly<Record<string, unknown>>): Look => ({
  scheme: query["scheme"] === "dark" ? "dark" : query["scheme"] === "light" ? "light" : "device",
  dir: query["dir"] === "rtl" ? "rtl" : "ltr",
  letters: String(query["letters"] ?? "1"),
  colours: String(query["colours"] ?? "usual"),
  pictures: query["pictures"] !== "off",
});

/** The elements' own files; of the pseudo-language under an address of their own, since their names never change. */
const embedOf = (tongue: Tongue) => (tongue === "pseudo" ? "/pseudo/embed/veche.js" : "/embed/veche.js");

/** Data for the page's own script; a policy without inline scripts lets it stand. */
const data = (value: unknown) =>
  `<script type="application/json" id="play">${JSON.stringify(value).replaceAll("<", String.raw`\u003c`)}</script>`;

export function statePage(
  state: State,
  tongue: Tongue,
  look: Look,
  device: Readonly<Record<string, string>>,
): string {
  const { scheme, dir, letters, colours, pictures } = look;
  const launcher = state.element.includes("<veche-chat") ? "" : ' data-launcher="none"';
  const theme = scheme === "device" ? "" : ` data-theme="${scheme}"`;
  return `<!doctype html>
<html lang="${tongue === "ru" ? "ru" : "en"}" dir="${dir}"${theme}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(state.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/site/states.css">
${data({ acts: state.acts ?? [], shows: state.shows, device, sight: { letters, colours, pictures } })}
<script src="/site/prepare.js"></script>
<script type="module" src="${embedOf(tongue)}"${theme}${launcher}></script>
<script type="module" src="/site/play.js"></script>
</head>
<body><main><h1>${escape(state.title)}</h1>${state.element}</main></body>
</html>`;
}

/** All states, with one of them beside the list in whatever look is chosen. */
export function statesPage(): string {
  const choice = (
    name: string,
    label: string,
    options: readonly (readonly [value: string, title: string])[],
  ) =>
    `<label>${label} <select name="${name}">${options
      .map(([value, title]) => `<option value="${value}">${title}</option>`)
      .join("")}</select></label>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Every state of the residents' elements</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/site/states.css">
<script type="module" src="/site/look.js"></script>
</head>
<body class="index">
<h1>Every state</h1>
<form>
${choice(
  "tongue",
  "Language",
  TONGUES.map((tongue) => [tongue, tongue] as const),
)}
${choice("scheme", "Colours", [
  ["light", "light"],
  ["dark", "dark"],
])}
${choice("dir", "Direction", [
  ["ltr", "left to right"],
  ["rtl", "right to left"],
])}
${choice("letters", "Letters", [
  ["1", "1"],
  ["1.5", "1.5"],
  ["2", "2"],
])}
${choice("colours", "Low vision", [
  ["usual", "no"],
  ["black-on-white", "black on white"],
  ["white-on-black", "white on black"],
  ["blue-on-blue", "blue on blue"],
])}
${choice("width", "Width", [
  ["360", "phone"],
  ["768", "tablet"],
  ["1280", "desktop"],
  ["320", "400 % zoom"],
])}
</form>
<nav aria-label="States"><ol>
${STATES.map(({ name, title }) => `<li><a href="/ru/${name}" target="state" data-name="${name}">${escape(title)}</a></li>`).join("\n")}
</ol></nav>
<iframe name="state" title="The chosen state"></iframe>
</body>
</html>`;
}
