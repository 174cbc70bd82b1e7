import type { FIGURE_TABLES, Operations, ReplyOf } from "@veche/protocol";
import { type Sheet, text } from "../../sheets/index.ts";

type Figures = ReplyOf<Operations["insights"]["figures"]>;
type Cells = Readonly<Record<string, string>>;

const cell = text(300);

/** A file of rows whose fields are words or figures; nothing stands for null. */
function written(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): { readonly sheet: Sheet<Cells>; readonly rows: readonly Cells[] } {
  return {
    sheet: {
      columns: Object.fromEntries(columns.map((name) => [name, cell])),
      key: (row) => row[columns[0] ?? ""] ?? "",
    },
    rows: rows.map((row) => Object.fromEntries(columns.map((name) => [name, String(row[name] ?? "")]))),
  };
}

/** The tables that leave as files. */
export const figureSheets: Readonly<
  Record<(typeof FIGURE_TABLES)[number], (figures: Figures) => ReturnType<typeof written>>
> = {
  days: ({ days }) =>
    written(
      [
        "day",
        "conversations",
        "handovers",
        "answered",
        "chosen",
        "toOperator",
        "unknown",
        "waitMedian",
        "waitMost",
      ],
      days,
    ),
  topics: ({ topics, days }) =>
    written(
      ["topic", "questions", "yes", "no", ...days.map(({ day }) => day)],
      topics.map((topic) => ({
        ...topic,
        ...Object.fromEntries(days.map(({ day }, at) => [day, topic.days[at]])),
      })),
    ),
  operators: ({ operators }) => written(["name", "conversations", "messages"], operators),
};
