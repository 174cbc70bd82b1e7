import { expect, test } from "vitest";
import { decodeSheet, explainProblem, list, readSheet, type Sheet, text, writeSheet } from "./index.ts";

interface Note {
  readonly title: string;
  readonly words: string;
  readonly tags: readonly string[];
}

const notes: Sheet<Note> = {
  columns: { title: text(40, "required"), words: text(1000), tags: list(";", text(20)) },
  key: ({ title }) => title,
};
const rowsOf = (csv: string) => readSheet(csv, notes).rows.map(({ row }) => row);
const mistakesOf = (csv: string) =>
  readSheet(csv, notes).problems.map((problem) => explainProblem(problem, "en"));

test("what would run in a spreadsheet leaves disarmed and comes back as it was", () => {
  const dangerous = [
    "=HYPERLINK(1)",
    "+cmd|' /C calc'!A0",
    "-1+cmd()",
    "@SUM(A1)",
    "＝1+1",
    "'=1",
    "''+x(1)",
  ].map((words, index) => ({ title: `t${index}`, words, tags: [] }));
  const csv = writeSheet(dangerous, notes);
  for (const { words } of dangerous) expect(csv).toContain(`'${words}`);
  expect(rowsOf(csv)).toEqual(dangerous);
});

test("phones, Markdown lists, quotes, commas and line breaks leave as they are and come back", () => {
  const harmless = [
    "+7 (3999) 00-05-05",
    "- **Вне очереди**",
    "О'Коннор",
    "'в кавычках'",
    'два\nряда, «да» "нет"',
  ].map((words, index) => ({ title: `t${index}`, words, tags: ["один", "два"] }));
  const csv = writeSheet(harmless, notes);
  expect(csv).not.toMatch(/'[+-]/);
  expect(rowsOf(csv)).toEqual(harmless);
});

test("a file saved by a Russian spreadsheet is read: Windows-1251, semicolons, CR LF", () => {
  const bytes = Uint8Array.from(
    [..."title;words;tags\r\n", ..."A;", 0xd3, 0xeb, 0xe8, 0xf6, 0xe0, ...';"a;b"\r\n'],
    (it) => (typeof it === "number" ? it : it.charCodeAt(0)),
  );
  expect(rowsOf(decodeSheet(bytes))).toEqual([{ title: "A", words: "Улица", tags: ["a", "b"] }]);
});

test("a mark at the start, columns in another order and empty lines do no harm", () => {
  expect(rowsOf("\uFEFFtags, title ,words\n\na;b,A,слова\n,,\n")).toEqual([
    { title: "A", words: "слова", tags: ["a", "b"] },
  ]);
});

test("quotes that never close are named by the line of their row, with the mistakes before them", () => {
  expect(mistakesOf('title,words,tags\n,пусто,\nB,"текст\nдальше,\n')).toEqual([
    "line 2, title: must not be empty",
    "line 3: quotes are not closed, or stand where they should not",
  ]);
});

test("an empty file, a doubled column and unprintable characters are mistakes", () => {
  expect(mistakesOf("")).toEqual(["line 1: the file is empty: it needs a header row"]);
  expect(mistakesOf("title,title,words,tags\n")).toEqual(["line 1: the column “title” is there twice"]);
  expect(mistakesOf("title,words,tags\nA,\u0000,\n")).toEqual([
    "line 2, words: there are unprintable characters",
  ]);
});
