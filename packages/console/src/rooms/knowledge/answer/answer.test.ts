import { readFileSync } from "node:fs";
import { getSchema } from "@tiptap/core";
import { blocks } from "@veche/ui/markdown/blocks.ts";
import { expect, test } from "vitest";
import { answerSchema } from "./answer-schema.ts";
import { documentOf } from "./read-answer.ts";
import { safeAddress } from "./safe-address.ts";
import { answerOf } from "./write-answer.ts";

const schema = getSchema(answerSchema);
/** Through the editor's own document, as when an article is opened and saved. */
function edited(text: string): string {
  const document = schema.nodeFromJSON(documentOf(text));
  document.check();
  return answerOf(document.toJSON());
}

const written = (name: string) =>
  readFileSync(new URL(`../../../../../../demo/city/${name}`, import.meta.url), "utf8");
const answers = ["articles.csv", "articles.en.csv"].flatMap((name) =>
  [...written(name).matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = ""]) => cell.replaceAll('""', '"')),
);

test("the town's articles say the same after they were open in the editor", () => {
  expect(answers.length).toBeGreaterThan(200);
  const changed = answers.filter(
    (answer) => JSON.stringify(blocks(edited(answer))) !== JSON.stringify(blocks(answer)),
  );
  expect(changed).toEqual([]);
});

test.each([
  "Возьмите:\n\n- паспорт\n- **СНИЛС**",
  "1. Придите\n2. Подпишите",
  "## Сроки\n\nс мая\nпо июнь",
  "| День | Часы |\n| --- | --- |\n| пн | 8–17 |\n| вт |   |",
  "**важно, *очень* важно** и `код`",
  "[**сайт** города](https://town.example/a)",
  "https://town.example/x_y_, a_b@town.example, +7 (3452) 12-34-56",
  "1\\. это не список\n\\- и это",
  "<b>не жирный</b> & snake_case_name",
])("%j is kept as it is", (answer) => {
  expect(edited(edited(answer))).toBe(edited(answer));
  expect(blocks(edited(answer))).toEqual(blocks(answer));
});

test("only what would be read as a mark is marked as none", () => {
  expect(edited("2 \\* 2 = 4, но \\*не курсив\\*")).toBe("2 \\* 2 = 4, но \\*не курсив\\*");
  expect(edited("2 \\* 2 = 4")).toBe("2 * 2 = 4");
});

test("signs that somebody types are words, not marks", () => {
  const typed = ["# 5 дом", "- 5 градусов", "2. мая", "| черта |", "**звёзды**", "[нет](https://no.example)"];
  for (const text of typed) {
    const answer = answerOf({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text }] }],
    });
    expect(documentOf(answer).content).toMatchObject([{ type: "paragraph" }]);
    expect(edited(answer)).toBe(answer);
    expect(JSON.stringify(blocks(answer))).not.toMatch(/strong|emphasis/);
  }
});

test("a space at the end of bold words stays outside their marks", () => {
  const content = [
    { type: "text", text: "Важно: ", marks: [{ type: "bold" }] },
    { type: "text", text: "приходите" },
  ];
  expect(answerOf({ type: "doc", content: [{ type: "paragraph", content }] })).toBe("**Важно:** приходите");
});

test("an address is what residents may open, however it was typed", () => {
  expect(safeAddress("town.example/water")).toBe("https://town.example/water");
  expect(safeAddress("+7 (3999) 00-05-05")).toBe("tel:+73999000505");
  expect(safeAddress("post@town.example")).toBe("mailto:post@town.example");
  expect(safeAddress("https://town.example/a_(b)")).toBe("https://town.example/a_%28b%29");
  for (const bad of ["javascript:alert(1)", "/relative", "просто слова", ""])
    expect(safeAddress(bad)).toBeUndefined();
});
