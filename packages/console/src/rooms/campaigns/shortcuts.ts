import { msg } from "@lit/localize";
import type { Shortcut } from "../../parts/shortcuts.ts";

export type ModerationAct =
  | "approve"
  | "reject"
  | "ask_fix"
  | "same"
  | "shortlist"
  | "unshortlist"
  | "unselect"
  | "undo"
  | "help";

/** What may be done with the chosen entries, or with the one that has the keyboard. */
export const moderationShortcuts: readonly Shortcut<ModerationAct>[] = [
  { keys: ["KeyA"], act: "approve", says: () => msg("Принять") },
  { keys: ["KeyR"], act: "reject", says: () => msg("Отклонить с причиной") },
  { keys: ["KeyF"], act: "ask_fix", says: () => msg("Попросить исправить") },
  { keys: ["KeyS"], act: "same", says: () => msg("Та же работа, что и другая") },
  { keys: ["KeyZ"], act: "undo", says: () => msg("Отменить последнее решение") },
  { keys: ["Escape"], act: "unselect", says: () => msg("Снять выбор") },
  { keys: ["?"], act: "help", says: () => msg("Эта подсказка") },
];

/** Handled by the grid itself; told in the overlay. */
export const gridShortcuts: readonly Shortcut[] = [
  { keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"], act: "go", says: () => msg("По работам") },
  { keys: ["Space"], act: "choose", says: () => msg("Выбрать или снять") },
  { keys: ["Shift+ArrowRight"], act: "extend", says: () => msg("Выбрать подряд") },
  { keys: ["Ctrl+KeyA"], act: "every", says: () => msg("Выбрать все") },
  { keys: ["Enter"], act: "look", says: () => msg("Рассмотреть") },
];

export type PreviewAct =
  | "next"
  | "previous"
  | "closer"
  | "farther"
  | "approve"
  | "reject"
  | "ask_fix"
  | "same"
  | "undo";

export const previewShortcuts: readonly Shortcut<PreviewAct>[] = [
  { keys: ["ArrowRight", "ArrowDown"], act: "next", says: () => msg("Следующая") },
  { keys: ["ArrowLeft", "ArrowUp"], act: "previous", says: () => msg("Предыдущая") },
  { keys: ["Equal", "NumpadAdd", "+"], act: "closer", says: () => msg("Приблизить") },
  { keys: ["Minus", "NumpadSubtract"], act: "farther", says: () => msg("Отдалить") },
  { keys: ["KeyA"], act: "approve", says: () => msg("Принять") },
  { keys: ["KeyR"], act: "reject", says: () => msg("Отклонить с причиной") },
  { keys: ["KeyF"], act: "ask_fix", says: () => msg("Попросить исправить") },
  { keys: ["KeyS"], act: "same", says: () => msg("Та же работа, что и другая") },
  { keys: ["KeyZ"], act: "undo", says: () => msg("Отменить последнее решение") },
];

export type JuryAct = "next" | "previous" | "up" | "down" | "help" | `points${number}`;

const POINT_KEYS: readonly Shortcut<JuryAct>[] = Array.from({ length: 10 }, (_, points) => ({
  keys: [`Digit${points}`, `Numpad${points}`],
  act: `points${points}`,
  says: () => String(points),
}));

const TEN: Shortcut<JuryAct> = {
  keys: ["Shift+Digit0", "KeyX"],
  act: "points10",
  says: () => msg("Десять баллов"),
};

export const juryShortcuts: readonly Shortcut<JuryAct>[] = [
  { keys: ["ArrowRight"], act: "next", says: () => msg("Следующая работа") },
  { keys: ["ArrowLeft"], act: "previous", says: () => msg("Предыдущая работа") },
  { keys: ["ArrowUp"], act: "up", says: () => msg("Предыдущий критерий") },
  { keys: ["ArrowDown"], act: "down", says: () => msg("Следующий критерий") },
  ...POINT_KEYS,
  TEN,
  { keys: ["?"], act: "help", says: () => msg("Эта подсказка") },
];

/** The overlay says the ten digits in one line. */
export const jurySpoken: readonly Shortcut[] = [
  { keys: ["Digit0", "…", "Digit9"], act: "points", says: () => msg("Баллы по выбранному критерию") },
  ...juryShortcuts.filter((shortcut) => !POINT_KEYS.includes(shortcut)),
];
