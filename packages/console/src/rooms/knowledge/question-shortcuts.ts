import { msg } from "@lit/localize";
import type { Shortcut } from "../../parts/shortcuts.ts";

export type QuestionAct = "next" | "previous" | "accept" | "reject" | "help";

/** The keys of the residents' questions. */
export const questionShortcuts: readonly Shortcut<QuestionAct>[] = [
  { keys: ["KeyJ", "ArrowDown"], act: "next", says: () => msg("Следующий вопрос") },
  { keys: ["KeyK", "ArrowUp"], act: "previous", says: () => msg("Предыдущий вопрос") },
  { keys: ["KeyA"], act: "accept", says: () => msg("Добавить к выбранной статье") },
  { keys: ["KeyX"], act: "reject", says: () => msg("Отклонить вопрос") },
  { keys: ["?"], act: "help", says: () => msg("Эта подсказка") },
];
