import type { JSONContent } from "@tiptap/core";

type Marks = NonNullable<JSONContent["marks"]>;

const HEADINGS: Readonly<Record<string, number>> = { H1: 2, H2: 2, H3: 3, H4: 3, H5: 3, H6: 3 };
const LEFT_OUT = new Set([
  "SCRIPT",
  "STYLE",
  "TEMPLATE",
  "HEAD",
  "TITLE",
  "META",
  "LINK",
  "XML",
  "SVG",
  "IFRAME",
  "OBJECT",
]);
const BLOCKS = new Set([
  "P",
  "DIV",
  "SECTION",
  "ARTICLE",
  "BLOCKQUOTE",
  "PRE",
  "LI",
  "UL",
  "OL",
  "TABLE",
  "DL",
  "DD",
  "DT",
  "BODY",
  "HR",
  ...Object.keys(HEADINGS),
]);
/** Word's list items are paragraphs that begin with their own sign. */
const WORDS_ITEM = /^\s*(?:[·•o§▪–-]|(\d{1,3})[.)])[\s\u00a0]+/u;
const BOLD_FROM = 600;
const ELEMENT = 1;
const TEXT = 3;

/**
 * What was copied elsewhere, as blocks of the editor: words, bold, italics, links, lists, subheadings and tables.
 * Fonts, colours, pictures and everything else are left out. Nothing of it is ever shown as HTML.
 *
 * @param body of a document that was parsed apart from the page, its `style` attributes named `data-style`
 * @param hrefOf the address where it may be linked to
 */
export function pastedBlocks(body: Element, hrefOf: (address: string) => string | undefined): JSONContent[] {
  return joinedLists(blocksOf(body, hrefOf));
}

type HrefOf = (address: string) => string | undefined;

function blocksOf(parent: Element, hrefOf: HrefOf): JSONContent[] {
  const found: JSONContent[] = [];
  let loose: JSONContent[] = [];
  const settle = () => {
    if (loose.some(({ text }) => text?.trim())) found.push({ type: "paragraph", content: tidied(loose) });
    loose = [];
  };
  const walk = (node: Node, marks: Marks) => {
    if (isElement(node) && LEFT_OUT.has(node.tagName.toUpperCase())) return;
    if (isElement(node) && isBlock(node)) {
      settle();
      found.push(...blockOf(node, hrefOf));
      return;
    }
    if (isElement(node) && [...node.querySelectorAll("*")].some(isBlock)) {
      for (const child of node.childNodes) walk(child, marksOf(node, marks, hrefOf));
      return;
    }
    loose.push(...wordsIn(node, marks, hrefOf));
  };
  for (const child of parent.childNodes) walk(child, []);
  settle();
  return found;
}

const isElement = (node: Node): node is Element => node.nodeType === ELEMENT;
const isBlock = (element: Element) => BLOCKS.has(element.tagName);

function blockOf(element: Element, hrefOf: HrefOf): JSONContent[] {
  const { tagName } = element;
  const level = HEADINGS[tagName];
  if (level !== undefined) {
    const content = tidied(wordsIn(element, [], hrefOf)).filter(({ type }) => type === "text");
    return content.length > 0
      ? [{ type: "heading", attrs: { level }, content: content.map(withoutBold) }]
      : [];
  }
  if (tagName === "UL" || tagName === "OL") return listOf(element, hrefOf);
  if (tagName === "TABLE") return tableOf(element, hrefOf);
  if (tagName === "P") return paragraphOf(element, hrefOf);
  return blocksOf(element, hrefOf);
}

const withoutBold = ({ marks = [], ...word }: JSONContent): JSONContent => ({
  ...word,
  marks: marks.filter(({ type }) => type !== "bold"),
});

function paragraphOf(element: Element, hrefOf: HrefOf): JSONContent[] {
  const words = tidied(wordsIn(element, [], hrefOf));
  if (words.length === 0) return [];
  const text = words.map((word) => word.text ?? "").join("");
  const styled = /mso-list|MsoListParagraph/i.test(
    `${element.getAttribute("data-style") ?? ""} ${element.className}`,
  );
  const sign = styled ? WORDS_ITEM.exec(text) : null;
  if (!sign) return [{ type: "paragraph", content: words }];
  const item = [
    { type: "listItem", content: [{ type: "paragraph", content: without(words, sign[0].length) }] },
  ];
  return sign[1] === undefined
    ? [{ type: "bulletList", content: item }]
    : [{ type: "orderedList", attrs: { start: Number(sign[1]) }, content: item }];
}

/** The words after so many letters. */
function without(words: readonly JSONContent[], letters: number): JSONContent[] {
  let left = letters;
  return words.flatMap((word) => {
    const { text = "" } = word;
    const kept = text.slice(left);
    left = Math.max(0, left - text.length);
    return word.type !== "text" || kept ? [word.type === "text" ? { ...word, text: kept } : word] : [];
  });
}

/** A list, flat: what stood deeper follows the item that it stood in. */
function listOf(element: Element, hrefOf: HrefOf): JSONContent[] {
  const items: JSONContent[] = [];
  const collect = (list: Element) => {
    for (const child of list.children) {
      if (child.tagName === "UL" || child.tagName === "OL") collect(child);
      else {
        const inner = blocksOf(child, hrefOf);
        const lines = inner.flatMap((block) =>
          block.type === "paragraph" || block.type === "heading" ? [block.content ?? []] : [],
        );
        const words = lines.flatMap((line, at) => (at === 0 ? line : [{ type: "hardBreak" }, ...line]));
        if (words.length > 0)
          items.push({ type: "listItem", content: [{ type: "paragraph", content: words }] });
        for (const block of inner) if (block.type?.endsWith("List")) items.push(...(block.content ?? []));
      }
    }
  };
  collect(element);
  if (items.length === 0) return [];
  const start = Number(element.getAttribute("start")) || 1;
  return [
    element.tagName === "UL"
      ? { type: "bulletList", content: items }
      : { type: "orderedList", attrs: { start }, content: items },
  ];
}

function tableOf(element: Element, hrefOf: HrefOf): JSONContent[] {
  const rows = [...element.querySelectorAll("tr")].map((row) => [...row.querySelectorAll("td, th")]);
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width < 2) return rows.flatMap((row) => row.flatMap((cell) => blocksOf(cell, hrefOf)));
  const content = rows.map((row, at) => ({
    type: "tableRow",
    content: Array.from({ length: width }, (_, column) => {
      const cell = row[column];
      const words = cell ? tidied(wordsIn(cell, [], hrefOf)).filter(({ type }) => type === "text") : [];
      return {
        type: at === 0 ? "tableHeader" : "tableCell",
        content: [{ type: "paragraph", content: at === 0 ? words.map(withoutBold) : words }],
      };
    }),
  }));
  return [{ type: "table", content }];
}

function wordsIn(node: Node, marks: Marks, hrefOf: HrefOf): JSONContent[] {
  if (node.nodeType === TEXT) {
    const text = (node.nodeValue ?? "").replace(/[\t\r\n ]+/g, " ");
    return text ? [{ type: "text", text, marks }] : [];
  }
  if (!isElement(node) || LEFT_OUT.has(node.tagName.toUpperCase())) return [];
  if (node.tagName === "BR") return [{ type: "hardBreak" }];
  const inner = marksOf(node, marks, hrefOf);
  return [...node.childNodes].flatMap((child) => wordsIn(child, inner, hrefOf));
}

function marksOf(element: Element, marks: Marks, hrefOf: HrefOf): Marks {
  const style = element.getAttribute("data-style") ?? "";
  const weight = /font-weight:\s*(bold|\d+|normal)/i.exec(style)?.[1];
  const added: Marks = [];
  // A copied document is wrapped whole in a <b> of normal weight by one well-known editor.
  const bold = weight
    ? weight === "bold" || Number(weight) >= BOLD_FROM
    : /^(B|STRONG)$/.test(element.tagName);
  if (bold) added.push({ type: "bold" });
  if (/^(I|EM)$/.test(element.tagName) || /font-style:\s*italic/i.test(style)) added.push({ type: "italic" });
  const href = element.tagName === "A" ? hrefOf(element.getAttribute("href") ?? "") : undefined;
  if (href) added.push({ type: "link", attrs: { href } });
  return [...marks, ...added.filter(({ type }) => !marks.some((mark) => mark.type === type))];
}

/** Words without space at their ends, and without two spaces where parts met. */
function tidied(words: readonly JSONContent[]): JSONContent[] {
  const kept: JSONContent[] = [];
  for (const word of words) {
    const last = kept.at(-1);
    const atStart = !last || last.type === "hardBreak" || last.text?.endsWith(" ");
    if (word.type !== "text") {
      if (last) kept.push(word);
      continue;
    }
    const text = atStart ? (word.text ?? "").replace(/^[ \u00a0]+/, "") : word.text;
    if (text) kept.push({ ...word, text });
  }
  while (kept.length > 0) {
    const last = kept.at(-1);
    const text = last?.text?.trimEnd();
    kept.pop();
    if (text) {
      kept.push({ ...last, text });
      break;
    }
  }
  return kept;
}

/** Items that came one by one, as Word writes them, are one list. */
function joinedLists(blocks: readonly JSONContent[]): JSONContent[] {
  const joined: JSONContent[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.type?.endsWith("List") && last.type === block.type)
      joined[joined.length - 1] = { ...last, content: [...(last.content ?? []), ...(block.content ?? [])] };
    else joined.push(block);
  }
  return joined;
}
