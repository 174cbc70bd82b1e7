/** Beside the button, in the same place on either side of the page, under the panel. */
const STYLES = `#greeting{all:initial;position:fixed;z-index:999999999;inset:auto 20px 88px auto;display:flex;align-items:start;max-width:min(300px,100vw - 40px);border:1px solid light-dark(#d5dae0,#3a424c);border-radius:var(--veche-radius,12px) var(--veche-radius,12px) 4px;background:light-dark(#fff,#15181c);color:light-dark(#181c20,#f0f2f5);color-scheme:light dark;box-shadow:0 8px 32px #0003;font:16px/1.45 var(--veche-font,system-ui);overflow-wrap:anywhere}:host([data-theme=light]) #greeting{color-scheme:light}:host([data-theme=dark]) #greeting{color-scheme:dark}:host([position=left]) #greeting{inset:auto auto 88px 20px}:host([open]) #greeting{display:none}#greeting button{all:unset;min-height:44px;box-sizing:border-box;padding:10px 0 10px 14px;cursor:pointer}#greeting button+button{flex:none;width:44px;padding:9px 0;text-align:center}#greeting button:focus-visible{outline:3px solid;outline-offset:-4px;border-radius:var(--veche-radius,12px)}@media print{#greeting{display:none}}`;

const keyOf = (element: Element) => `veche:${element.getAttribute("server")}:greeted`;

/** The words that were shown here last: they are not shown again. */
function wasShown(element: Element, words: string): boolean {
  try {
    if (localStorage[keyOf(element)] === words) return true;
    localStorage[keyOf(element)] = words;
    return false;
  } catch {
    // What can not be remembered would be shown on every page: rather never.
    return true;
  }
}

function greet(element: Element): void {
  const words = element.getAttribute("greeting")?.trim();
  const root = element.shadowRoot;
  if (!words || !root || element.hasAttribute("open") || wasShown(element, words)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets.push(sheet);
  const english = /^en/i.test(element.getAttribute("locale") || document.documentElement.lang);
  const bubble = document.createElement("div");
  bubble.id = "greeting";
  bubble.part = "greeting";
  bubble.role = "status";
  const said = bubble.appendChild(document.createElement("button"));
  said.textContent = words;
  said.onclick = () => {
    element.setAttribute("open", "");
    bubble.remove();
  };
  const close = bubble.appendChild(document.createElement("button"));
  close.textContent = "✕";
  close.ariaLabel = english ? "Close" : "Закрыть";
  close.onclick = () => bubble.remove();
  root.append(bubble);
}

for (const element of document.querySelectorAll("veche-chat[greeting]")) greet(element);

// oxlint-disable-next-line unicorn/require-module-specifiers -- a module by itself, fetched for what it does
export {};
