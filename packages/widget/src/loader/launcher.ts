// A bubble with a question in it: drawn with a border, so that forced colours keep it.
const STYLES = `:host(:not([hidden])){display:contents!important}#launcher{all:initial;position:fixed;z-index:999999999;inset:auto 20px 20px auto;width:26px;padding:15px;border-radius:50%;background:#14599c;background:oklch(from var(--veche-accent,#14599c) min(l,.5) c h);color:#fff;cursor:pointer;box-shadow:0 4px 16px #0004}:host([position=left]) #launcher{right:auto;left:20px}#launcher:focus-visible{outline:3px solid;outline-offset:-6px}#launcher:before{content:"?";display:block;border:3px solid;text-align:center;border-radius:50% 50% 50% 0;font:700 16px/20px system-ui}@media print{#launcher{display:none}}`;

/**
 * Gives an element its round button, before or after the element's own code is here: the element finds it in its
 * shadow root by its id.
 *
 * @param label the button's name, read out
 */
export function addLauncher(element: Element, label: string): HTMLButtonElement {
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement("button");
  button.id = button.part = "launcher";
  button.ariaLabel = label;
  root.append(button);
  return button;
}
