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
const script = [...document.scripts].find(({ src }) => src === address);
const { server, launcher, attributes } = settingsOf(address, script?.dataset ?? {});
let body: HTMLElement | undefined;

/** A conversation in which an answer is awaited, or words that still have to be sent, are reason enough to connect. */
function awaitsAnswer(): boolean {
  try {
    return !!localStorage.getItem(`veche:${server}:live`);
  } catch {
    return false;
  }
}

function complete(element: Element): void {
  for (const name in attributes) {
    if (!element.hasAttribute(name)) element.setAttribute(name, attributes[name] ?? "");
  }
}

function prepareChat(element: Element): void {
  const language = attributes.locale || document.documentElement.lang || navigator.language;
  const button = addLauncher(element, /^en/i.test(language) ? "Ask a question" : "Задать вопрос");
  // A click that came before the code shows as the attribute, which the element reads when it arrives.
  button.onclick = () => {
    element.toggleAttribute("open");
    chat().catch(() => element.removeAttribute("open"));
  };
  button.onpointerenter = button.onfocus = () => void chat().catch(() => {});
  if (element.hasAttribute("open") || awaitsAnswer()) void chat();
}

function look(): void {
  if (body !== document.body && (body = document.body) && launcher && !document.querySelector(CHAT)) {
    body.append(document.createElement(CHAT));
  }
  for (const element of document.querySelectorAll(`${CHAT},${Object.keys(elements)}`)) {
    complete(element);
    if (element.localName !== CHAT) void elements[element.localName]?.();
    else if (!element.shadowRoot) prepareChat(element);
  }
}

new MutationObserver(look).observe(document, { childList: true, subtree: true });
look();
