import type { JSONContent } from "@tiptap/core";
import { type Block, blocks, type Row } from "@veche/ui/markdown/blocks.ts";
import { inline, type Inline } from "@veche/ui/markdown/inline.ts";

type Marks = NonNullable<JSONContent["marks"]>;

/** An answer's Markdown as the editor's document: paragraphs, subheadings, flat lists, tables. */
export const documentOf = (text: string): JSONContent => {
  const content = blocks(text).map(nodeOf);
  return { type: "doc", content: content.length > 0 ? content : [paragraph([])] };
};

function nodeOf(block: Block): JSONContent {
  switch (block.kind) {
    case "paragraph":
      return paragraph(block.content);
    case "heading":
      return { type: "heading", attrs: { level: block.level }, content: wordsOf(block.content) };
    case "list": {
      const content = block.items.map((item) => ({ type: "listItem", content: [paragraph(item)] }));
      return block.start === undefined
        ? { type: "bulletList", content }
        : { type: "orderedList", attrs: { start: block.start }, content };
    }
    case "table":
      return {
        type: "table",
        content: [rowOf(block.head, "tableHeader", block.head.length), ...rowsOf(block)],
      };
    default:
      return block satisfies never;
  }
}

const rowsOf = ({ head, rows }: Extract<Block, { kind: "table" }>) =>
  rows.map((row) => rowOf(row, "tableCell", head.length));

/** A row as wide as the table's head. */
const rowOf = (row: Row, type: string, width: number): JSONContent => ({
  type: "tableRow",
  content: Array.from({ length: width }, (_, at) => ({ type, content: [paragraph(row[at] ?? [])] })),
});

const paragraph = (content: readonly Inline[]): JSONContent => ({
  type: "paragraph",
  content: wordsOf(content),
});

/** A line's words with their marks; what is linked by itself (addresses, phones) is plain text here. */
export function wordsOf(content: readonly Inline[], marks: Marks = []): JSONContent[] {
  return content.flatMap((part) => {
    switch (part.kind) {
      case "text":
        return [{ type: "text", text: part.text, marks }];
      case "code":
        return [{ type: "text", text: part.text, marks: [...marks, { type: "code" }] }];
      case "strong":
        return wordsOf(part.content, [...marks, { type: "bold" }]);
      case "emphasis":
        return wordsOf(part.content, [...marks, { type: "italic" }]);
      case "link":
        return linksItself(part)
          ? wordsOf(part.content, marks)
          : wordsOf(part.content, [...marks, { type: "link", attrs: { href: part.href } }]);
      case "break":
        return [{ type: "hardBreak" }];
      default:
        return part satisfies never;
    }
  });
}

function linksItself({ href, content }: Extract<Inline, { kind: "link" }>): boolean {
  const [first, ...others] = content;
  if (others.length > 0 || first?.kind !== "text") return false;
  const [read, ...rest] = inline(first.text);
  return rest.length === 0 && read?.kind === "link" && read.href === href;
}
