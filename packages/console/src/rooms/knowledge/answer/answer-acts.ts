import { msg } from "@lit/localize";
import type { Editor } from "@tiptap/core";

/** One button over the answer. */
export interface AnswerAct {
  readonly name: string;
  readonly label: string;
  /** What the button shows. */
  readonly sign: "bold" | "italic" | "heading" | "bullets" | "numbers" | "link" | "table" | "undo" | "redo";
  /** As on the keyboard; empty for none. */
  readonly keys: string;
  readonly isOn?: (editor: Editor) => boolean;
  readonly isOff?: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
}

const NEW_TABLE = { rows: 2, cols: 2, withHeaderRow: true };
const SUBHEADING = { level: 2 } as const;

/** What can be done to an answer's text, in the order of the buttons. */
export const answerActs = (openLink: () => void): readonly AnswerAct[] => [
  {
    name: "bold",
    label: msg("Жирный"),
    sign: "bold",
    keys: "Ctrl+B",
    isOn: (editor) => editor.isActive("bold"),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: "italic",
    label: msg("Курсив"),
    sign: "italic",
    keys: "Ctrl+I",
    isOn: (editor) => editor.isActive("italic"),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: "link",
    label: msg("Ссылка"),
    sign: "link",
    keys: "Ctrl+K",
    isOn: (editor) => editor.isActive("link"),
    run: openLink,
  },
  {
    name: "bullets",
    label: msg("Список"),
    sign: "bullets",
    keys: "Ctrl+Shift+8",
    isOn: (editor) => editor.isActive("bulletList"),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "numbers",
    label: msg("Нумерованный список"),
    sign: "numbers",
    keys: "Ctrl+Shift+7",
    isOn: (editor) => editor.isActive("orderedList"),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "heading",
    label: msg("Подзаголовок"),
    sign: "heading",
    keys: "Ctrl+Alt+2",
    isOn: (editor) => editor.isActive("heading"),
    run: (editor) => editor.chain().focus().toggleHeading(SUBHEADING).run(),
  },
  {
    name: "table",
    label: msg("Таблица"),
    sign: "table",
    keys: "",
    isOff: (editor) => editor.isActive("table") || !editor.can().insertTable(NEW_TABLE),
    run: (editor) => editor.chain().focus().insertTable(NEW_TABLE).run(),
  },
  {
    name: "undo",
    label: msg("Отменить правку"),
    sign: "undo",
    keys: "Ctrl+Z",
    isOff: (editor) => !editor.can().undo(),
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    name: "redo",
    label: msg("Вернуть правку"),
    sign: "redo",
    keys: "Ctrl+Shift+Z",
    isOff: (editor) => !editor.can().redo(),
    run: (editor) => editor.chain().focus().redo().run(),
  },
];

/** What can be done to the table that the cursor is in. */
export const tableActs = (): readonly Pick<AnswerAct, "name" | "label" | "run">[] => [
  { name: "row", label: msg("Добавить строку"), run: (editor) => editor.chain().focus().addRowAfter().run() },
  {
    name: "column",
    label: msg("Добавить столбец"),
    run: (editor) => editor.chain().focus().addColumnAfter().run(),
  },
  { name: "no-row", label: msg("Убрать строку"), run: (editor) => editor.chain().focus().deleteRow().run() },
  {
    name: "no-column",
    label: msg("Убрать столбец"),
    run: (editor) => editor.chain().focus().deleteColumn().run(),
  },
  {
    name: "no-table",
    label: msg("Убрать таблицу"),
    run: (editor) => editor.chain().focus().deleteTable().run(),
  },
];
