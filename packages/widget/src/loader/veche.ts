import { addLauncher } from "./launcher.ts";
import { settingsOf } from "./settings.ts";

const CHAT = "veche-chat";
const OPENED = `${CHAT}[open]`;
const chat = async () => {
  try {
    await import("../chat/veche-chat.ts");
  } catch {
    // Without the code there is nothing to show: the next click tries again.
    for (const opened of document.querySelectorAll(OPENED)) opened.removeAttribute("open");
  }
};
/** Where each element's code is. What it exports is not asked for: that would cost a chunk of its own. */
const elements: Readonly<Record<string, () => Promise<void>>> = {
  [CHAT]: chat,
  "veche-contest": async () => {
    await import("../contest/veche-contest.ts");
  },
  "veche-gallery": async () => {
    await import("../gallery/veche-gallery.ts");
  },
  "veche-winners": async () => {
    await import("../winners/veche-winners.ts");
  },
  "veche-faq": async () => {
    await import("../faq/veche-faq.ts");
  },
};

const address = import.meta.url;
const script = [...document.scripts].find(({ src }) => src === address);
const { launcher, attributes } = settingsOf(address, script?.dataset ?? {});
const served = new WeakSet<Element>();
let body: HTMLElement | undefined;

/** A conversation in which an answer is awaited, or words that still have to go, are reason enough to connect. */
function connectIfAwaited(): void {
  try {
    if (localStorage[`veche:${attributes.server}:live`]) void chat();
  } catch {
    // Storage is blocked: then nothing is awaited.
  }
}

function prepareChat(element: Element): void {
  // Another loader, of a pinned version, may have been here.
  if (element.shadowRoot?.querySelector("#launcher")) return;
  const language = attributes.locale || document.documentElement.lang || navigator.language;
  const button = addLauncher(element, /^en/i.test(language) ? "Ask a question" : "Задать вопрос");
  button.onclick = () => element.toggleAttribute("open");
  button.onpointerenter = button.onfocus = chat;
  connectIfAwaited();
}

function serve(element: Element): void {
  served.add(element);
  for (const name in attributes) {
    const value = attributes[name];
    if (value && !element.hasAttribute(name)) element.setAttribute(name, value);
  }
  if (element.localName === CHAT) prepareChat(element);
  else void elements[element.localName]?.();
}

/** Looks at what the page has become: a page may place elements, open the chat or replace its body at any time. */
function look(): void {
  if (body !== document.body) {
    body = document.body;
    if (launcher && !document.querySelector(CHAT)) body.append(document.createElement(CHAT));
  }
  for (const element of document.querySelectorAll(Object.keys(elements).join())) {
    if (!served.has(element)) serve(element);
  }
  if (document.querySelector(OPENED)) void chat();
}

new MutationObserver(look).observe(document, { childList: true, subtree: true, attributeFilter: ["open"] });
look();
