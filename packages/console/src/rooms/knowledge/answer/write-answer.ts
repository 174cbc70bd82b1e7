import type { JSONContent } from "@tiptap/core";
import { inline } from "@veche/ui/markdown/inline.ts";
import { wordsOf } from "./read-answer.ts";

/** What a line begins with that would make it a heading, an item or a table. */
const OPENING = /^(\d{1,3}(?=[.)]\s)|(?=[-*+]\s|#{1,6}\s|\|))/;
const SPECIAL = /[\\`*[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const ADDRESS = /(https?:\/\/\S+|[\w.+-]+@[\w.-]+)/;

/** The editor's document as the Markdown that residents' elements show; empty paragraphs go. */
export const answerOf = (document: JSONContent): string =>
  (document.content ?? []).flatMap((node) => writtenBlock(node) || []).join("\n\n");

function writtenBlock(node: JSONContent): string {
  const children = node.content ?? [];
  switch (node.type) {
    case "heading":
      return prefixed(`${"#".repeat(Number(node.attrs?.["level"] ?? 2))} `, linesOf(children).join(" "));
    case "bulletList":
      return children.map((item) => writtenItem("- ", item)).join("\n");
    case "orderedList": {
      const start = Number(node.attrs?.["start"] ?? 1);
      return children.map((item, at) => writtenItem(`${start + at}. `, item)).join("\n");
    }
    case "table":
      return writtenTable(children);
    default:
      return linesOf(children)
        .map((line) => line.replace(OPENING, "$1\\"))
        .join("\n");
  }
}

const prefixed = (prefix: string, line: string) => (line ? prefix + line : "");

const writtenItem = (prefix: string, { content = [] }: JSONContent) =>
  prefix + content.flatMap(({ content: words = [] }) => linesOf(words)).join("\n  ");

function writtenTable(rows: readonly JSONContent[]): string {
  const [head, ...others] = rows.map(
    ({ content: cells = [] }) => `| ${cells.map((cell) => cellOf(cell) || " ").join(" | ")} |`,
  );
  const width = rows[0]?.content?.length ?? 0;
  return [head, `|${" --- |".repeat(width)}`, ...others].join("\n");
}

const cellOf = ({ content = [] }: JSONContent) =>
  content
    .flatMap(({ content: words = [] }) => linesOf(words))
    .join(" ")
    .replaceAll("|", "\\|");

/** Each line of a paragraph; those that hold nothing are left out, since they would end it. */
function linesOf(words: readonly JSONContent[]): string[] {
  const lines: JSONContent[][] = [[]];
  for (const word of words) {
    if (word.type === "hardBreak") lines.push([]);
    else lines.at(-1)?.push(word);
  }
  return lines.flatMap((line) => lineOf(line).trim() || []);
}

/** The plainest writing of a line that is read again as it stands on screen. */
function lineOf(words: readonly JSONContent[]): string {
  const plain = words.map(({ text = "" }) => text).join("");
  const ways = [() => runs(words, (text) => text), () => runs(words, escaped), () => escaped(plain)];
  const wanted = appearance(words);
  for (const way of ways) {
    const written = way().trim();
    if (appearance(wordsOf(inline(written))) === wanted) return written;
  }
  return plain;
}

/** Letters with their marks, without the spaces at the ends. */
function appearance(words: readonly JSONContent[]): string {
  const letters = words.flatMap(({ text = "", marks = [] }) => {
    const look = marks.map(({ type, attrs }) => `${type} ${String(attrs?.["href"] ?? "")}`).toSorted();
    return [...text].map((letter) => (letter.trim() ? [letter, ...look] : [letter]));
  });
  const isWord = ([letter = ""]: readonly string[]) => letter.trim() !== "";
  return JSON.stringify(letters.slice(letters.findIndex(isWord), letters.findLastIndex(isWord) + 1));
}

const escaped = (text: string) =>
  text
    .split(ADDRESS)
    .map((piece, at) => (at % 2 === 1 ? piece : piece.replace(SPECIAL, "\\$&")))
    .join("");

/** Writes words, the mark that reaches farthest around the others. */
function runs(words: readonly JSONContent[], write: (text: string) => string, around = ""): string {
  let written = "";
  for (let at = 0; at < words.length;) {
    const word = words[at];
    const open = (word?.marks ?? []).filter(({ type }) => !around.includes(type));
    const reaches = open.map((mark) => ({ mark, length: reachOf(words, at, mark) }));
    const farthest = reaches.toSorted((one, other) => other.length - one.length)[0];
    if (!farthest) {
      written += write(word?.text ?? "");
      at++;
      continue;
    }
    const { mark, length } = farthest;
    written += marked(
      mark,
      runs(
        words.slice(at, at + length),
        mark.type === "code" ? (text) => text : write,
        `${around} ${mark.type}`,
      ),
      around,
    );
    at += length;
  }
  return written;
}

type Mark = NonNullable<JSONContent["marks"]>[number];

const sameMark = (one: Mark, other: Mark) =>
  one.type === other.type && one.attrs?.["href"] === other.attrs?.["href"];

function reachOf(words: readonly JSONContent[], from: number, mark: Mark): number {
  const end = words.findIndex(
    (word, at) => at >= from && !(word.marks ?? []).some((it) => sameMark(it, mark)),
  );
  return (end === -1 ? words.length : end) - from;
}

/** Spaces at a run's ends stay outside its marks, where they would be read as mere signs. */
function marked({ type, attrs }: Mark, inner: string, around: string): string {
  const [, before = "", text = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
  if (!text) return inner;
  switch (type) {
    case "bold":
      return `${before}**${text}**${after}`;
    case "italic": {
      const sign = around.includes("bold") ? "_" : "*";
      return `${before}${sign}${text}${sign}${after}`;
    }
    case "code":
      return `${before}\`${text}\`${after}`;
    default:
      return `${before}[${text}](${String(attrs?.["href"] ?? "")})${after}`;
  }
}
