import { expect, test } from "vitest";
import { blocks } from "./blocks.ts";
import { inline } from "./inline.ts";
import { safeHref } from "./safe-href.ts";

const text = (words: string) => ({ kind: "text", text: words });

test("an answer is read as paragraphs, a list and a table", () => {
  const answer =
    "Возьмите:\n- паспорт\n- **СНИЛС**\n\n1. Придите\n2. Подпишите\n\n| День | Часы |\n|---|---|\n| пн | 8–17 |";

  expect(blocks(answer)).toEqual([
    { kind: "paragraph", content: [text("Возьмите:")] },
    {
      kind: "list",
      start: undefined,
      items: [[text("паспорт")], [{ kind: "strong", content: [text("СНИЛС")] }]],
    },
    { kind: "list", start: 1, items: [[text("Придите")], [text("Подпишите")]] },
    { kind: "table", head: [[text("День")], [text("Часы")]], rows: [[[text("пн")], [text("8–17")]]] },
  ]);
});

test("headings keep their level and a line break stays", () => {
  expect(blocks("## Сроки\nс мая\nпо июнь")).toEqual([
    { kind: "heading", level: 2, content: [text("Сроки")] },
    { kind: "paragraph", content: [text("с мая"), { kind: "break" }, text("по июнь")] },
  ]);
});

test("bold, italic, code and escapes are read, and lonely marks stay as typed", () => {
  expect(inline("**важно** и *очень*, `код`, 2 \\* 2")).toEqual([
    { kind: "strong", content: [text("важно")] },
    text(" и "),
    { kind: "emphasis", content: [text("очень")] },
    text(", "),
    { kind: "code", text: "код" },
    text(", 2 "),
    text("*"),
    text(" 2"),
  ]);
  expect(inline("5 * 3 * 2, snake_case_name, ** и _")).toEqual([text("5 * 3 * 2, snake_case_name, ** и _")]);
});

test("links, bare addresses, mail and phones can be opened", () => {
  const hrefs = inline(
    "[сайт](https://town.example/a_(b)) https://town.example/x?y=1. почта a@town.example, +7 (3452) 12-34-56 и 8 800 100-20-30",
  ).flatMap((part) => (part.kind === "link" ? [part.href] : []));
  expect(hrefs).toEqual([
    "https://town.example/a_(b)",
    "https://town.example/x?y=1",
    "mailto:a@town.example",
    "tel:+73452123456",
    "tel:88001002030",
  ]);
});

test("numbers that are no phone stay text", () => {
  expect(inline("счёт 8123456789012345, ИНН 7701234567, год 2026")).toEqual([
    text("счёт 8123456789012345, ИНН 7701234567, год 2026"),
  ]);
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox",
  "//evil.example",
  "/relative",
  "blob:https://town.example/1",
  "https:\\\\evil.example",
  "http://a\u0000b",
])("%j never becomes an address to open", (address) => {
  expect(safeHref(address)).toBeUndefined();
});

test("a hostile link keeps its words and loses its address", () => {
  expect(inline("[нажмите](javascript:alert(1))")).toEqual([{ kind: "strong", content: [text("нажмите")] }]);
});

test("markup is only words", () => {
  const hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>";
  expect(blocks(hostile)).toEqual([{ kind: "paragraph", content: [text(hostile)] }]);
});

test.each([
  "*".repeat(4000),
  "[".repeat(4000),
  "**a".repeat(1300),
  "`".repeat(4000),
  "|".repeat(4000),
  "_a ".repeat(1300),
])("4,000 hostile characters (%#) are read at once", (hostile) => {
  const start = performance.now();
  blocks(hostile);
  expect(performance.now() - start).toBeLessThan(200);
});
