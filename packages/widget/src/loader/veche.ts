import { addLauncher } from "./launcher.ts";
import { settingsOf } from "./settings.ts";

const CHAT = "veche-chat";
const chat = () => import("../chat/veche-chat.ts");

/** The elements that a page may place, with where their code is. */
const elements: Readonly<Record<string, () => Promise<unknown>>> = Object.fromEntries(
  Object.entries(import.meta.glob("../{contest,gallery,winners,faq}/veche-*.ts")).map(([path, load]) => [
    path.replace(/.*\/|\.ts$/g, ""),
    load,
  ]),
);

const address = import.meta.url;
const { launcher, attributes } = settingsOf(
  address,
  [...document.scripts].find(({ src }) => src === address)?.dataset ?? {},
);
const served = new WeakSet<Element>();
let body: HTMLElement | undefined;

/** A conversation in which an answer is awaited, or words that still have to go, are reason enough to connect. */
function isAwaited(): boolean {
  try {
    return !!localStorage.getItem(`veche:${attributes.server}:live`);
  } catch {
    return false;
  }
}

function prepareChat(element: Element): void {
  const language = attributes.locale ?? (document.documentElement.lang || navigator.language);
  const button = addLauncher(element, /^en/i.test(language) ? "Ask a question" : "Задать вопрос");
  button.onclick = () => element.toggleAttribute("open");
  button.onpointerenter = button.onfocus = () => void chat().catch(() => {});
  if (isAwaited()) void chat();
}

function serve(element: Element): void {
  served.add(element);
  for (const name in attributes) {
    if (!element.hasAttribute(name)) element.setAttribute(name, attributes[name] ?? "");
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
  for (const element of document.querySelectorAll(`${CHAT},${Object.keys(elements)}`)) {
    if (!served.has(element)) serve(element);
  }
  const opened = document.querySelector(`${CHAT}[open]`);
  // Without the code there is nothing to show: the next click tries again.
  if (opened) chat().catch(() => opened.removeAttribute("open"));
}

new MutationObserver(look).observe(document, { childList: true, subtree: true, attributeFilter: ["open"] });
look();
