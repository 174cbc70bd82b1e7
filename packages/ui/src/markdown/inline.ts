import { safeHref } from "./safe-href.ts";

/** What stands within a line. */
export type Inline =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly content: readonly Inline[] }
  | { readonly kind: "link"; readonly href: string; readonly content: readonly Inline[] }
  | { readonly kind: "break" };

const ESCAPED = String.raw`\\(?<escaped>[\\${"`"}*_[\]()#+\-.!|>~])`;
const CODE = "`(?<code>[^`\\n]+)`";
const STRONG = String.raw`\*\*(?<strong>[^\s*](?:[^\n]*?[^\s])?)\*\*`;
const EMPHASIS = String.raw`\*(?<star>[^\s*](?:[^*\n]*[^\s*])?)\*|(?<![\p{L}\p{N}_])_(?<line>[^\s_](?:[^_\n]*[^\s_])?)_(?![\p{L}\p{N}_])`;
const LINK = String.raw`\[(?<label>[^\]\n]+)\]\((?<href>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)`;
const ADDRESS = String.raw`(?<url>https?:\/\/[^\s<>"'()[\]*]*[^\s<>"'()[\]*.,;:!?…»_])`;
const MAIL = String.raw`(?<mail>[\w.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)`;
const PHONE = String.raw`(?<![\d+])(?<phone>(?:\+7|8)[\s\u00a0-]?\(?\d{3,5}\)?(?:[\s\u00a0-]?\d){5,7})(?!\d)`;
const BREAK = String.raw`(?<lines>(?: {2,}|\\)?\n)`;
const MARKS = new RegExp(
  [ESCAPED, CODE, STRONG, EMPHASIS, LINK, ADDRESS, MAIL, PHONE, BREAK].join("|"),
  "gu",
);
const NATIONAL_DIGITS = 11;

/** Reads one paragraph's text. Whatever is not a known mark stays text. */
export function inline(text: string): Inline[] {
  const content: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    const mark = marked(match.groups ?? {});
    if (!mark) continue;
    push(content, text.slice(end, match.index));
    content.push(mark);
    end = match.index + match[0].length;
  }
  push(content, text.slice(end));
  return content;
}

function push(content: Inline[], text: string): void {
  if (text) content.push({ kind: "text", text });
}

function marked(groups: Record<string, string | undefined>): Inline | undefined {
  const { escaped, code, strong, star, line, label, href, url, mail, phone, lines } = groups;
  if (escaped) return { kind: "text", text: escaped };
  if (code) return { kind: "code", text: code };
  if (strong) return { kind: "strong", content: inline(strong) };
  if (star ?? line) return { kind: "emphasis", content: inline(star ?? line ?? "") };
  if (label) return link(href ?? "", inline(label));
  if (url) return link(url, [{ kind: "text", text: url }]);
  if (mail) return link(`mailto:${mail}`, [{ kind: "text", text: mail }]);
  if (phone) return telephone(phone);
  return lines ? { kind: "break" } : undefined;
}

function link(address: string, label: Inline[]): Inline {
  const href = safeHref(address);
  const plain = label.flatMap((part) => (part.kind === "link" ? part.content : [part]));
  return href ? { kind: "link", href, content: plain } : { kind: "strong", content: plain };
}

function telephone(phone: string): Inline | undefined {
  const digits = phone.replace(/\D/g, "");
  if (digits.length !== NATIONAL_DIGITS) return undefined;
  return link(`tel:${phone.startsWith("+") ? "+" : ""}${digits}`, [{ kind: "text", text: phone }]);
}
