import { html, render } from "lit";
import { markdown } from "@veche/ui/markdown/render.ts";
import { asFile, onPaper, type Said } from "./talk-on-paper.ts";
import type { View } from "./view.ts";

const FORGET_AFTER_MS = 60_000;

/** Gives the talk as a text file. */
export function saveTalk({ heading, chat, locale }: View): void {
  const text = asFile(heading, onPaper(chat.messages, locale));
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${heading.replace(/[^\p{L}\p{N}]+/gu, "-")}-${chat.messages[0]?.createdAt.slice(0, 10) ?? ""}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), FORGET_AFTER_MS);
}

/** Prints the talk by itself, in a frame of its own: the page's own print is the page's. */
export function printTalk({ heading, chat, locale }: View): void {
  const frame = document.createElement("iframe");
  frame.ariaHidden = "true";
  frame.tabIndex = -1;
  frame.style.cssText = "position:fixed;inline-size:0;block-size:0;border:0";
  document.body.append(frame);
  const { contentDocument: paper, contentWindow: printer } = frame;
  if (!paper || !printer) return frame.remove();
  paper.title = heading;
  paper.documentElement.lang = locale;
  paper.body.style.font = "12pt/1.45 system-ui, sans-serif";
  const title = paper.createElement("h1");
  title.textContent = heading;
  paper.body.append(title, ...onPaper(chat.messages, locale).map((said) => article(paper, said)));
  printer.addEventListener("afterprint", () => frame.remove());
  printer.print();
}

function article(paper: Document, { head, text, isMarkdown }: Said): HTMLElement {
  const article = paper.createElement("article");
  render(html`<strong>${head}</strong>${isMarkdown ? markdown(text) : html`<p>${text}</p>`}`, article);
  if (!isMarkdown) article.style.whiteSpace = "pre-wrap";
  article.style.marginBlock = "1em";
  return article;
}
