import MarkdownIt from "markdown-it";
import { html, type Html, trusted } from "./html.ts";

const PHONE = /\+7 \(\d{3,5}\) \d{2,3}-\d{2}-\d{2}/g;

const markdown = new MarkdownIt({ html: false, linkify: false });
markdown.renderer.rules.text = (tokens, index) => {
  const text = tokens[index]?.content ?? "";
  const inLink =
    tokens.slice(0, index).findLast(({ type }) => type.startsWith("link_"))?.type === "link_open";
  return (inLink ? html`${text}` : withPhones(text)).text;
};

/** Phones can be tapped. */
function withPhones(text: string): Html {
  const phones = text.match(PHONE) ?? [];
  return html`${text.split(PHONE).map((before, index) => {
    const phone = phones[index];
    return phone ? html`${before}<a href="tel:${phone.replaceAll(/[^\d+]/g, "")}">${phone}</a>` : before;
  })}`;
}

/** An article's Markdown as HTML; HTML inside it is shown as text. */
export const rendered = (text: string): Html => trusted(markdown.render(text));

/** The same in one line without marks, for descriptions. */
export function plain(text: string): string {
  return markdown
    .parse(text, {})
    .flatMap((token) => token.children ?? [])
    .map(({ type, content }) => (type === "softbreak" ? " " : content))
    .join(" ")
    .replaceAll(/\s+([.,;:!?)])/g, "$1")
    .replaceAll(/\s+/g, " ")
    .trim();
}
