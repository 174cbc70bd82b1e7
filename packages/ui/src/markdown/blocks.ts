import { inline, type Inline } from "./inline.ts";

export type Row = readonly (readonly Inline[])[];

/** What a message is made of: the small safe subset, as values, without any HTML. */
export type Block =
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  | { readonly kind: "heading"; readonly level: number; readonly content: readonly Inline[] }
  | {
      readonly kind: "list";
      readonly start: number | undefined;
      readonly items: readonly (readonly Inline[])[];
    }
  | { readonly kind: "table"; readonly head: Row; readonly rows: readonly Row[] };

const HEADING = /^(#{1,6})\s+(.+?)\s*#*$/;
const ITEM = /^\s*(?:[-*+•]|(\d{1,3})[.)])\s+(.*)$/;
const TABLE_LINE = /^\s*\|.*\|\s*$/;
const TABLE_RULE = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

/** Reads a text of the small Markdown subset: paragraphs, headings, flat lists, tables. */
export function blocks(text: string): Block[] {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const found: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? "";
    const heading = HEADING.exec(line);
    if (line.trim() === "") at++;
    else if (heading) {
      found.push({ kind: "heading", level: (heading[1] ?? "").length, content: inline(heading[2] ?? "") });
      at++;
    } else if (startsTable(lines, at)) at = readTable(lines, at, found);
    else if (ITEM.test(line)) at = readList(lines, at, found);
    else at = readParagraph(lines, at, found);
  }
  return found;
}

function startsTable(lines: readonly string[], at: number): boolean {
  return TABLE_LINE.test(lines[at] ?? "") && TABLE_RULE.test(lines[at + 1] ?? "");
}

function readTable(lines: readonly string[], at: number, found: Block[]): number {
  let end = at + 2;
  while (TABLE_LINE.test(lines[end] ?? "")) end++;
  const [head = [], , ...rows] = lines.slice(at, end).map(cells);
  found.push({ kind: "table", head, rows });
  return end;
}

function cells(line: string): Row {
  return line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => inline(cell.trim()));
}

function readList(lines: readonly string[], at: number, found: Block[]): number {
  const first = ITEM.exec(lines[at] ?? "")?.[1];
  const items: string[] = [];
  let end = at;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? "";
    const item = ITEM.exec(line);
    if (item && (item[1] === undefined) === (first === undefined)) items.push(item[2] ?? "");
    else if (/^\s+\S/.test(line)) items.push(`${items.pop() ?? ""}\n${line.trim()}`);
    else break;
  }
  found.push({
    kind: "list",
    start: first === undefined ? undefined : Number(first),
    items: items.map(inline),
  });
  return end;
}

function readParagraph(lines: readonly string[], at: number, found: Block[]): number {
  let end = at + 1;
  while (end < lines.length && !endsParagraph(lines, end)) end++;
  found.push({ kind: "paragraph", content: inline(lines.slice(at, end).join("\n")) });
  return end;
}

function endsParagraph(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  return line.trim() === "" || HEADING.test(line) || ITEM.test(line) || startsTable(lines, at);
}
