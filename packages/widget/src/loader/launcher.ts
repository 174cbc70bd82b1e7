const SVG = "http://www.w3.org/2000/svg";
const BUBBLE =
  "M4 3h16a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-8l-6 4v-4H4a2 2 0 0 1-2-2V5q0-2 2-2zm3 5v2h10V8zm0 4v2h7v-2z";

const STYLES = `:host{all:initial!important;display:contents!important}:host([hidden]),[hidden]{display:none!important}button{all:initial;position:fixed;z-index:2147483000;inset:auto 20px 20px auto;display:grid;place-items:center;width:56px;height:56px;border-radius:50%;background:#14599c;background:oklch(from var(--veche-accent,#14599c) min(l,.5) c h);color:#fff;cursor:pointer;box-shadow:0 4px 16px #0004}:host([position=left]) button{inset:auto auto 20px 20px}button:focus-visible{outline:3px solid;outline-offset:-6px}svg{width:26px;fill:currentColor}span{position:absolute;inset:-4px -4px auto auto;padding:0 7px;border-radius:11px;background:#ab1f1f;font:600 14px/22px system-ui}@media(forced-colors:active){button{border:2px solid}}@media print{button{display:none}}`;

/**
 * Gives an element its round button, before or after the element's own code is here: the element finds it in its
 * shadow root by its part.
 *
 * @param label the button's name, read out
 */
export function addLauncher(element: Element, label: string): HTMLButtonElement {
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets.push(sheet);
  const button = document.createElement("button");
  button.part = "launcher";
  button.ariaLabel = label;
  button.ariaExpanded = "false";
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", BUBBLE);
  picture.append(path);
  const badge = document.createElement("span");
  badge.part = "badge";
  badge.hidden = true;
  button.append(picture, badge);
  root.append(button);
  return button;
}
