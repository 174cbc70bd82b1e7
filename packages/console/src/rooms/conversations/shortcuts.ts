import { msg } from "@lit/localize";
import type { Shortcut } from "../../parts/shortcuts.ts";

export type InboxAct =
  | "next"
  | "previous"
  | "write"
  | "claim"
  | "release"
  | "transfer"
  | "close"
  | "leave"
  | "insert1"
  | "insert2"
  | "insert3"
  | "send1"
  | "send2"
  | "send3"
  | "takeNext"
  | "acts"
  | "hold"
  | "note"
  | "canned"
  | "groups"
  | "find"
  | "help";

/** The inbox's keys: a shift can be worked without the mouse. */
export const inboxShortcuts: readonly Shortcut<InboxAct>[] = [
  { keys: ["KeyJ", "ArrowDown"], act: "next", says: () => msg("Следующий диалог") },
  { keys: ["KeyK", "ArrowUp"], act: "previous", says: () => msg("Предыдущий диалог") },
  { keys: ["KeyR"], act: "write", says: () => msg("Писать ответ") },
  { keys: ["Escape"], act: "leave", says: () => msg("Из поля ответа к списку"), whileTyping: true },
  { keys: ["KeyN"], act: "takeNext", says: () => msg("Взять следующий по очереди") },
  { keys: ["KeyC"], act: "claim", says: () => msg("Взять диалог") },
  { keys: ["KeyU"], act: "release", says: () => msg("Вернуть в очередь") },
  { keys: ["KeyT"], act: "transfer", says: () => msg("Передать в подразделение") },
  { keys: ["KeyE"], act: "close", says: () => msg("Завершить диалог") },
  { keys: ["KeyH"], act: "hold", says: () => msg("Отложить диалог") },
  { keys: ["KeyM"], act: "acts", says: () => msg("Другие действия: направить, срочность, ограничить…") },
  { keys: ["KeyG"], act: "groups", says: () => msg("Похожие вопросы: ответить всем сразу") },
  { keys: ["Slash"], act: "find", says: () => msg("Искать по диалогам и обратно к очереди") },
  {
    keys: ["Alt+KeyN"],
    act: "note",
    says: () => msg("Заметка для коллег и обратно к ответу"),
    whileTyping: true,
  },
  { keys: ["Alt+KeyT"], act: "canned", says: () => msg("Готовые тексты"), whileTyping: true },
  {
    keys: ["Alt+Digit1"],
    act: "insert1",
    says: () => msg("Вставить первую статью в ответ"),
    whileTyping: true,
  },
  { keys: ["Alt+Digit2"], act: "insert2", says: () => msg("Вставить вторую статью"), whileTyping: true },
  { keys: ["Alt+Digit3"], act: "insert3", says: () => msg("Вставить третью статью"), whileTyping: true },
  {
    keys: ["Alt+Shift+Digit1"],
    act: "send1",
    says: () => msg("Отправить первую статью сразу"),
    whileTyping: true,
  },
  { keys: ["Alt+Shift+Digit2"], act: "send2", says: () => msg("Отправить вторую статью"), whileTyping: true },
  { keys: ["Alt+Shift+Digit3"], act: "send3", says: () => msg("Отправить третью статью"), whileTyping: true },
  { keys: ["?"], act: "help", says: () => msg("Эта подсказка") },
];

/** Keys of the answer's field, told in the overlay and handled by the field. */
export const composerShortcuts: readonly Shortcut[] = [
  { keys: ["Enter"], act: "send", says: () => msg("Отправить ответ") },
  { keys: ["Shift+Enter"], act: "newline", says: () => msg("Новая строка") },
];
