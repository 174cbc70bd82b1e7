import { addLauncher } from "./launcher.ts";
import { attributesOf } from "./settings.ts";

declare global {
  interface Element {
    /** It has been given what the script tag says, by this loader or another, of a pinned version. */
    veche?: true;
  }
}

const CHAT = "veche-chat";
const OPENED = `${CHAT}[open]`;
const chat = async () => {
  try {
    await import("../chat/veche-chat.ts");
  } catch {
    // Without the code there is nothing to show: the next click tries again. Another opened one comes next.
    document.querySelector(OPENED)?.removeAttribute("open");
  }
};
/** The page's own words beside the button: fetched only where there are any. */
const greet = async () => {
  await import("./greeting.ts");
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
const data = [...document.scripts].find((script) => script.src === address)?.dataset ?? {};
const attributes = attributesOf(address, data);
let body: HTMLElement | undefined;

function prepareChat(element: Element): void {
  const language = attributes.locale || document.documentElement.lang || navigator.language;
  const button = addLauncher(element, /^en/i.test(language) ? "Ask a question" : "Задать вопрос");
  button.onclick = () => element.toggleAttribute("open");
  button.onpointerenter = button.onfocus = chat;
  if (element.hasAttribute("greeting")) void greet();
  try {
    // An answer is awaited, or words still have to go: reason enough to connect.
    if (localStorage[`veche:${attributes.server}:live`]) void chat();
  } catch {
    // Storage is blocked: then nothing is awaited.
  }
}

function serve(element: Element, name: string): void {
  if (element.veche) return;
  element.veche = true;
  for (const attribute in attributes) {
    const value = attributes[attribute];
    if (value && !element.hasAttribute(attribute)) element.setAttribute(attribute, value);
  }
  if (name === CHAT) prepareChat(element);
  else void elements[name]?.();
}

/** Looks at what the page has become: a page may place elements, open the chat or replace its body at any time. */
function look(): void {
  if (body !== document.body) {
    body = document.body;
    if (data["launcher"] !== "none" && !document.querySelector(CHAT))
      body.append(document.createElement(CHAT));
  }
  for (const name in elements) for (const element of document.querySelectorAll(name)) serve(element, name);
  if (document.querySelector(OPENED)) void chat();
}

new MutationObserver(look).observe(document, { childList: true, subtree: true, attributeFilter: ["open"] });
look();
