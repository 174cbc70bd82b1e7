import { msg, str } from "@lit/localize";
import { count, decimal, percent } from "../../parts/moments.ts";
import type { Figures } from "./figures.ts";

export interface Total {
  readonly name: string;
  readonly value: string;
  /** Of the days before, where there were any. */
  readonly before?: string | undefined;
}

const NONE = "—";
const answersOf = ({ days }: Figures) =>
  days.reduce((all, it) => all + it.answered + it.chosen + it.toOperator + it.unknown, 0);

/** «40 с», «5 мин» */
export const lasting = (seconds: number | null) =>
  seconds === null
    ? NONE
    : seconds < 90
      ? msg(str`${Math.round(seconds)} с`)
      : msg(str`${Math.round(seconds / 60)} мин`);

/** What one wants to know at once, beside how it was before. */
export function totalsOf(figures: Figures): readonly Total[] {
  const { before, helpful, wait, score } = figures;
  const rated = helpful.yes + helpful.no;
  const known = before.conversations > 0;
  const share = (of: { conversations: number; servedByAssistant: number }) =>
    of.conversations > 0 ? percent(of.servedByAssistant) : NONE;
  return [
    {
      name: msg("Диалогов"),
      value: count(figures.conversations),
      before: known ? count(before.conversations) : undefined,
    },
    { name: msg("Без оператора"), value: share(figures), before: known ? share(before) : undefined },
    {
      name: msg("Ждали оператора, половина не дольше"),
      value: lasting(wait.median),
      before: before.wait.count > 0 ? lasting(before.wait.median) : undefined,
    },
    {
      name: msg("Девять из десяти ждали не дольше"),
      value: lasting(wait.most),
      before: before.wait.count > 0 ? lasting(before.wait.most) : undefined,
    },
    {
      name: msg("Ответа не нашлось"),
      value:
        answersOf(figures) > 0
          ? percent(figures.days.reduce((all, { unknown }) => all + unknown, 0) / answersOf(figures))
          : NONE,
    },
    { name: msg("Ответ помог"), value: rated > 0 ? percent(helpful.yes / rated) : NONE },
    {
      name: msg("Средняя оценка"),
      value: score.mean === null ? NONE : `${decimal(score.mean)} (${count(score.count)})`,
      before: before.score.mean === null ? undefined : decimal(before.score.mean),
    },
  ];
}
